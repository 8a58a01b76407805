#include "matcher/ranking/order.hpp"
#include "matcher/ranking/row_fit.hpp"
#include "matcher/ranking/top_k.hpp"

#include <algorithm>
#include <iterator>

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

bool is_shown(const Filter& filter, const Row& row) {
    const domain::NocCode noc = domain::NocCode::from_number(row.noc);
    const auto asks_for = [](const auto mask, const int number) {
        return mask == 0 || (mask & 1 << number) != 0;
    };
    return (filter.provinces == 0 || (filter.provinces & row.provinces) != 0) &&
           asks_for(filter.teers, noc.teer()) &&
           asks_for(filter.working_languages, row.working_language) &&
           (!filter.remote || (row.flags & flag::remote) != 0) &&
           (filter.nocs.empty() || contains(filter.nocs, noc)) &&
           row.hourly_pay >= filter.hourly_pay_min &&
           (!filter.among || contains(*filter.among, row.id));
}

/// As a person would count them: choosing each value alone, beside all other choices.
FacetCounts facets_of(const std::vector<Row>& rows, const Filter& filter) {
    const auto shown = [&](const auto choose) {
        Filter chosen = filter;
        choose(chosen);
        return std::ranges::count_if(rows, [&](const Row& row) { return is_shown(chosen, row); });
    };
    FacetCounts counts;
    for (std::size_t number = 0; number < counts.provinces.size(); ++number) {
        counts.provinces[number] = shown([&](Filter& chosen) {
            chosen.provinces = static_cast<std::uint16_t>(1U << number);
        });
    }
    for (std::size_t number = 0; number < counts.teers.size(); ++number) {
        counts.teers[number] =
            shown([&](Filter& chosen) { chosen.teers = static_cast<std::uint8_t>(1U << number); });
    }
    for (std::size_t number = 0; number < counts.languages.size(); ++number) {
        counts.languages[number] = shown([&](Filter& chosen) {
            chosen.working_languages = static_cast<std::uint8_t>(1U << number);
        });
    }
    counts.remote = shown([](Filter& chosen) { chosen.remote = true; });
    return counts;
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
    std::vector<Row> live;
    std::ranges::copy_if(snapshot.rows(), std::back_inserter(live), [&](const Row& row) {
        return is_live(row, query.as_of) && !is_excluded(exclusions, row);
    });
    for (const Row& row : live) {
        if (!is_shown(query.filter, row)) {
            continue;
        }
        const fit::PostingTraits posting = traits(row);
        fit::TextMatch match{.own_weight = text.own_weight};
        if (text.own_weight > 0) {
            const FoundText found = text.found(std::span{&row.id, 1}).front();
            match.found_weight = found.weight;
            match.title_permille = found.title_permille;
            match.title_known_permille = found.title_known_permille;
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
    result.live = live.size();
    result.shown = result.best.size();
    if (query.facets) {
        result.facets = facets_of(live, query.filter);
    }
    result.rows_scored = snapshot.rows().size();
    std::ranges::sort(result.best, before);
    result.best.resize(std::min(query.count, result.best.size()));
    return result;
}

}  // namespace ranking
