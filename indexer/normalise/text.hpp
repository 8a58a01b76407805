#pragma once

#include <string>
#include <string_view>

namespace normalise {

/// Text for people on one line: mojibake undone, runs of white space and control characters as one
/// space, none at the ends. Invalid UTF-8 becomes U+FFFD. Words and case stay.
std::string clean(std::string_view text);

/// As `clean`, but line breaks stay, at most two in a row. HTML, where the text is HTML, is reduced
/// to what a browser would show; scripts and styles are dropped. Text beyond `text_bytes_max`, and
/// HTML beyond 2,000 tags, is cut: no posting needs it, and hostile markup costs no more than a
/// fraction of a second.
std::string plain_text(std::string_view text);
inline constexpr std::size_t text_bytes_max = 64 * std::size_t{1024};

/// `MontrÃ©al` is `Montréal`: UTF-8 that was once read as windows-1252 and written as UTF-8 again.
/// Text that is not wholly of that kind is given back as it is.
std::string undo_mojibake(std::string_view text);

}  // namespace normalise
