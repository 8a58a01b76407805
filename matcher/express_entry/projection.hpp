#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/express_entry/crs.hpp"
#include "matcher/express_entry/reason.hpp"

#include <optional>
#include <vector>

namespace express_entry {

/// Work in Canada from a day on, in place of the jobs held until then.
struct PlannedJob {
    domain::NocCode noc = domain::NocCode::from_number(0);
    domain::Date start;
    double weekly_hours = 40;
};

struct PlannedOffer {
    domain::Offer offer;
    domain::Date date;
};

/// What the candidate means to do. What is left out stays as it is: present jobs go on.
struct Plan {
    std::optional<PlannedJob> job;
    std::vector<domain::LanguageTest> language_tests;  ///< With the levels hoped for.
    std::vector<domain::Education> education;          ///< To be completed or assessed.
    std::optional<domain::Date> nominated_on;
    std::optional<PlannedOffer> offer;
};

/// Something that changes the score.
struct ScoreEvent {
    domain::Date date;
    Reason reason;
    std::vector<Points> points;  ///< By rule set; nothing where a score is not known.
};

struct ProjectedMonth {
    domain::Date date;
    std::vector<Points> totals;      ///< By rule set.
    std::vector<ScoreEvent> events;  ///< Since the month before; they add up to the change.
};

/// The score on `as_of` and on the same day of each of the `months` after, under each of the rule
/// sets as they stand today, whatever may replace them.
std::vector<ProjectedMonth> project(
    const std::vector<const rules::RuleSet*>& rule_sets,
    const domain::Candidate& candidate,
    const Plan& plan,
    domain::Date as_of,
    int months
);

/// The candidate of a later day, if the plan comes true.
domain::Candidate as_planned(
    const domain::Candidate& candidate, const Plan& plan, domain::Date day
);

}  // namespace express_entry
