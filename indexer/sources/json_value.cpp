#include "indexer/sources/json_value.hpp"

#include "indexer/sources/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace sources {

namespace {

/// 40.0 is `40`, and no figure of a posting is so large that it would need an exponent.
std::string decimal(const double number) {
    constexpr double exact_below = 1e15;
    const auto format =
        std::abs(number) < exact_below ? std::chars_format::fixed : std::chars_format::general;
    std::array<char, 512> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number, format).ptr;
    return {text.data(), end};
}

const boost::json::value* element(const boost::json::array& array, const std::string_view place) {
    std::size_t index = 0;
    const auto* const end = place.data() + place.size();
    const auto read = std::from_chars(place.data(), end, index);
    return read.ec == std::errc{} && read.ptr == end ? array.if_contains(index) : nullptr;
}

}  // namespace

std::string scalar_text(const boost::json::value& value) {
    switch (value.kind()) {
        case boost::json::kind::string:
            return std::string{value.get_string()};
        case boost::json::kind::int64:
            return std::to_string(value.get_int64());
        case boost::json::kind::uint64:
            return std::to_string(value.get_uint64());
        case boost::json::kind::double_:
            return decimal(value.get_double());
        case boost::json::kind::bool_:
            return value.get_bool() ? "true" : "false";
        default:
            return {};
    }
}

const boost::json::value* member(const boost::json::value& value, const std::string_view key) {
    const auto* object = value.if_object();
    return object == nullptr ? nullptr : object->if_contains(key);
}

const boost::json::value* at_path(const boost::json::value& value, std::string_view path) {
    const auto* current = &value;
    while (current != nullptr && !path.empty()) {
        const auto end = std::min(path.find('.'), path.size());
        current = current->is_array() ? element(current->get_array(), path.substr(0, end))
                                      : member(*current, path.substr(0, end));
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return current;
}

std::vector<const boost::json::value*> each(const boost::json::value* value) {
    if (value == nullptr) {
        return {};
    }
    const auto* array = value->if_array();
    if (array == nullptr) {
        return {value};
    }
    std::vector<const boost::json::value*> elements;
    for (const auto& element : *array) {
        elements.push_back(&element);
    }
    return elements;
}

std::string text_of(const boost::json::value& value, Inside inside) {
    for (const auto* element : each(&value)) {
        if (auto text = std::string{trimmed(scalar_text(*element))}; !text.empty()) {
            return text;
        }
        for (const auto key : inside) {
            const auto* inner = member(*element, key);
            if (inner == nullptr) {
                continue;
            }
            if (auto text = text_of(*inner, {"@value", "name"}); !text.empty()) {
                return text;
            }
        }
    }
    return {};
}

std::string text_under(
    const boost::json::value& object, const std::string_view key, const Inside inside
) {
    const auto* value = member(object, key);
    return value == nullptr ? std::string{} : text_of(*value, inside);
}

std::string element_text(const boost::json::value& element, const std::string_view name) {
    return text_under(element, name, {"#text"});
}

std::vector<std::string> texts_under(
    const boost::json::value& object, const std::string_view key, const Inside inside
) {
    std::vector<std::string> texts;
    for (const auto* value : each(member(object, key))) {
        if (auto text = text_of(*value, inside); !text.empty()) {
            texts.push_back(std::move(text));
        }
    }
    return texts;
}

std::string text_at(const boost::json::value& object, const std::string_view path) {
    const auto* value = at_path(object, path);
    return value == nullptr ? std::string{} : text_of(*value, {});
}

}  // namespace sources
