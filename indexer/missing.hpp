#pragma once

#include "indexer/ingest.hpp"

#include <string>

namespace ingest {

/// Closes postings and hands them to `changed` (Options), as an ingest does with what it writes.
store::Written close_and_tell(
    store::PostingStore& postings,
    const store::PostingStore::Closing& closing,
    const std::function<void(store::Revision, std::vector<store::StoredPosting>)>& changed
);

/// What a complete feed told by what it did not hold.
struct Missing {
    std::string source;
    std::int64_t offered = 0;  ///< Postings of the source that were open by their own dates.
    std::int64_t missing = 0;  ///< Of these, not in the feed.
    std::int64_t closed = 0;   ///< Of all, open or not by their dates, and not in the feed.
    std::string kept_because;  ///< Why nothing was closed; else empty.
};

/// How much of what a source offered may vanish at once before it is taken for a fault of the feed.
inline constexpr double missing_share_max = 0.5;

struct MissingOptions {
    domain::Date day;
    double share_max = missing_share_max;  ///< 0 to 1.
    std::function<void(store::Revision, std::vector<store::StoredPosting>)> changed{};
};

/// Closes what a source had and a complete feed, of which `seen` are the ids, has not. Where more
/// than `share_max` of the open postings are missing, nothing is closed. One transaction for each
/// thousand: killed in between, the next complete feed closes the rest.
Missing close_missing(
    store::PostingStore& postings,
    const std::string& source,
    const SeenIds& seen,
    const MissingOptions& options
);

}  // namespace ingest
