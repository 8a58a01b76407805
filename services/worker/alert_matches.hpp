#pragma once

#include "matcher/domain/result.hpp"
#include "matcher/ranking/batch.hpp"
#include "services/worker/worker.hpp"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace worker {

/// Postings that came to be served, as ranking sees them, with the revision at which each came.
class Arrivals {
public:
    /// Those after revision `after` and up to `upto`, served and open on the day.
    Arrivals(const Workshop& workshop, std::int64_t after, std::int64_t upto, domain::Date as_of);

    /// Those that came after a revision, ready for many candidates. Kept for the next who asks for
    /// the same.
    const ranking::Snapshot& after(std::int64_t revision);

    /// The posting if it is one of those that came after the revision.
    const ranking::Row* find(domain::PostingId id, std::int64_t revision) const;

    std::size_t size() const { return rows_.size(); }

private:
    struct Arrived {
        ranking::Row row;
        std::int64_t revision = 0;
    };
    std::unordered_map<domain::PostingId, Arrived> rows_;
    std::unordered_map<std::int64_t, ranking::Snapshot> fresh_;
};

/// What new postings there are for a saved search.
struct Found {
    std::vector<store::Announced> best;
    std::size_t matching = 0;
    std::size_t pairs = 0;  ///< Of the candidate and a posting.
    std::size_t pairs_skipped = 0;
};

/// Among those that came after `revision`, without those of `announced`. Refuses a stored document
/// or query that is none any more, since the program has learnt to read more strictly: one of them
/// must not keep everybody else from being told.
domain::Result<Found> find_new(
    const Workshop& workshop,
    const store::SearchToAlert& search,
    Arrivals& arrivals,
    std::int64_t revision,
    const std::vector<domain::PostingId>& announced,
    domain::Date as_of
);

}  // namespace worker
