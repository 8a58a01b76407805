#pragma once

#include "indexer/merge.hpp"
#include "indexer/missing.hpp"
#include "indexer/search/search.hpp"
#include "indexer/sources/rounds.hpp"
#include "matcher/domain/result.hpp"
#include "sql/store/round_store.hpp"

#include <boost/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ingest {

/// What became of one named file.
struct FileReport {
    std::string file;
    double seconds = 0;
    domain::Result<Report> outcome;
};

/// What an ingest tells the operator.
struct RunReport {
    std::vector<FileReport> files;
    std::vector<Missing> missing;  ///< Of each source whose feed is complete.
    Merged duplicates;
    std::optional<search::IndexStatus> index;  ///< Absent after a dry run.
};

/// What `status` tells.
struct Status {
    store::PostingStore::Totals totals;
    std::vector<store::PostingStore::ReasonCount> reasons;
    search::IndexStatus index;
};

/// What an import of rounds tells. After a dry run, `done` is what it would have done.
struct RoundsReport {
    enum class Run : std::uint8_t { real, dry };
    Run run = Run::real;
    store::RoundComparison done;
    std::vector<sources::RefusedRound> refused;
};

std::string text(const RunReport& run);
std::string json(const RunReport& run);

/// The counts of one file as the report and the table of runs have them.
boost::json::object counts_json(const Counts& counts);

std::string text(const Status& status);
std::string json(const Status& status);

std::string text(const RoundsReport& rounds);
std::string json(const RoundsReport& rounds);

}  // namespace ingest
