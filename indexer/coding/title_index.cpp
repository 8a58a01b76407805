#include "indexer/coding/title_index.hpp"

#include "indexer/coding/title_words.hpp"
#include "indexer/normalise/fold.hpp"

#include <algorithm>
#include <array>

namespace coding {
namespace {

constexpr std::string_view qualifier_mark = " - ";

/// How far somebody is in an occupation, not which one it is: without them 76 of 80 labelled titles
/// are what the index says of the rest.
constexpr auto level_words = std::to_array<std::string_view>(
    {"experienced", "experimente", "general", "intermediaire", "intermediate", "junior", "senior"}
);
static_assert(std::ranges::is_sorted(level_words));

/// What an offer says of itself, not of the occupation.
constexpr auto offer_words = std::to_array<std::string_view>(
    {"anticipatory", "bilingual", "bilingue", "casual",      "contract", "full",    "hiring",
     "immediate",    "inventory", "needed",   "occasionnel", "part",     "partiel", "permanent",
     "plein",        "position",  "pt",       "saisonnier",  "seasonal", "summer",  "temp",
     "temporaire",   "temporary", "time",     "wanted"}
);
static_assert(std::ranges::is_sorted(offer_words));

std::string key_of(std::vector<std::string> words) {
    std::sort(words.begin(), words.end());
    return spaced(words);
}

std::string sorted_key(const std::string_view title) { return key_of(singular_words(title)); }

bool is_level(const std::string_view word) { return std::ranges::binary_search(level_words, word); }

bool is_of_the_offer(const std::string_view word) {
    return is_level(word) || std::ranges::binary_search(offer_words, word);
}

std::string key_without(const std::string_view title, bool (*const leaves_out)(std::string_view)) {
    std::vector<std::string> words = singular_words(title);
    std::erase_if(words, leaves_out);
    return key_of(std::move(words));
}

void add(std::vector<domain::NocCode>& nocs, const domain::NocCode noc) {
    if (std::find(nocs.begin(), nocs.end(), noc) == nocs.end()) {
        nocs.push_back(noc);
    }
}

std::string without_brackets(const std::string_view folded) {
    std::string text;
    for (std::size_t begin = 0; begin < folded.size();) {
        const std::size_t open = std::min(folded.find('(', begin), folded.size());
        text.append(folded.substr(begin, open - begin));
        const std::size_t close = folded.find(')', open);
        begin = close == std::string_view::npos ? folded.size() : close + 1;
    }
    return text;
}

std::string_view before_qualifier(const std::string_view folded) {
    return folded.substr(0, std::min(folded.find(qualifier_mark), folded.find(':')));
}

const TitleIndex::Nocs none;

template <class Map>
const TitleIndex::Nocs& found(const Map& map, const std::string& key) {
    const auto at = map.find(key);
    return at == map.end() ? none : at->second;
}

}  // namespace

TitleIndex::TitleIndex(const std::vector<IndexTitle>& titles) {
    for (const IndexTitle& entry : titles) {
        for (const std::string& form : gendered_forms(entry.title)) {
            add(by_words_[spaced(title_words(form))], entry.noc);
            add(by_sorted_words_[sorted_key(form)], entry.noc);
            const std::size_t mark = form.find(qualifier_mark);
            if (mark != std::string::npos) {
                const std::string_view before = std::string_view{form}.substr(0, mark);
                add(by_qualified_words_[sorted_key(before)], entry.noc);
            }
        }
    }
}

const TitleIndex::Nocs& TitleIndex::whole(const std::string_view title) const {
    const Nocs& same = found(by_words_, spaced(title_words(title)));
    if (!same.empty()) {
        return same;
    }
    const Nocs& turned = found(by_sorted_words_, sorted_key(title));
    return turned.empty() ? found(by_sorted_words_, key_without(title, is_level)) : turned;
}

const TitleIndex::Nocs& TitleIndex::part(const std::string_view title) const {
    const std::string folded = normalise::fold(title);
    const std::string bare = without_brackets(folded);
    const std::array<std::string_view, 4> texts{
        folded, bare, before_qualifier(folded), before_qualifier(bare)};
    for (const std::string_view text : texts) {
        const Nocs& nocs = text.size() < folded.size() ? whole(text) : none;
        if (!nocs.empty()) {
            return nocs;
        }
    }
    for (const std::string_view text : texts) {
        const Nocs& nocs = found(by_sorted_words_, key_without(text, is_of_the_offer));
        if (!nocs.empty()) {
            return nocs;
        }
    }
    return none;
}

const TitleIndex::Nocs& TitleIndex::with_qualifier(const std::string_view title) const {
    const Nocs& same = found(by_qualified_words_, sorted_key(title));
    return same.empty() ? found(by_qualified_words_, key_without(title, is_level)) : same;
}

}  // namespace coding
