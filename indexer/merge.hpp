#pragma once

#include "indexer/duplicates/mark.hpp"
#include "sql/store/database.hpp"
#include "sql/store/posting_store.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace ingest {

/// What was found of postings that advertise one job.
struct Merged {
    std::int64_t looked_at = 0;  ///< Postings.
    std::int64_t changed = 0;  ///< Of all, those that since stand behind another, or no longer do.
    std::int64_t merged = 0;   ///< Those that stand behind another, in all.
};

struct MergeOptions {
    /// Postings that are looked at in one go while an ingest goes on.
    std::size_t at_once = 5'000;
    /// Given the postings looked at once the ingest is over; may be empty.
    std::function<void(std::int64_t)> progress{};
    /// Is given every change of the store, a revision at a time and in their order; may be empty.
    std::function<void(store::Revision, std::vector<store::StoredPosting>)> changed{};
};

/// Marks which postings advertise one job, while an ingest stores them: the outcome is that of
/// looking at all in the end, and there is less to do then. The caller holds the writer lock.
class Merge {
public:
    /// Keys employers by today's rule: which of them are one decides which postings can be.
    Merge(store::Database& database, store::PostingStore& postings, MergeOptions options);

    /// The ingest has stored as many more. No transaction may be open.
    void stored(std::size_t postings);

    /// The ingest is over: looks at the rest.
    Merged finish();

private:
    void mark(const std::function<void(std::int64_t)>& progress);

    store::DuplicateStore duplicates_;
    store::PostingStore& postings_;
    MergeOptions options_;
    std::size_t waiting_ = 0;
    Merged merged_;
};

}  // namespace ingest
