#include "indexer/missing.hpp"

#include <algorithm>
#include <cmath>

namespace ingest {
namespace {

constexpr std::size_t page_size = 10'000;
constexpr std::size_t closed_at_once = 1'000;

struct Counted {
    std::int64_t offered = 0;            ///< Open by their own dates.
    std::int64_t missing = 0;            ///< Of these.
    std::vector<domain::PostingId> ids;  ///< All that are missing.
};

Counted count_missing(
    store::PostingStore& postings,
    const std::string& source,
    const SeenIds& seen,
    const domain::Date day
) {
    Counted counted;
    std::string after;
    for (;;) {
        const auto page = postings.offered(source, after, day, page_size);
        for (const auto& offered : page) {
            const bool missing = !seen.contains(offered.source_id);
            counted.offered += offered.open ? 1 : 0;
            counted.missing += offered.open && missing ? 1 : 0;
            if (missing) {
                counted.ids.push_back(offered.id);
            }
        }
        if (page.size() < page_size) {
            return counted;
        }
        after = page.back().source_id;
    }
}

}  // namespace

store::Written close_and_tell(
    store::PostingStore& postings,
    const store::PostingStore::Closing& closing,
    const std::function<void(store::Revision, std::vector<store::StoredPosting>)>& changed
) {
    store::Written written = postings.close(closing);
    if (changed && written.revision > 0) {
        changed(
            written.revision, postings.changed_since(written.revision - 1, 0, closing.ids.size())
        );
    }
    return written;
}

Missing close_missing(
    store::PostingStore& postings,
    const std::string& source,
    const SeenIds& seen,
    const MissingOptions& options
) {
    const auto [offered, missing, ids] = count_missing(postings, source, seen, options.day);
    Missing result;
    result.source = source;
    result.offered = offered;
    result.missing = missing;
    const double tolerated = options.share_max * static_cast<double>(result.offered);
    if (static_cast<double>(result.missing) > tolerated) {
        const auto percent = std::lround(100 * options.share_max);
        result.kept_because = std::to_string(result.missing) + " of " +
                              std::to_string(result.offered) +
                              " open postings are missing at once, more than " +
                              std::to_string(percent) + " %: taken for a fault of the feed";
        return result;
    }
    for (std::size_t start = 0; start < ids.size(); start += closed_at_once) {
        const std::size_t end = std::min(ids.size(), start + closed_at_once);
        const store::PostingStore::Closing closing{
            .ids =
                {ids.begin() + static_cast<std::ptrdiff_t>(start),
                 ids.begin() + static_cast<std::ptrdiff_t>(end)},
            .state = "gone",
            .reason = "the complete feed has it no longer",
            .day = options.day};
        result.closed += close_and_tell(postings, closing, options.changed).counts.changed;
    }
    return result;
}

}  // namespace ingest
