#pragma once

#include "indexer/ingest.hpp"
#include "indexer/reference.hpp"

#include <string>
#include <vector>

namespace ingest {

/// What a record is worth: the posting made of it, with every verdict.
struct Assessed {
    store::PostingRecord record;  ///< Verified, or with why not.
    std::vector<normalise::NotUnderstood> not_understood;
};

/// The ingest that reads a record.
struct Asked {
    domain::Date fetched_on;
    bool fetched = false;   ///< Its source is fetched: being in it says that a posting is open.
    bool rejected = false;  ///< A reviewer has taken the posting out.
    std::vector<std::string> cleared = {};  ///< Checks whose finding does not hold it back.
};

/// Normalises, codes and checks one record. Pure. A statistic names neither employer nor link, so
/// the checks that ask for these do not hold it back.
Assessed assess(
    const sources::SourceDescription& source,
    sources::Record record,
    std::string sha256,
    const Reference& reference,
    const Asked& asked
);

}  // namespace ingest
