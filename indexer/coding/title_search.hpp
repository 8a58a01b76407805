#pragma once

#include "matcher/domain/language.hpp"
#include "matcher/domain/noc.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace coding {

/// A job title that people may be looking for: of the official index, or the name of a unit group.
struct KnownTitle {
    std::string title;
    domain::OfficialLanguage language = domain::OfficialLanguage::english;
    domain::NocCode noc;
};

struct TitleHit {
    domain::NocCode noc;
    std::string title;  ///< The one that was found, as it is published.
    domain::OfficialLanguage language = domain::OfficialLanguage::english;
};

/// Finds titles as somebody types: whole words, the beginning of the last one, misspellings, both
/// languages, whatever the gender and the accents. Immutable, and safe to use from several threads.
class TitleSearch {
public:
    explicit TitleSearch(std::vector<KnownTitle> titles);

    /// The best title of each unit group, the best first, at most `count`. A title has to have
    /// every word of the query; exact words come before beginnings, and those before misspellings.
    std::vector<TitleHit> find(std::string_view query, std::size_t count) const;

private:
    struct Word {
        std::string text;
        std::vector<std::uint32_t> titles;
    };
    /// Title -> how well it has a word of the query.
    using Scores = std::vector<float>;

    void add_word(std::string_view word, Scores& scores) const;

    std::vector<KnownTitle> titles_;
    std::vector<std::uint32_t> lengths_;  ///< Of each title, in words.
    std::vector<Word> words_;             ///< In alphabetical order.
};

}  // namespace coding
