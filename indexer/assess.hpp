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

/// Normalises, codes and checks one record. Pure. A statistic names neither employer nor link, so
/// the checks that ask for these do not hold it back.
Assessed assess(
    const sources::SourceDescription& source,
    sources::Record record,
    std::string sha256,
    const Reference& reference,
    domain::Date fetched_on
);

}  // namespace ingest
