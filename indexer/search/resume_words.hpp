#pragma once

#include "indexer/search/relevance.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace search {

struct ResumeWord {
    std::string text;     ///< Folded.
    std::string written;  ///< As the résumé writes it first, in lower case.
    std::string english;  ///< Its terms.
    std::string french;
    std::int64_t weight = 0;
};

/// How many postings have a term, and how many there are.
struct Frequencies {
    std::function<double(const std::string& term)> having;
    double all = 0;
};

/// Of the words that any posting has, those that weigh most; of words with the same stem in either
/// language, one.
std::vector<ResumeWord> choose_words(
    const Frequencies& frequencies, const std::vector<ResumeText>& texts, std::size_t count
);

/// How much it says that a posting has a word which `having` of `all` have: sixteen for each
/// halving.
std::int64_t rarity(double having, double all);

}  // namespace search
