#include "matcher/ranking/batch.hpp"

#include "matcher/ranking/excluded.hpp"
#include "matcher/ranking/order.hpp"
#include "matcher/ranking/row_fit.hpp"

#include <algorithm>
#include <utility>

namespace ranking {
namespace {

/// Those whose fit without words, and with the most that words can add, might be good enough.
std::vector<Ranked> promising(
    const Snapshot& fresh,
    const BatchCandidate& candidate,
    const Query& query,
    const int fit_min,
    NewMatches& result
) {
    const Excluded excluded{candidate.exclusions};
    RowFit row_fit{fresh, candidate.traits};
    std::vector<Ranked> ranked;
    for (const Snapshot::Group& group : fresh.groups()) {
        if (row_fit.bound(group.noc) < fit_min) {
            result.rows_skipped += group.end - group.begin;
            continue;
        }
        result.rows_scored += group.end - group.begin;
        const express_entry::Points points = candidate.lift.points(group.noc);
        row_fit.enter(group.noc);
        for (std::size_t index = group.begin; index < group.end; ++index) {
            const Row& row = fresh.rows()[index];
            const int fit = row_fit.points(row);
            if (fit < fit_min || !is_live(row, query.as_of) || row_fit.placed_after(row) ||
                excluded.has(row)) {
                continue;
            }
            const express_entry::Points row_points =
                row.offer_zero != 0 ? express_entry::Points{0} : points;
            ranked.push_back(
                {.id = row.id,
                 .fit = fit,
                 .basis_points = row_points,
                 .placed_after = false,
                 .key = key_of(query, row, row_points, row_fit)}
            );
        }
    }
    return ranked;
}

void add_words(std::vector<Ranked>& ranked, const BatchCandidate& candidate) {
    std::ranges::sort(ranked, {}, &Ranked::id);
    std::vector<domain::PostingId> ids(ranked.size());
    std::ranges::transform(ranked, ids.begin(), &Ranked::id);
    const std::vector<FoundText> found = candidate.text.found(ids);
    for (std::size_t at = 0; at < ranked.size(); ++at) {
        ranked[at].fit += text_points(candidate.traits, candidate.text, found[at]);
    }
}

}  // namespace

NewMatches new_matches(
    const Snapshot& fresh,
    const BatchCandidate& candidate,
    const Query& query,
    const AlertRules& rules
) {
    NewMatches result;
    const int text_max = text_points_max(candidate.traits, candidate.text);
    std::vector<Ranked> ranked =
        promising(fresh, candidate, query, rules.fit_min - text_max, result);
    if (text_max > 0 && !ranked.empty()) {
        result.texts_compared = ranked.size();
        add_words(ranked, candidate);
        std::erase_if(ranked, [&](const Ranked& one) { return one.fit < rules.fit_min; });
    }
    result.matching = ranked.size();
    const auto wanted = static_cast<std::ptrdiff_t>(std::min(rules.matches_max, ranked.size()));
    std::ranges::partial_sort(ranked, ranked.begin() + wanted, before);
    ranked.resize(static_cast<std::size_t>(wanted));
    result.best = std::move(ranked);
    return result;
}

}  // namespace ranking
