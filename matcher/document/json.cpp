#include "matcher/document/json.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_stack.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace document {
namespace {

namespace json = boost::json;
using boost::system::error_code;

constexpr std::size_t depth_max = 32;

struct Duplicate {
    std::string path;  ///< `jobs.noc`, without the places in arrays.
    std::string key;
};

/// Builds a value from the parser's events and stops at an object that has a key twice, of which
/// Boost's own parser would keep the last without a word.
class Builder {
public:
    static constexpr std::size_t max_object_size = json::object::max_size();
    static constexpr std::size_t max_array_size = json::array::max_size();
    static constexpr std::size_t max_key_size = json::string::max_size();
    static constexpr std::size_t max_string_size = json::string::max_size();

    Builder() {
        first_keys_.reserve(depth_max);
        keys_.reserve(32);
    }

    json::value release() { return stack_.release(); }
    const std::optional<Duplicate>& duplicate() const { return duplicate_; }

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) {
        first_keys_.push_back(keys_.size());
        return true;
    }
    bool on_object_end(const std::size_t size, error_code& error) {
        const auto first = keys_.end() - static_cast<std::ptrdiff_t>(size);
        std::sort(first, keys_.end());
        if (const auto twice = std::adjacent_find(first, keys_.end()); twice != keys_.end()) {
            duplicate_ = Duplicate{.path = path_to(*twice), .key = *twice};
            error = json::error::syntax;
            return false;
        }
        keys_.erase(first, keys_.end());
        first_keys_.pop_back();
        stack_.push_object(size);
        return true;
    }
    bool on_array_begin(error_code&) { return true; }
    bool on_array_end(const std::size_t size, error_code&) {
        stack_.push_array(size);
        return true;
    }
    bool on_key_part(const json::string_view part, std::size_t, error_code&) {
        key_.append(part);
        stack_.push_chars(part);
        return true;
    }
    bool on_key(const json::string_view part, std::size_t, error_code&) {
        keys_.push_back(std::exchange(key_, {}).append(part));
        stack_.push_key(part);
        return true;
    }
    bool on_string_part(const json::string_view part, std::size_t, error_code&) {
        stack_.push_chars(part);
        return true;
    }
    bool on_string(const json::string_view part, std::size_t, error_code&) {
        stack_.push_string(part);
        return true;
    }
    bool on_number_part(json::string_view, error_code&) { return true; }
    bool on_int64(const std::int64_t number, json::string_view, error_code&) {
        stack_.push_int64(number);
        return true;
    }
    bool on_uint64(const std::uint64_t number, json::string_view, error_code&) {
        stack_.push_uint64(number);
        return true;
    }
    /// Boost 1.81 may miss the nearest double by a bit, so the digits are read once more.
    bool on_double(double number, const json::string_view digits, error_code& error) {
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (!std::isfinite(number)) {
            error = json::error::not_number;
            return false;
        }
        stack_.push_double(number);
        return true;
    }
    bool on_bool(const bool value, error_code&) {
        stack_.push_bool(value);
        return true;
    }
    bool on_null(error_code&) {
        stack_.push_null();
        return true;
    }
    bool on_comment_part(json::string_view, error_code&) { return true; }
    bool on_comment(json::string_view, error_code&) { return true; }

private:
    /// An object that is open stands under the last key before its own.
    std::string path_to(const std::string& key) const {
        std::string path;
        for (const std::size_t first : first_keys_) {
            path += first == 0 ? "" : keys_[first - 1] + ".";
        }
        return path + key;
    }

    json::value_stack stack_;
    std::vector<std::string> keys_;        ///< Of the objects that are open, outermost first.
    std::vector<std::size_t> first_keys_;  ///< Where in `keys_` those of each object begin.
    std::string key_;                      ///< The parts so far of a key that comes in parts.
    std::optional<Duplicate> duplicate_;
};

/// `37.5` and `-0.001`; the plain form however small or large, as every reader understands it.
void append_number(std::string& text, const double number) {
    assert(std::isfinite(number));
    std::array<char, std::numeric_limits<double>::max_exponent10 + 32> digits;
    const auto written = std::to_chars(
        digits.data(),
        digits.data() + digits.size(),
        number == 0 ? 0.0 : number,  // No `-0`, which would be read back as a whole number.
        std::chars_format::fixed
    );
    assert(written.ec == std::errc{});
    text.append(digits.data(), written.ptr);
}

/// Boost's serializer is made anew for each value: only what needs an escape is worth that.
void append_string(std::string& text, const std::string_view string) {
    const auto is_escaped = [](const char c) {
        return static_cast<unsigned char>(c) < ' ' || c == '"' || c == '\\';
    };
    if (std::ranges::any_of(string, is_escaped)) {
        text.append(json::serialize(json::string_view{string.data(), string.size()}));
    } else {
        text.append(1, '"').append(string).append(1, '"');
    }
}

}  // namespace

domain::Result<json::value> parse(const std::string_view text) {
    json::parse_options options;
    options.max_depth = depth_max;
    json::basic_parser<Builder> parser{options};
    error_code error;
    const std::size_t read = parser.write_some(false, text.data(), text.size(), error);
    if (const auto& duplicate = parser.handler().duplicate()) {
        return domain::invalid(
            duplicate->path, "member '" + duplicate->key + "' stands twice in one object"
        );
    }
    if (!error && read < text.size()) {
        error = json::error::extra_data;
    }
    if (error) {
        return domain::invalid(
            "", "not JSON at byte " + std::to_string(read) + ": " + error.message()
        );
    }
    return parser.handler().release();
}

void append(std::string& text, const json::value& value) {
    if (const json::object* object = value.if_object()) {
        char separator = '{';
        for (const auto& [key, member] : *object) {
            text.append(1, std::exchange(separator, ','));
            append_string(text, key);
            text.append(1, ':');
            append(text, member);
        }
        text.append(object->empty() ? "{}" : "}");
    } else if (const json::array* array = value.if_array()) {
        char separator = '[';
        for (const json::value& element : *array) {
            text.append(1, std::exchange(separator, ','));
            append(text, element);
        }
        text.append(array->empty() ? "[]" : "]");
    } else if (value.is_double()) {
        append_number(text, value.get_double());
    } else if (const json::string* string = value.if_string()) {
        append_string(text, *string);
    } else if (const std::int64_t* number = value.if_int64()) {
        text.append(std::to_string(*number));
    } else if (const std::uint64_t* large = value.if_uint64()) {
        text.append(std::to_string(*large));
    } else if (const bool* flag = value.if_bool()) {
        text.append(*flag ? "true" : "false");
    } else {
        text.append("null");
    }
}

std::string serialize(const json::value& value) {
    std::string text;
    append(text, value);
    return text;
}

}  // namespace document
