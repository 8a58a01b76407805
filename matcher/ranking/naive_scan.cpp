#include "matcher/ranking/top_k.hpp"

#include <algorithm>

namespace ranking {
namespace {

template <class Values, class Value>
bool contains(const Values& values, const Value& value) {
    return std::ranges::find(values, value) != values.end();
}

bool is_excluded(const domain::Exclusions& exclusions, const Row& row) {
    return contains(exclusions.postings, row.id) ||
           contains(exclusions.nocs, domain::NocCode::from_number(row.noc)) ||
           std::ranges::any_of(exclusions.employers, [&](const std::string& employer) {
               return employer_hash(employer) == row.employer;
           });
}

}  // namespace

Ranking naive_scan(
    const Snapshot& snapshot,
    const fit::CandidateTraits& candidate,
    const domain::Exclusions& exclusions,
    const LiftByNoc& lift,
    const Query& query
) {
    Ranking result;
    for (const Row& row : snapshot.rows()) {
        if (!is_live(row, query.as_of) || is_excluded(exclusions, row)) {
            continue;
        }
        const fit::PostingTraits posting = traits(row);
        result.best.push_back(
            {.id = row.id,
             .fit = candidate.fit(posting).total,
             .basis_points = lift.points(row),
             .placed_after = !candidate.placed_after(posting).empty()}
        );
    }
    result.live = result.best.size();
    result.rows_scored = snapshot.rows().size();
    std::ranges::sort(result.best, [&](const Ranked& left, const Ranked& right) {
        return before(left, right, query.order);
    });
    result.best.resize(std::min(query.count, result.best.size()));
    return result;
}

}  // namespace ranking
