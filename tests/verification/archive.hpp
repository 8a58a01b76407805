#pragma once

#include "indexer/verification/lists.hpp"
#include "matcher/domain/posting.hpp"

#include <functional>
#include <string>

/// The archive of March 2021 and the published lists beside the repository, in memory.
namespace archive {

/// Every list that postings are verified against, as its importer reads it.
verification::Lists lists();

/// Every posting of the archive, with its occupation. Wants the test server for the reference.
void each_posting(const std::function<void(const domain::Posting&)>& take);

/// Of a pair's entry (`lmia/FILE/LINE`): the names it goes under.
struct Names {
    std::string legal_key;
    std::string operating_key;
};
Names names_of(const std::string& entry);

struct Label {
    std::string stratum;
    std::string half;
    std::string posting;  ///< `SOURCE/NUMBER`
    std::string entry;
    std::string verdict;  ///< `same`, `different`, `unsure`
};

/// tests/verification/employer_match_labels.tsv.
std::vector<Label> labels();

/// Of a proportion, by Wilson, 95 %.
struct Interval {
    double low = 0;
    double high = 0;
};
Interval wilson(std::size_t successes, std::size_t trials);

}  // namespace archive
