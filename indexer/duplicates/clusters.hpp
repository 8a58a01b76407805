#pragma once

#include "indexer/duplicates/advertisement.hpp"

#include <vector>

namespace duplicates {

/// Postings of one job, and the one that stands for all: the one that is open longest, of these the
/// one that says most.
struct Cluster {
    domain::PostingId canonical = 0;
    std::vector<domain::PostingId> others;  ///< At least one.
};

/// The jobs that are advertised more than once. The answer depends on the set alone, not on its
/// order nor on ids, provided that it holds all advertisements that share a key with one of it.
/// Takes time linear in the number of advertisements.
std::vector<Cluster> clusters(std::vector<Advertisement> ads);

}  // namespace duplicates
