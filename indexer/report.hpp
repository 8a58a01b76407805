#pragma once

#include "indexer/ingest.hpp"
#include "indexer/search/search.hpp"
#include "matcher/domain/result.hpp"

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
    std::optional<search::IndexStatus> index;  ///< Absent after a dry run.
};

/// What `status` tells.
struct Status {
    store::PostingStore::Totals totals;
    std::vector<store::PostingStore::ReasonCount> reasons;
    search::IndexStatus index;
};

std::string text(const RunReport& run);
std::string json(const RunReport& run);

std::string text(const Status& status);
std::string json(const Status& status);

}  // namespace ingest
