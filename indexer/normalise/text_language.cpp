#include "indexer/normalise/text_language.hpp"

#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/phrases.hpp"

#include <algorithm>

namespace normalise {
namespace {

using domain::OfficialLanguage;

/// Words that one language uses all the time and the other does not have, for binary search.
constexpr auto english_words = std::to_array<std::string_view>(
    {"accountant", "administrator", "all",         "an",       "and",
     "are",        "assistant",     "at",          "be",       "by",
     "cashier",    "cleaner",       "clerk",       "cook",     "customer",
     "developer",  "driver",        "electrician", "engineer", "for",
     "from",       "have",          "helper",      "in",       "is",
     "labourer",   "manager",       "mechanic",    "nurse",    "of",
     "office",     "officer",       "on",          "operator", "or",
     "our",        "part",          "sales",       "server",   "shift",
     "software",   "store",         "supervisor",  "teacher",  "team",
     "technician", "that",          "the",         "this",     "time",
     "to",         "truck",         "warehouse",   "welder",   "will",
     "with",       "work",          "worker"}
);
static_assert(std::ranges::is_sorted(english_words));
constexpr auto french_words = std::to_array<std::string_view>(
    {"acheteur",     "adjoint",      "adjointe",     "analyste",
     "au",           "aux",          "avec",         "boucher",
     "boulanger",    "caissier",     "caissiere",    "camion",
     "camionneur",   "ces",          "charge",       "chargee",
     "chauffeur",    "commis",       "comptable",    "conducteur",
     "conseiller",   "conseillere",  "couturier",    "cuisinier",
     "cuisiniere",   "dans",         "de",           "des",
     "developpeur",  "directeur",    "directrice",   "du",
     "educateur",    "educatrice",   "electricien",  "electromecanicien",
     "en",           "enseignant",   "entretien",    "est",
     "et",           "gerant",       "gestionnaire", "infirmier",
     "infirmiere",   "ingenieur",    "intervenant",  "journalier",
     "journaliere",  "la",           "le",           "les",
     "livreur",      "machiniste",   "magasinier",   "mecanicien",
     "menuisier",    "monteur",      "nos",          "notre",
     "nous",         "operateur",    "operatrice",   "ou",
     "ouvrier",      "ouvriere",     "par",          "plongeur",
     "pour",         "prepose",      "preposee",     "que",
     "qui",          "representant", "secretaire",   "serveur",
     "soudeur",      "superviseur",  "sur",          "technicien",
     "technicienne", "vendeur",      "vente",        "vous"}
);
static_assert(std::ranges::is_sorted(french_words));

template <std::size_t Count>
bool contains(const std::array<std::string_view, Count>& words, const std::string_view word) {
    return std::binary_search(words.begin(), words.end(), word);
}

}  // namespace

std::optional<OfficialLanguage> stated_language(const std::string_view text) {
    const std::string folded = fold(text);
    const bool english = says(folded, "en") || says(folded, "english") || says(folded, "anglais");
    const bool french = says(folded, "fr") || says(folded, "french") || says(folded, "francais");
    if (english == french) {
        return std::nullopt;
    }
    return english ? OfficialLanguage::english : OfficialLanguage::french;
}

std::optional<OfficialLanguage> detect_language(const std::string_view text) {
    const std::string folded = fold(text);
    const auto is_letter = [](const char character) {
        return character >= 'a' && character <= 'z';
    };
    int english = 0;
    int french = 0;
    for (std::size_t begin = 0; begin < folded.size();) {
        std::size_t end = begin;
        while (end < folded.size() && is_letter(folded[end])) {
            ++end;
        }
        const std::string_view word = std::string_view{folded}.substr(begin, end - begin);
        english += contains(english_words, word) ? 1 : 0;
        french += contains(french_words, word) ? 1 : 0;
        begin = end + 1;
    }
    if (english == french) {
        return std::nullopt;
    }
    return english > french ? OfficialLanguage::english : OfficialLanguage::french;
}

}  // namespace normalise
