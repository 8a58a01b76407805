#pragma once

#include "matcher/document/json.hpp"
#include "matcher/document/named.hpp"
#include "matcher/domain/date.hpp"
#include "matcher/domain/noc.hpp"
#include "matcher/domain/result.hpp"

#include <boost/json/value.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

/// Strict reading of JSON documents. A reader asks for what it wants and gets a value of the right
/// type whatever stands there; the first thing that is missing, mistyped, out of range or not asked
/// for refuses the document as a whole, with its path:
///
///     Spouse spouse(FieldReader& in) {
///         return {.age = in.required("age").integer<int>({.min = 0, .max = 120}),
///                 .since = in.optional("since", &ValueReader::date)};
///     }
///     Result<Spouse> result = read_document(value, [](const ValueReader& root) {
///         return root.object(spouse);
///     });
///
/// refuses {"age": 30, "sinse": null} with field `sinse` and "unknown member".
namespace document {

/// Where a value stands: a chain from the value to the root, turned into text only when needed.
struct Location {
    const Location* parent = nullptr;
    std::string_view name;             ///< Of a member.
    std::optional<std::size_t> index;  ///< Of an element.
};

/// `jobs[0].noc`, as matcher/document/pointer.hpp has it; empty for the root.
std::string path(const Location& location);

template <class Number>
struct Range {
    Number min = std::numeric_limits<Number>::lowest();
    Number max = std::numeric_limits<Number>::max();
};

class FieldReader;

/// One value of a document. Valid while the document and the reader it came from are.
class ValueReader {
public:
    bool boolean() const;

    /// A number without a fraction: 3 and 3.0, as JSON Schema has it.
    template <std::integral Number = std::int64_t>
    Number integer(const Range<Number> range) const {
        return static_cast<Number>(whole_number({.min = range.min, .max = range.max}));
    }
    double number(Range<double> range) const;

    /// Text of `range` Unicode code points.
    std::string text(Range<std::size_t> range) const;
    domain::Date date() const;
    domain::NocCode noc() const;

    template <class E, std::size_t N>
    E choice(const std::array<Named<E>, N>& names) const;

    /// read(FieldReader&) -> T. Members that it did not ask for are refused.
    template <class Read>
    std::invoke_result_t<Read, FieldReader&> object(Read read) const;

    /// read(const ValueReader&) -> T for each element, in order.
    template <class Read>
    auto array(std::size_t count_max, Read read) const
        -> std::vector<std::invoke_result_t<Read, const ValueReader&>>;

    /// The same however many elements there are, for files that come from a trusted hand.
    template <class Read>
    auto array(Read read) const -> std::vector<std::invoke_result_t<Read, const ValueReader&>> {
        return array(std::numeric_limits<std::size_t>::max(), std::move(read));
    }

    /// read(std::string_view name, const ValueReader&) for each member of an object whose names are
    /// not known beforehand.
    template <class Read>
    void members(Read read) const;

    /// True if the value is of the kind; these ask only and refuse nothing.
    bool is_object() const { return value_ != nullptr && value_->is_object(); }
    bool is_array() const { return value_ != nullptr && value_->is_array(); }
    bool is_string() const { return value_ != nullptr && value_->is_string(); }

    /// True if the value is this text.
    bool is(std::string_view text) const { return is_string() && value_->get_string() == text; }

    /// Null where the document has been refused for lacking this value.
    const boost::json::value* json() const { return value_; }

    /// Refuses the document because of this value, unless it is refused already.
    void refuse(std::string message) const;

private:
    friend class FieldReader;
    template <class Read>
    friend auto read_document(const boost::json::value& document, Read read)
        -> domain::Result<std::invoke_result_t<Read, const ValueReader&>>;

    using Refusal = std::optional<domain::Error>;
    ValueReader(Refusal& refusal, const boost::json::value* value, const Location& location)
        : refusal_{&refusal}, value_{value}, location_{location} {}

    const boost::json::value* value_if(bool expected, const char* expectation) const;
    std::string_view string() const;
    std::int64_t whole_number(Range<std::int64_t> range) const;

    Refusal* refusal_;
    const boost::json::value* value_;
    Location location_;
};

/// The members of one object.
class FieldReader {
public:
    /// Refuses the document if there is no such member, or if it is null.
    ValueReader required(std::string_view name);

    /// Nothing where the member is absent or null, else read(const ValueReader&).
    template <class Read>
    auto optional(std::string_view name, Read read)
        -> std::optional<std::invoke_result_t<Read, const ValueReader&>>;

