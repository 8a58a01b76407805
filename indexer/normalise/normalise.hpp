#pragma once

#include "indexer/normalise/gazetteer.hpp"
#include "indexer/occupation/occupations.hpp"
#include "indexer/sources/raw_posting.hpp"
#include "matcher/domain/posting.hpp"

#include <string>
#include <vector>

namespace normalise {

/// Something the source said that could not be understood. The posting goes on without it, and
/// nothing is invented in its place.
struct NotUnderstood {
    sources::Field field;
    std::string value;
    std::string reason;
};

struct Normalised {
    domain::Posting posting;
    std::vector<NotUnderstood> not_understood;
};

/// Increased whenever the same record would normalise differently: records of an older version are
/// taken up again by the next ingest.
inline constexpr int version = 10;

/// Pure: the same record gives the same posting on any day.
Normalised normalise(
    std::string_view source,
    const sources::RawPosting& raw,
    const Gazetteer& gazetteer,
    const occupation::Occupations& occupations
);

}  // namespace normalise
