#include "services/matching/prospects.hpp"

#include "matcher/express_entry/posted_offer.hpp"

#include <cassert>
#include <utility>

namespace matching {
namespace {

constexpr int months_looked_back = 12;
constexpr int months_projected = 12;
constexpr int months_to_category_max = 36;

}  // namespace

Outlook::Outlook(
    const domain::Candidate& candidate,
    const express_entry::CrsProfile& profile,
    std::vector<const rules::RuleSet*> rule_sets,
    const std::vector<domain::Round>& rounds,
    const domain::Date as_of
)
    : candidate_{candidate},
      rule_sets_{std::move(rule_sets)},
      rounds_{rounds},
      as_of_{as_of},
      score_{express_entry::score(*rule_sets_.front(), profile.input).total},
      pool_{express_entry::pool_standing(candidate, as_of)} {
    if (score_) {
        standings_ =
            express_entry::round_standings(rounds_, *score_, pool_, as_of_, months_looked_back);
    }
}

std::optional<CutOff> Outlook::nearest_cut_off() const {
    std::optional<CutOff> nearest;
    for (const express_entry::RoundStanding& standing : standings_) {
        if (standing.invited == express_entry::Verdict::fail || !standing.enough()) {
            continue;
        }
        const int needed = -standing.distance;
        if (!nearest || needed < nearest->points_needed) {
            nearest = {.type = standing.type, .round = standing.last, .points_needed = needed};
        }
    }
    return nearest;
}

std::optional<Prospects> Outlook::prospects(
    const domain::Posting& posting, const express_entry::Lift& basis
) {
    assert(posting.noc && !posting.job_locations.empty());
    if (posting.job_locations.front().province == domain::Province::QC) {
        return std::nullopt;
    }
    const OfOccupation& occupation = of_occupation(*posting.noc);
    return Prospects{
        .programs = programs_with(express_entry::posted_offer(posting)),
        .categories_opened = occupation.categories_opened,
        .months = occupation.months,
        .rounds = rounds_with(basis.points),
    };
}

const Outlook::OfOccupation& Outlook::of_occupation(const domain::NocCode noc) {
    const auto known = known_.find(noc);
    if (known != known_.end()) {
        return known->second;
    }
    const express_entry::Plan plan{
        .job = express_entry::PlannedJob{.noc = noc, .start = as_of_},
        .language_tests = {},
        .education = {},
        .nominated_on = std::nullopt,
        .offer = std::nullopt};
    return known_
        .emplace(
            noc,
            OfOccupation{
                .categories_opened = express_entry::categories_opened(
                    candidate_, noc, as_of_, months_to_category_max
                ),
                .months =
                    express_entry::project(rule_sets_, candidate_, plan, as_of_, months_projected)}
        )
        .first->second;
}

std::vector<ProgramChange> Outlook::programs_with(const domain::Offer& offer) const {
    domain::Candidate with_offer = candidate_;
    with_offer.offer = offer;
    const auto after = express_entry::judge_programs(with_offer, as_of_);
    std::vector<ProgramChange> result;
    for (std::size_t index = 0; index < after.size(); ++index) {
        result.push_back(
            {.program = after[index].program,
             .before = pool_.programs[index].eligible,
             .after = after[index].eligible}
        );
    }
    return result;
}

std::vector<RoundChange> Outlook::rounds_with(const express_entry::Points& points) const {
    if (!score_ || !points) {
        return {};
    }
    const auto after = express_entry::round_standings(
        rounds_, *score_ + *points, pool_, as_of_, months_looked_back
    );
    std::vector<RoundChange> result;
    for (std::size_t index = 0; index < standings_.size(); ++index) {
        result.push_back({.before = standings_[index], .after = after[index]});
    }
    return result;
}

}  // namespace matching
