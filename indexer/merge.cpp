#include "indexer/merge.hpp"

#include "indexer/duplicates/mark.hpp"
#include "indexer/employers.hpp"

namespace ingest {

Merged merge(
    store::Database& database,
    store::PostingStore& postings,
    const std::function<void(std::int64_t)>& progress
) {
    // Which employers are one decides which postings can be.
    key_employers_anew(postings);
    store::DuplicateStore store{database};
    const duplicates::Marked marked = duplicates::mark(store, {.progress = progress});
    return {.looked_at = marked.looked_at, .changed = marked.marked, .merged = store.merged()};
}

}  // namespace ingest