    /// As optional(), but the member has to be there: null is said, not left out.
    template <class Read>
    auto nullable(std::string_view name, Read read)
        -> std::optional<std::invoke_result_t<Read, const ValueReader&>>;

    /// True if the member is there, be it null.
    bool has(std::string_view name) { return find(name) != nullptr; }

    /// Refuses the document because of the object as a whole.
    void refuse(std::string message) const { object_.refuse(std::move(message)); }

    /// Refuses the document because of one member.
    void refuse(std::string_view name, std::string message) const;

    /// Refuses it because of one member, which another reader has refused for what is within it.
    void refuse(std::string_view name, const domain::Error& within) const;

private:
    friend class ValueReader;
    explicit FieldReader(const ValueReader& object) : object_{object} {}

    /// Marks the name as asked for; null where there is no such member.
    const boost::json::value* find(std::string_view name);
    ValueReader member(std::string_view name, const boost::json::value* value) const;
    void refuse_unknown_members() const;

    const ValueReader& object_;
    std::vector<std::string_view> asked_;
};

/// read(const ValueReader&) -> T on the whole document.
template <class Read>
auto read_document(const boost::json::value& document, Read read)
    -> domain::Result<std::invoke_result_t<Read, const ValueReader&>> {
    ValueReader::Refusal refusal;
    auto result = read(ValueReader{refusal, &document, Location{}});
    if (refusal) {
        return *std::move(refusal);
    }
    return result;
}

/// The same on a document that is still text.
template <class Read>
auto parse_document(const std::string_view text, Read read)
    -> domain::Result<std::invoke_result_t<Read, const ValueReader&>> {
    const auto document = parse(text);
    if (!document) {
        return document.error();
    }
    return read_document(*document, std::move(read));
}

template <class E, std::size_t N>
E ValueReader::choice(const std::array<Named<E>, N>& names) const {
    const std::string_view text = string();
    for (const Named<E>& named : names) {
        if (named.name == text) {
            return named.value;
        }
    }
    std::string message = "'" + std::string{text} + "' is not one of";
    for (const Named<E>& named : names) {
        message.append(&named == &names.front() ? " " : ", ").append(named.name);
    }
    refuse(std::move(message));
    return names.front().value;
}

template <class Read>
std::invoke_result_t<Read, FieldReader&> ValueReader::object(Read read) const {
    value_if(is_object(), "an object");
    FieldReader fields{*this};
    auto result = std::invoke(read, fields);
    fields.refuse_unknown_members();
    return result;
}

template <class Read>
auto ValueReader::array(const std::size_t count_max, Read read) const
    -> std::vector<std::invoke_result_t<Read, const ValueReader&>> {
    std::vector<std::invoke_result_t<Read, const ValueReader&>> result;
    const boost::json::value* found = value_if(is_array(), "an array");
    if (found == nullptr) {
        return result;
    }
    const boost::json::array& elements = found->get_array();
    if (elements.size() > count_max) {
        refuse("more than " + std::to_string(count_max) + " elements");
        return result;
    }
    result.reserve(elements.size());
    for (std::size_t index = 0; index < elements.size(); ++index) {
        const Location location{.parent = &location_, .name = {}, .index = index};
        result.push_back(std::invoke(read, ValueReader{*refusal_, &elements[index], location}));
    }
    return result;
}

template <class Read>
void ValueReader::members(Read read) const {
    const boost::json::value* found = value_if(is_object(), "an object");
    if (found == nullptr) {
        return;
    }
    for (const auto& [key, value] : found->get_object()) {
        const Location location{.parent = &location_, .name = key, .index = {}};
        std::invoke(read, std::string_view{key}, ValueReader{*refusal_, &value, location});
    }
}

template <class Read>
auto FieldReader::optional(const std::string_view name, Read read)
    -> std::optional<std::invoke_result_t<Read, const ValueReader&>> {
    const boost::json::value* value = find(name);
    if (value == nullptr || value->is_null()) {
        return std::nullopt;
    }
    return std::invoke(read, member(name, value));
}

template <class Read>
auto FieldReader::nullable(const std::string_view name, Read read)
    -> std::optional<std::invoke_result_t<Read, const ValueReader&>> {
    const boost::json::value* value = find(name);
    if (value == nullptr) {
        member(name, nullptr).refuse("missing");
        return std::nullopt;
    }
    if (value->is_null()) {
        return std::nullopt;
    }
    return std::invoke(read, member(name, value));
}

}  // namespace document
