#include "indexer/search/synonyms.hpp"

#include "indexer/search/words.hpp"
#include "matcher/document/json.hpp"

#include <boost/json/value.hpp>

#include <algorithm>
#include <search_data.hpp>
#include <string_view>
#include <unordered_map>

namespace search {
namespace {

constexpr std::size_t phrase_words_max = 5;

/// Words as they are looked for: stemmed, so that number and gender do not matter.
std::string key(const std::span<const std::string> words, const auto& stem) {
    std::string text;
    for (const std::string& word : words) {
        text.append(stem(word)) += ' ';
    }
    return text;
}

class Table {
public:
    Table() {
        const auto document = document::parse(search_data::synonyms.text).value();
        for (const auto& group : document.as_array()) {
            groups_.emplace_back();
            add(group.at("en").as_array(), english_, english_stem);
            add(group.at("fr").as_array(), french_, french_stem);
        }
    }

    Synonyms of(const std::span<const std::string> words) const {
        for (std::size_t count = std::min(words.size(), phrase_words_max); count > 0; --count) {
            const std::span<const std::string> named = words.first(count);
            const std::string english = key(named, english_stem);
            const std::string french = key(named, french_stem);
            const auto in_english = english_.find(english);
            const auto in_french = french_.find(french);
            if (in_english != english_.end()) {
                return {.words = count, .others = others(in_english->second, english, french)};
            }
            if (in_french != french_.end()) {
                return {.words = count, .others = others(in_french->second, english, french)};
            }
        }
        return {};
    }

private:
    using GroupsByKey = std::unordered_map<std::string, std::size_t>;

    void add(const boost::json::array& names, GroupsByKey& by_key, const auto& stem) {
        for (const auto& name : names) {
            OtherName other{.name = std::string{name.as_string()}, .words = {}};
            other.words = words(other.name);
            by_key.emplace(key(other.words, stem), groups_.size() - 1);
            groups_.back().push_back(std::move(other));
        }
    }

    /// Names that are not the one asked for in another form.
    std::vector<OtherName> others(
        const std::size_t group, const std::string& english, const std::string& french
    ) const {
        std::vector<OtherName> result;
        for (const OtherName& other : groups_[group]) {
            if (key(other.words, english_stem) != english &&
                key(other.words, french_stem) != french) {
                result.push_back(other);
            }
        }
        return result;
    }

    std::vector<std::vector<OtherName>> groups_;
    GroupsByKey english_;  ///< By the stems of its English names.
    GroupsByKey french_;
};

}  // namespace

Synonyms synonyms_of(const std::span<const std::string> words) {
    static const Table table;
    return table.of(words);
}

}  // namespace search
