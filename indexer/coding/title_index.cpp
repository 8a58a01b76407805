#include "indexer/coding/title_index.hpp"

#include "indexer/coding/title_words.hpp"
#include "indexer/normalise/fold.hpp"

#include <algorithm>
#include <array>

namespace coding {
namespace {

constexpr std::string_view qualifier_mark = " - ";

std::string key_of(std::vector<std::string> words) {
    std::sort(words.begin(), words.end());
    return spaced(words);
}

std::string sorted_key(const std::string_view title) { return key_of(singular_words(title)); }

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
    return turned.empty() ? found(by_sorted_words_, key_without(title, is_level_word)) : turned;
}

const TitleIndex::Nocs& TitleIndex::part(const std::string_view title) const {
    const std::string folded = normalise::fold(title);
    const std::vector<std::string> parts = title_parts(folded);
    for (const std::string& part : parts) {
        if (const Nocs& nocs = whole(part); !nocs.empty()) {
            return nocs;
        }
    }
    if (const Nocs& nocs = found(by_sorted_words_, key_without(folded, is_offer_word));
        !nocs.empty()) {
        return nocs;
    }
    for (const std::string& part : parts) {
        const Nocs& nocs = found(by_sorted_words_, key_without(part, is_offer_word));
        if (!nocs.empty()) {
            return nocs;
        }
    }
    return none;
}

const TitleIndex::Nocs& TitleIndex::with_qualifier(const std::string_view title) const {
    const Nocs& same = found(by_qualified_words_, sorted_key(title));
    return same.empty() ? found(by_qualified_words_, key_without(title, is_level_word)) : same;
}

}  // namespace coding
