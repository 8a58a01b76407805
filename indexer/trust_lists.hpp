#pragma once

#include "indexer/verification/lists.hpp"
#include "sql/store/database.hpp"

namespace ingest {

/// What postings are verified against: the lists whose imports are active now, and the concordance
/// of the NOC. Some seconds for a million rows; load it once, share it among threads, and anew when
/// a list has been imported or reverted. Nothing imported gives lists in which nothing is found.
verification::Lists load_trust_lists(store::Database& database);

}  // namespace ingest
