#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace search {

/// Longer ones are no words, and a term of Xapian has a length limit of 245 bytes.
inline constexpr std::size_t word_bytes_max = 64;

/// The words of a text, in order, as index and query both see them: case and accents folded
/// (`Électricien` is `electricien`, `main-d’œuvre` is `main oeuvre`), words that carry no meaning
/// in either language left out, and the feminine endings of inclusive writing dropped
/// (`technicien(ne)`, `développeur/euse`, `agent·e`). `c++` and `c#` are words. Never fails,
/// whatever the bytes.
std::vector<std::string> words(std::string_view text);

/// One of the words of a text, with the bytes of the text that it was read from.
struct PlacedWord {
    std::string text;
    std::size_t begin = 0;
    std::size_t end = 0;  ///< The byte after it.
};

/// The words of a text and where they stand in it.
std::vector<PlacedWord> placed_words(std::string_view text);

/// The text with case and accents folded, as words() sees it before it looks for words.
std::string folded(std::string_view text);

/// The text in lower case, with its accents.
std::string in_lower_case(std::string_view text);

/// The stem of one of `words`.
std::string english_stem(const std::string& word);

/// The stem of one of `words`, the same for a title in the feminine and in the masculine:
/// `développeuse` and `développeur`, `infirmière` and `infirmier`. Snowball's French stemmer keeps
/// these apart, so the feminine ending is folded into the masculine one before it.
std::string french_stem(const std::string& word);

}  // namespace search
