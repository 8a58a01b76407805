#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/result.hpp"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>
#include <vector>

/// Strict reading of a rule-set file. The first value that is not as expected ends the reading.
namespace rules {

/// Thrown by Field only, and caught by parse_rule_set only.
struct Refused {
    domain::Error error;
};

/// JSON text as a value. Refuses a key that stands twice in one object, of which Boost.JSON alone
/// would keep the last without a word.
boost::json::value parse_json(std::string_view text, std::string_view path);

class Members;

/// One value of a file and the path at which it stands. The value outlives it.
class Field {
public:
    Field(const boost::json::value& value, std::string path)
        : value_{&value}, path_{std::move(path)} {}

    bool is_null() const { return value_->is_null(); }
    bool is_object() const { return value_->is_object(); }
    bool is_word(std::string_view word) const;
    bool has(std::string_view member) const;

    bool boolean() const;
    int integer(int min, int max) const;
    std::string text() const;  ///< Not empty.
    domain::Date date() const;
    std::vector<Field> elements() const;

    /// The members of an object that has these and no others.
    Members members(const std::vector<std::string_view>& names) const;

    [[noreturn]] void refuse(std::string message) const;

private:
    friend class Members;
    const boost::json::value* value_;
    std::string path_;
};

/// The members of one object, all of them there.
class Members {
public:
    Field operator[](std::string_view name) const;

private:
    friend class Field;
    explicit Members(const Field& object) : object_{object} {}
    Field object_;
};

}  // namespace rules
