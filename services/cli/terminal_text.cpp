#include "services/cli/terminal_text.hpp"

#include "matcher/domain/ascii.hpp"

#include <algorithm>

namespace cli {
namespace {

bool begins_code_point(const char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// The first `count` code points.
std::string_view prefix(const std::string_view text, const std::size_t count) {
    std::size_t seen = 0;
    for (std::size_t index = 0; index < text.size(); ++index) {
        if (begins_code_point(text[index]) && ++seen > count) {
            return text.substr(0, index);
        }
    }
    return text;
}

}  // namespace

std::size_t columns(const std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, begins_code_point));
}

std::string printable(const std::string_view text) {
    std::string result;
    for (std::size_t index = 0; index < text.size(); ++index) {
        const auto byte = static_cast<unsigned char>(text[index]);
        const bool next_is_c1 = byte == 0xC2U && index + 1 < text.size() &&
                                static_cast<unsigned char>(text[index + 1]) < 0xA0U;
        if (domain::ascii::is_control(text[index]) || next_is_c1) {
            result += ' ';
            index += next_is_c1 ? 1 : 0;
        } else {
            result += text[index];
        }
    }
    return result;
}

std::string fitted(const std::string_view text, const std::size_t width) {
    const std::size_t taken = columns(text);
    if (taken <= width) {
        return std::string{text}.append(width - taken, ' ');
    }
    return width == 0 ? "" : std::string{prefix(text, width - 1)}.append("…");
}

std::vector<std::string> wrapped(const std::string_view text, const std::size_t width) {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const std::string_view word = text.substr(begin, end - begin);
        if (lines.empty() || columns(lines.back()) + 1 + columns(word) > width) {
            lines.emplace_back(word);
        } else {
            lines.back().append(" ").append(word);
        }
        begin = end + 1;
    }
    return lines;
}

}  // namespace cli
