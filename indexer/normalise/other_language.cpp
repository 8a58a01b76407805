#include "indexer/normalise/other_language.hpp"

#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/phrases.hpp"

#include <algorithm>
#include <array>

namespace normalise {
namespace {

/// Nobody names one of these for anything but the language.
constexpr auto sign_languages =
    std::to_array<std::string_view>({"sign language", "langue des signes", "lsq", "asl"});

template <std::size_t Count>
constexpr std::array<std::string_view, Count> sorted(std::array<std::string_view, Count> words) {
    std::ranges::sort(words);
    return words;
}

/// Spoken by many in Canada (the census counts each by the ten thousand), then those of the first
/// peoples that postings name: each one word, `mi'kmaq` by its second.
constexpr auto spoken = sorted(std::to_array<std::string_view>(
    {"arabic",    "arabe",     "bengali",  "cantonese",   "cantonais",  "chinese",  "chinois",
     "creole",    "czech",     "dutch",    "neerlandais", "farsi",      "persian",  "persan",
     "german",    "allemand",  "greek",    "grec",        "gujarati",   "hebrew",   "hebreu",
     "hindi",     "hungarian", "hongrois", "italian",     "italien",    "japanese", "japonais",
     "korean",    "coreen",    "mandarin", "pashto",      "polish",     "polonais", "portuguese",
     "portugais", "punjabi",   "pendjabi", "romanian",    "roumain",    "russian",  "russe",
     "serbian",   "serbe",     "somali",   "spanish",     "espagnol",   "swahili",  "tagalog",
     "tamil",     "tamoul",    "telugu",   "tigrinya",    "turkish",    "turc",     "ukrainian",
     "ukrainien", "urdu",      "ourdou",   "vietnamese",  "vietnamien", "cree",     "cri",
     "inuktitut", "innu",      "kmaq",     "ojibwe"}
));

bool says_spoken(const std::string_view folded) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= folded.size(); ++at) {
        if (at < folded.size() && is_letter_or_accented(folded[at])) {
            continue;
        }
        if (std::ranges::binary_search(spoken, folded.substr(begin, at - begin))) {
            return true;
        }
        begin = at + 1;
    }
    return false;
}

/// With one of these a title speaks of languages.
constexpr auto of_languages = std::to_array<std::string_view>(
    {"bilingual",
     "bilingue",
     "trilingual",
     "trilingue",
     "multilingual",
     "multilingue",
     "speaking",
     "speaker",
     "parlant",
     "language",
     "languages",
     "langue",
     "langues",
     "interpreter",
     "interprete",
     "translator",
     "traducteur",
     "traductrice"}
);

}  // namespace

bool names_other_language(const std::string_view text) {
    const std::string folded = fold(text);
    return says_any(folded, sign_languages) || says_spoken(folded);
}

bool asks_other_language(const std::string_view title) {
    const std::string folded = fold(title);
    return says_any(folded, sign_languages) ||
           (says_any(folded, of_languages) && says_spoken(folded));
}

}  // namespace normalise
