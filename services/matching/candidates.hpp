#pragma once

#include "indexer/search/location.hpp"
#include "matcher/domain/posting.hpp"
#include "services/matching/matching.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace matching {

/// Who may be shown to the employer of a posting.
struct Applicant {
    std::string id;
    domain::Candidate candidate;
};

struct RankedCandidate {
    std::string id;
    fit::Fit fit;
    std::vector<fit::PlacedAfter> placed_after;
};

struct CandidateRanking {
    std::vector<RankedCandidate> best;  ///< Best first.
    std::size_t matching = 0;  ///< Candidates who may be shown, those beyond `best` as well.
};

/// The candidates whom a posting suits, by the same fit by which postings are ranked for them, and
/// in the same order: those without a fact that places them after others first, then fit, then id.
/// Whoever excludes the posting, its employer or its occupation is not there. `next` gives one page
/// after the other, and an empty one in the end.
CandidateRanking candidates_for(
    const Facts& facts,
    const search::PostingWords& words,
    const domain::Posting& posting,
    domain::Date as_of,
    std::size_t count,
    const std::function<std::vector<Applicant>()>& next
);

}  // namespace matching
