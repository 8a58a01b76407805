#pragma once

#include "indexer/reference.hpp"
#include "indexer/report.hpp"
#include "indexer/search/location.hpp"
#include "sql/store/run_store.hpp"

#include <functional>
#include <string>
#include <vector>

namespace ingest {

/// A file to take in, and whether its source's files of this run hold all that the source offers.
struct RunSource {
    enum class Feed : std::uint8_t {
        partial,   ///< What is not in it may be open all the same.
        complete,  ///< What is not in it is gone.
    };
    sources::SourceFile file;
    Feed feed = Feed::partial;
    bool fetched = false;  ///< From where its source stands: what is in it is open.
};

struct RunOptions {
    domain::Date day;  ///< Of this ingest.
    bool dry_run = false;
    search::IndexLocation index_folder{};
    std::size_t batch_size = 1'000;  ///< Records of one transaction.
    double missing_share_max = ingest::missing_share_max;

    /// Told as the work goes on; may be empty.
    std::function<void(const sources::SourceFile&, const Progress&)> progress{};
    std::function<void(std::int64_t postings)> duplicates_progress{};
    std::function<void(std::int64_t documents)> index_progress{};
};

/// Takes files in and brings the index up to date meanwhile; then marks which postings advertise
/// one job. Of a source with a complete feed, what its files have no longer is closed in the end,
/// unless one of them was refused or could not be read in every part. Each file's run is recorded.
/// The caller holds the writer lock unless this is a dry run. What fails throws: what is stored by
/// then stays, and the next run goes on from there.
RunReport run(
    const std::vector<RunSource>& sources,
    store::Database& database,
    const Reference& reference,
    const RunOptions& options
);

}  // namespace ingest
