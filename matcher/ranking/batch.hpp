#pragma once

#include "matcher/ranking/alert_rules.hpp"
#include "matcher/ranking/top_k.hpp"

#include <cstddef>
#include <vector>

namespace ranking {

/// Whom a batch asks for. What is referred to outlives the asking.
struct BatchCandidate {
    const fit::CandidateTraits& traits;
    const domain::Exclusions& exclusions;
    const LiftByNoc& lift;
    Text text = {};
};

struct NewMatches {
    std::vector<Ranked> best;      ///< At most `matches_max`, best first.
    std::size_t matching = 0;      ///< How many are good enough, those beyond `best` as well.
    std::size_t rows_skipped = 0;  ///< In occupations whose best cannot be good enough.
    std::size_t rows_scored = 0;   ///< All others: these have an exact score.
    std::size_t texts_compared = 0;
};

/// The rows of `fresh` that are good enough to tell the candidate of: open on the day, their fit
/// reaches `fit_min`, they are not placed after the others and not excluded. Exact: the same as
/// scoring every row. An occupation is left alone where its points with the most of every other
/// part stay below `fit_min`, and words are looked up where a fit without them might reach it.
/// `query.count` does not matter.
NewMatches new_matches(
    const Snapshot& fresh,
    const BatchCandidate& candidate,
    const Query& query,
    const AlertRules& rules
);

}  // namespace ranking
