#include "matcher/ranking/order.hpp"
#include "matcher/ranking/row_fit.hpp"
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
    const Query& query,
    const Text& text
) {
    Ranking result;
    RowFit row_fit{snapshot, candidate};
    for (const Row& row : snapshot.rows()) {
        if (!is_live(row, query.as_of) || is_excluded(exclusions, row)) {
            continue;
        }
        const fit::PostingTraits posting = traits(row);
        fit::TextMatch match{.own_weight = text.own_weight};
        if (text.own_weight > 0) {
            const FoundText found = text.found(std::span{&row.id, 1}).front();
            match.found_weight = found.weight;
            match.title_permille = found.title_permille;
        }
        const express_entry::Points points = lift.points(row);
        result.best.push_back(
            {.id = row.id,
             .fit = candidate.fit(posting, match).total,
             .basis_points = points,
             .placed_after = !candidate.placed_after(posting).empty(),
             .key = key_of(query, row, points, row_fit)}
        );
    }
    result.live = result.best.size();
    result.rows_scored = snapshot.rows().size();
    std::ranges::sort(result.best, before);
    result.best.resize(std::min(query.count, result.best.size()));
    return result;
}

}  // namespace ranking
