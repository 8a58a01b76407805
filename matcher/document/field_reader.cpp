#include "matcher/document/field_reader.hpp"

#include "matcher/document/json.hpp"
#include "matcher/document/pointer.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace document {
namespace {

/// `0 to 12`, or one end only where the other is open.
template <class Number>
std::string in_words(const Range<Number> range) {
    const auto text = [](const Number number) {
        std::string digits = std::to_string(number);
        if (digits.find('.') != std::string::npos) {
            digits.erase(digits.find_last_not_of('0') + 1);
            digits.erase(digits.find_last_not_of('.') + 1);
        }
        return digits;
    };
    if (range.max == Range<Number>{}.max) {
        return text(range.min) + " or more";
    }
    return text(range.min) + " to " + text(range.max);
}

/// The value where it is short, else its kind.
std::string in_words(const boost::json::value& value) {
    switch (value.kind()) {
        case boost::json::kind::object:
            return "an object";
        case boost::json::kind::array:
            return "an array";
        case boost::json::kind::string:
            return "a string";
        default:
            return document::serialize(value);
    }
}

std::size_t count_code_points(const std::string_view utf8) {
    return static_cast<std::size_t>(std::ranges::count_if(utf8, [](const char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    }));
}

}  // namespace

std::string path(const Location& location) {
    if (location.parent == nullptr) {
        return {};
    }
    std::string text = path(*location.parent);
    if (location.index) {
        return text.append("[").append(std::to_string(*location.index)).append("]");
    }
    return member_path(std::move(text), location.name);
}

void ValueReader::refuse(std::string message) const {
    if (!refusal_->has_value()) {
        *refusal_ = domain::invalid(path(location_), std::move(message));
    }
}

const boost::json::value* ValueReader::value_if(const bool expected, const char* const expectation)
    const {
    if (expected) {
        return value_;
    }
    refuse(value_ == nullptr ? "missing" : in_words(*value_) + " is not " + expectation);
    return nullptr;
}

std::string_view ValueReader::string() const {
    const auto* found = value_if(is_string(), "a string");
    return found == nullptr ? std::string_view{} : std::string_view{found->get_string()};
}

bool ValueReader::boolean() const {
    const auto* found = value_if(value_ != nullptr && value_->is_bool(), "true or false");
    return found != nullptr && found->get_bool();
}

double ValueReader::number(const Range<double> range) const {
    const auto* found = value_if(value_ != nullptr && value_->is_number(), "a number");
    if (found == nullptr) {
        return range.min;
    }
    const auto number = found->to_number<double>();
    if (!(number >= range.min && number <= range.max)) {
        refuse(document::serialize(*found) + " is not " + in_words(range));
        return range.min;
    }
    return number;
}

std::int64_t ValueReader::whole_number(const Range<std::int64_t> range) const {
    const auto* found = value_if(value_ != nullptr && value_->is_number(), "a whole number");
    if (found == nullptr) {
        return range.min;
    }
    boost::system::error_code error;
    const auto number = found->to_number<std::int64_t>(error);  // Fails on a fraction.
    if (error || number < range.min || number > range.max) {
        refuse(document::serialize(*found) + " is not a whole number, " + in_words(range));
        return range.min;
    }
    return number;
}

std::string ValueReader::text(const Range<std::size_t> range) const {
    const std::string_view text = string();
    const std::size_t length = count_code_points(text);
    if (value_ != nullptr && (length < range.min || length > range.max)) {
        refuse(std::to_string(length) + " characters, not " + in_words(range));
    }
    return std::string{text};
}

domain::Date ValueReader::date() const {
    const auto parsed = domain::parse_date(string());
    if (!parsed) {
        refuse(parsed.error().message);
        return {};
    }
    return *parsed;
}

domain::NocCode ValueReader::noc() const {
    const auto parsed = domain::NocCode::parse(string());
    if (!parsed) {
        refuse(parsed.error().message);
        return domain::NocCode::from_number(0);
    }
    return *parsed;
}

ValueReader FieldReader::member(const std::string_view name, const boost::json::value* value)
    const {
    return {
        *object_.refusal_,
        value,
        Location{.parent = &object_.location_, .name = name, .index = {}}};
}

const boost::json::value* FieldReader::find(const std::string_view name) {
    asked_.push_back(name);
    return object_.is_object() ? object_.value_->get_object().if_contains(name) : nullptr;
}

ValueReader FieldReader::required(const std::string_view name) {
    const boost::json::value* value = find(name);
    const ValueReader reader = member(name, value);
    if (value == nullptr) {
        reader.refuse("missing");
    }
    return reader;
}

void FieldReader::refuse(const std::string_view name, std::string message) const {
    member(name, nullptr).refuse(std::move(message));
}

void FieldReader::refuse(const std::string_view name, const domain::Error& within) const {
    if (!object_.refusal_->has_value()) {
        *object_.refusal_ = domain::invalid(
            joined_path(path(member(name, nullptr).location_), within.field), within.message
        );
    }
}

void FieldReader::refuse_unknown_members() const {
    if (!object_.is_object()) {
        return;
    }
    for (const auto& [key, value] : object_.value_->get_object()) {
        const std::string_view name = key;
        if (std::ranges::find(asked_, name) == asked_.end()) {
            member(name, &value).refuse("unknown member");
        }
    }
}

}  // namespace document
