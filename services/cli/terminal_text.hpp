#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// Columns of a line that is printed without asking how wide the terminal is.
inline constexpr std::size_t line_width = 100;

/// Columns that UTF-8 text takes, one for each code point: exact for English and French in composed
/// letters.
std::size_t columns(std::string_view text);

/// The text on one line and without control characters: what comes from a feed must not move the
/// cursor or change the colours of someone's terminal.
std::string printable(std::string_view text);

/// The text in exactly this many columns: filled with spaces, or cut with an ellipsis.
std::string fitted(std::string_view text, std::size_t width);

/// The text in lines of at most `width` columns, broken at spaces; a longer word is a line of its
/// own.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace cli
