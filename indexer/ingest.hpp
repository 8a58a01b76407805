#pragma once

#include "indexer/normalise/normalise.hpp"
#include "indexer/sources/read.hpp"
#include "sql/store/posting_store.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace ingest {

struct Counts {
    std::int64_t records = 0;      ///< Read, whatever became of them.
    std::int64_t stored = 0;       ///< Verified postings, new, changed or unchanged.
    std::int64_t statistics = 0;   ///< Kept as figures, never served.
    std::int64_t quarantined = 0;  ///< Kept aside with file, line, field and reason.
    std::int64_t added = 0;        ///< Of `records`: seen for the first time.
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::map<std::string, std::int64_t> reasons;         ///< `field: reason` of the quarantined.
    std::map<std::string, std::int64_t> not_understood;  ///< Field -> values not understood.
};

struct Options {
    domain::Date fetched_on;  ///< The day of this ingest; dates of postings are held against it.
    bool dry_run = false;     ///< Reads, normalises and checks, and writes nothing.
    std::size_t batch_size = 500;
};

/// Ingests one file: every record is stored or kept aside, and records = stored + statistics +
/// quarantined. Refuses what sources::describe refuses.
domain::Result<Counts> ingest(
    const sources::SourceFile& file,
    const normalise::Gazetteer& gazetteer,
    const occupation::Occupations& occupations,
    store::PostingStore& postings,
    const Options& options,
    const sources::Sink& observer
);

}  // namespace ingest
