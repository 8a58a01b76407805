#include "indexer/normalise/phrases.hpp"

#include "matcher/domain/ascii.hpp"

#include <algorithm>

namespace normalise {
namespace {

using domain::ascii::is_digit;

/// True if a word may end between the two characters.
bool parts(const char left, const char right) {
    return !(is_letter_or_accented(left) && is_letter_or_accented(right)) &&
           !(is_digit(left) && is_digit(right));
}

}  // namespace

std::size_t find_phrase(
    const std::string_view folded, const std::string_view phrase, const std::size_t from
) {
    for (std::size_t at = folded.find(phrase, from); at != std::string_view::npos;
         at = folded.find(phrase, at + 1)) {
        const std::size_t end = at + phrase.size();
        const bool begins = at == 0 || parts(folded[at - 1], folded[at]);
        const bool ends = end == folded.size() || parts(folded[end - 1], folded[end]);
        if (begins && ends) {
            return at;
        }
    }
    return std::string_view::npos;
}

bool says_nothing(const std::string_view folded) {
    constexpr auto empty_words = std::to_array<std::string_view>({
        "",
        "-",
        "n/a",
        "na",
        "nan",
        "nil",
        "null",
        "none",
        "tbd",
        "not specified",
        "not stated",
        "not available",
        "not applicable",
        "not required",
        "to be determined",
        "unknown",
        "non precise",
        "non disponible",
        "non specifie",
        "sans objet",
        "a determiner",
        "inconnu",
    });
    return std::find(empty_words.begin(), empty_words.end(), folded) != empty_words.end();
}

}  // namespace normalise
