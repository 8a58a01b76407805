#pragma once

#include "sql/store/database.hpp"
#include "sql/store/posting_store.hpp"

#include <cstdint>
#include <functional>

namespace ingest {

/// What was found of postings that advertise one job.
struct Merged {
    std::int64_t looked_at = 0;  ///< Postings.
    std::int64_t changed = 0;  ///< Of all, those that since stand behind another, or no longer do.
    std::int64_t merged = 0;   ///< Those that stand behind another, in all.
};

/// Between an ingest and the index: keys employers by today's rule, then marks which postings
/// advertise one job. `progress` is given the postings looked at, and may be empty. The caller
/// holds the writer lock.
Merged merge(
    store::Database& database,
    store::PostingStore& postings,
    const std::function<void(std::int64_t)>& progress
);

}  // namespace ingest
