#pragma once

#include "indexer/search/location.hpp"
#include "sql/store/posting_store.hpp"
#include "sql/store/reference_store.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace search {

struct IndexReport {
    std::int64_t documents_written = 0;
    std::int64_t documents_removed = 0;
    std::int64_t revision = 0;
};

/// Brings the index up to the revision of the store, in batches; each becomes visible together
/// with its revision. Called again after a crash it goes on where the last commit stood. Builds the
/// index anew where there is none, or one of another schema or of another number of shards than is
/// asked for, or one ahead of the store and so of another database. The location is a folder. The
/// caller holds the writer lock of `postings`. `progress` may be empty. The titles of `unit_groups`
/// let a query in one language find postings in the other; without them only the posting's own
/// words are found. Failures of the index throw IndexError.
IndexReport update_index(
    const IndexLocation& location,
    store::PostingStore& postings,
    const std::function<void(std::int64_t documents_done)>& progress,
    const std::vector<store::NocUnitGroup>& unit_groups = {}
);

/// Builds the index anew from the store and then puts it in the place of the old one at once.
IndexReport rebuild_index(
    const IndexLocation& location,
    store::PostingStore& postings,
    const std::function<void(std::int64_t documents_done)>& progress,
    const std::vector<store::NocUnitGroup>& unit_groups = {}
);

}  // namespace search
