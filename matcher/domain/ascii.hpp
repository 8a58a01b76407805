#pragma once

#include <string_view>

/// Letters of ASCII in text that may be UTF-8, whose other bytes belong to no class here; the
/// locale has no say, unlike in <cctype>.
namespace domain::ascii {

inline constexpr std::string_view white_space = " \t\n\v\f\r";

constexpr bool is_digit(const char byte) { return byte >= '0' && byte <= '9'; }
constexpr bool is_lower(const char byte) { return byte >= 'a' && byte <= 'z'; }
constexpr bool is_space(const char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }
constexpr bool is_control(const char byte) { return (byte >= 0 && byte < ' ') || byte == '\x7F'; }

constexpr std::string_view trimmed(
    const std::string_view text, const std::string_view beside = white_space
) {
    const auto begin = text.find_first_not_of(beside);
    return begin == std::string_view::npos
               ? std::string_view{}
               : text.substr(begin, text.find_last_not_of(beside) - begin + 1);
}

}  // namespace domain::ascii
