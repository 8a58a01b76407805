#pragma once

#include "matcher/document/json.hpp"
#include "matcher/domain/posting.hpp"
#include "services/wire/posting_json.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace wire {

/// What matching::Shelved::written() keeps of a posting.
inline std::string posting_text(const domain::Posting& posting) {
    return document::serialize(posting_json(posting));
}

/// The text of an object, to which members are added behind those that it has.
class OpenObject {
public:
    /// Whose members so far stand there.
    explicit OpenObject(std::string& into) : text_{into} {}

    OpenObject(std::string& into, const std::string_view object)
        : text_{into}, empty_{object.size() <= 2} {
        text_.append(object.substr(0, object.size() - 1));
    }

    void add(const std::string_view name, const boost::json::value& value) {
        begin(name);
        document::append(text_, value);
    }

    /// A value of a vocabulary, or a day: nothing in it has to be escaped.
    void add_name(const std::string_view name, const std::string_view value) {
        begin(name);
        text_.append(1, '"').append(value).append(1, '"');
    }

    void add_number(const std::string_view name, const std::int64_t value) {
        begin(name);
        text_.append(std::to_string(value));
    }

    /// The value is written by the caller.
    void begin(const std::string_view name) {
        text_.append(std::exchange(empty_, false) ? "\"" : ",\"").append(name).append("\":");
    }

    void end() { text_.append("}"); }

private:
    std::string& text_;
    bool empty_ = false;
};

}  // namespace wire
