#pragma once

#include "indexer/normalise/normalise.hpp"
#include "indexer/reference.hpp"
#include "indexer/seen_ids.hpp"
#include "indexer/sources/read.hpp"
#include "sql/store/posting_store.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace ingest {

/// Why a record was kept aside.
struct Reason {
    std::string field;
    std::string reason;
    auto operator<=>(const Reason&) const = default;
};

struct Counts {
    std::int64_t records = 0;      ///< Read, whatever became of them.
    std::int64_t stored = 0;       ///< Verified postings, new, changed or unchanged.
    std::int64_t statistics = 0;   ///< Kept as figures, never served.
    std::int64_t quarantined = 0;  ///< Kept aside with file, line, field and reason.
    std::int64_t closed = 0;       ///< Pages that say that a known posting is no longer advertised.
    std::int64_t unreadable = 0;   ///< Of the quarantined: nobody knows which posting they were.
    /// Of `records`: seen for the first time, changed since, or as before. A dry run counts as new
    /// whatever is not stored and verified already.
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::map<Reason, std::int64_t> reasons;  ///< Of the quarantined.
    /// Field -> values not understood, in the records that this ingest has taken up: those known
    /// from before and unchanged are not read again.
    std::map<std::string, std::int64_t> not_understood;
};

struct Report {
    sources::SourceDescription source;
    Counts counts;
    SeenIds seen;  ///< Of all records that have an id, stored or kept aside.
};

struct Progress {
    std::int64_t records = 0;
    std::int64_t bytes_read = 0;  ///< As they stand in the file, compressed or not.
    std::int64_t bytes_total = 0;
};

struct Options {
    domain::Date fetched_on;  ///< The day of this ingest; dates of postings are held against it.
    bool fetched = false;     ///< The file was fetched from where its source stands.
    bool dry_run = false;     ///< Reads, normalises and checks, and writes nothing.
    std::size_t batch_size = 1'000;                   ///< Records of one transaction.
    std::function<void(const Progress&)> progress{};  ///< May be empty.

    /// Is given every change of the store, a revision at a time and in their order, once it is
    /// committed. May be empty.
    std::function<void(store::Revision, std::vector<store::StoredPosting>)> changed{};
};

/// Ingests one file in one pass: every record is stored, kept aside or closes a posting, and
/// records = stored + statistics + quarantined + closed. Of postings with the same source id the
/// last one counts and those before it are kept aside; of statistics, whose words are not kept,
/// the first one counts. A record that an earlier ingest has seen superseded waits for the end of
/// the file: where its successor does not come again, it counts after all. The next ingest of the
/// same file changes nothing. Refuses what sources::describe and sources::read refuse, before
/// anything is written. The caller holds the writer lock of `postings` unless this is a dry run.
/// Memory does not grow with the file but for eight bytes an id, doubled for room.
domain::Result<Report> ingest(
    const sources::SourceFile& file,
    const Reference& reference,
    store::PostingStore& postings,
    const Options& options
);

}  // namespace ingest
