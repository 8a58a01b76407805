#include "indexer/normalise/other_language.hpp"

#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/phrases.hpp"

namespace normalise {
namespace {

/// Nobody names one of these for anything but the language.
constexpr auto sign_languages = std::to_array<std::string_view>(
    {"sign language", "langue des signes", "langue des signes quebecoise", "lsq", "asl"}
);

/// Spoken by many in Canada (the census counts each by the ten thousand), then those of the first
/// peoples that postings name.
constexpr auto spoken = std::to_array<std::string_view>(
    {"arabic",    "arabe",     "bengali",  "cantonese",   "cantonais",  "chinese",  "chinois",
     "creole",    "czech",     "dutch",    "neerlandais", "farsi",      "persian",  "persan",
     "german",    "allemand",  "greek",    "grec",        "gujarati",   "hebrew",   "hebreu",
     "hindi",     "hungarian", "hongrois", "italian",     "italien",    "japanese", "japonais",
     "korean",    "coreen",    "mandarin", "pashto",      "polish",     "polonais", "portuguese",
     "portugais", "punjabi",   "pendjabi", "romanian",    "roumain",    "russian",  "russe",
     "serbian",   "serbe",     "somali",   "spanish",     "espagnol",   "swahili",  "tagalog",
     "tamil",     "tamoul",    "telugu",   "tigrinya",    "turkish",    "turc",     "ukrainian",
     "ukrainien", "urdu",      "ourdou",   "vietnamese",  "vietnamien", "cree",     "cri",
     "inuktitut", "innu",      "mi'kmaq",  "ojibwe"}
);

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
    return says_any(folded, sign_languages) || says_any(folded, spoken);
}

bool asks_other_language(const std::string_view title) {
    const std::string folded = fold(title);
    return says_any(folded, sign_languages) ||
           (says_any(folded, of_languages) && says_any(folded, spoken));
}

}  // namespace normalise
