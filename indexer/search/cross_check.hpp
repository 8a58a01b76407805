#pragma once

#include "indexer/search/location.hpp"
#include "sql/store/posting_store.hpp"

#include <string>
#include <vector>

namespace search {

/// What was looked at, and what is wrong.
struct CrossCheck {
    std::int64_t postings = 0;   ///< Served, in the store.
    std::int64_t documents = 0;  ///< In the index.
    /// In words, the first `faults_named_max`; empty where all is well.
    std::vector<std::string> faults;
    std::int64_t faults_found = 0;
};

inline constexpr std::size_t faults_named_max = 100;

/// Holds the index against itself (Xapian's own check) and against the store: each served posting
/// has one document of its revision, and there is no other document. The caller holds the writer
/// lock, so that neither moves. An index that cannot be opened is a fault as well.
CrossCheck cross_check(const IndexLocation& location, store::PostingStore& postings);

}  // namespace search
