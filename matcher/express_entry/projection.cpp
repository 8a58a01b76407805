#include "matcher/express_entry/projection.hpp"

#include "matcher/express_entry/categories.hpp"
#include "matcher/express_entry/profile.hpp"

#include <algorithm>
#include <array>

namespace express_entry {
namespace {

using domain::Candidate;
using domain::Date;
using RuleSets = std::vector<const rules::RuleSet*>;
using enum ReasonCode;

std::vector<Points> totals(const RuleSets& rule_sets, const CrsInput& input) {
    std::vector<Points> result;
    result.reserve(rule_sets.size());
    for (const rules::RuleSet* rule_set : rule_sets) {
        result.push_back(score(*rule_set, input).total);
    }
    return result;
}

/// What happened to bring one part of the input from `before` to `after` on a day.
struct Occasion {
    const Candidate& candidate;
    Date day;
    const CrsInput& before;
    const CrsInput& after;
};

Reason work_reason(
    const int before, const int after, const ReasonCode gained, const ReasonCode lost
) {
    return because(after > before ? gained : lost, {after});
}

Reason language_reason(const Occasion& occasion) {
    const bool expired =
        std::ranges::any_of(occasion.candidate.language_tests, [&](const auto& test) {
            return language_expires(test) == occasion.day;
        });
    return because(expired ? language_expired : language_levels_changed);
}

Reason education_reason(const Occasion& occasion) {
    const bool expired =
        std::ranges::any_of(occasion.candidate.education, [&](const auto& credential) {
            return assessment_expires(credential) == occasion.day;
        });
    return because(expired ? education_expired : education_counted);
}

/// A part of the input that can change by itself.
struct Aspect {
    bool (*same)(const CrsInput&, const CrsInput&);
    void (*take)(CrsInput& into, const CrsInput& from);
    Reason (*reason)(const Occasion&);
};

bool same_spouse(const CrsInput& left, const CrsInput& right) {
    if (left.spouse.has_value() != right.spouse.has_value()) {
        return false;
    }
    return !left.spouse || (left.spouse->education == right.spouse->education &&
                            left.spouse->first_language == right.spouse->first_language &&
                            left.spouse->canadian_work_years == right.spouse->canadian_work_years);
}

bool same_offer(const CrsInput& left, const CrsInput& right) {
    return left.job_offer == right.job_offer;
}

constexpr std::array aspects{
    Aspect{
        [](const CrsInput& left, const CrsInput& right) { return left.age == right.age; },
        [](CrsInput& into, const CrsInput& from) { into.age = from.age; },
        [](const Occasion& on) { return because(birthday, {on.after.age}); }},
    Aspect{
        [](const CrsInput& left, const CrsInput& right) {
            return left.canadian_work_years == right.canadian_work_years;
        },
        [](CrsInput& into, const CrsInput& from) {
            into.canadian_work_years = from.canadian_work_years;
            into.canadian_work_noc = from.canadian_work_noc;
        },
        [](const Occasion& on) {
            return work_reason(
                on.before.canadian_work_years,
                on.after.canadian_work_years,
                canadian_work_gained,
                canadian_work_lost
            );
        }},
    Aspect{
        [](const CrsInput& left, const CrsInput& right) {
            return left.foreign_work_years == right.foreign_work_years;
        },
        [](CrsInput& into, const CrsInput& from) {
            into.foreign_work_years = from.foreign_work_years;
        },
        [](const Occasion& on) {
            return work_reason(
                on.before.foreign_work_years,
                on.after.foreign_work_years,
                foreign_work_gained,
                foreign_work_lost
            );
        }},
    Aspect{
        [](const CrsInput& left, const CrsInput& right) {
            return left.first_language == right.first_language &&
                   left.second_language == right.second_language;
        },
        [](CrsInput& into, const CrsInput& from) {
            into.first_language = from.first_language;
            into.second_language = from.second_language;
        },
        language_reason},
    Aspect{
        [](const CrsInput& left, const CrsInput& right) {
            return left.education == right.education && left.canadian_study == right.canadian_study;
        },
        [](CrsInput& into, const CrsInput& from) {
            into.education = from.education;
            into.canadian_study = from.canadian_study;
        },
        education_reason},
    Aspect{
        same_spouse,
        [](CrsInput& into, const CrsInput& from) { into.spouse = from.spouse; },
        [](const Occasion&) { return because(spouse_changed); }},
    Aspect{
        [](const CrsInput& left, const CrsInput& right) {
            return left.provincial_nomination == right.provincial_nomination;
        },
        [](CrsInput& into, const CrsInput& from) {
            into.provincial_nomination = from.provincial_nomination;
        },
        [](const Occasion&) { return because(nomination_received); }},
    Aspect{
        same_offer,
        [](CrsInput& into, const CrsInput& from) { into.job_offer = from.job_offer; },
        [](const Occasion&) { return because(offer_received); }},
    // Whatever is left, so that the events always add up to the change.
    Aspect{
        [](const CrsInput&, const CrsInput&) { return false; },
        [](CrsInput& into, const CrsInput& from) { into = from; },
        [](const Occasion&) { return because(other_change); }},
};

bool same_score(const CrsInput& left, const CrsInput& right) {
    return std::all_of(aspects.begin(), aspects.end() - 1, [&](const Aspect& aspect) {
        return aspect.same(left, right);
    });
}

bool any_points(const std::vector<Points>& points) {
    return std::ranges::any_of(points, [](const Points one) { return one && *one != 0; });
}

/// The changes of one day, one after the other, each with what it alone then adds.
void add_events(
    std::vector<ScoreEvent>& events, const RuleSets& rule_sets, const Occasion& occasion
) {
    CrsInput input = occasion.before;
    std::vector<Points> before = totals(rule_sets, input);
    for (const Aspect& aspect : aspects) {
        if (aspect.same(input, occasion.after)) {
            continue;
        }
        aspect.take(input, occasion.after);
        const std::vector<Points> after = totals(rule_sets, input);
        std::vector<Points> points;
        points.reserve(after.size());
        for (std::size_t index = 0; index < after.size(); ++index) {
            const bool known = after[index] && before[index];
            points.push_back(known ? Points{*after[index] - *before[index]} : std::nullopt);
        }
        if (any_points(points)) {
            events.push_back(
                {.date = occasion.day,
                 .reason = aspect.reason(occasion),
                 .points = std::move(points)}
            );
        }
        before = after;
    }
}

}  // namespace

Candidate as_planned(const Candidate& candidate, const Plan& plan, const Date day) {
    Candidate planned =
        plan.job && plan.job->start <= day
            ? working_in_canada(candidate, plan.job->noc, plan.job->start, plan.job->weekly_hours)
            : candidate;
    planned.language_tests.insert(
        planned.language_tests.end(), plan.language_tests.begin(), plan.language_tests.end()
    );
    planned.education.insert(planned.education.end(), plan.education.begin(), plan.education.end());
    if (plan.nominated_on && *plan.nominated_on <= day && !planned.nomination) {
        planned.nomination = domain::Province::ON;  // Which one nominates changes no points.
    }
    if (plan.offer && plan.offer->date <= day) {
        planned.offer = plan.offer->offer;
    }
    return planned;
}

std::vector<ProjectedMonth> project(
    const RuleSets& rule_sets,
    const Candidate& candidate,
    const Plan& plan,
    const Date as_of,
    const int months
) {
    const auto input_on = [&](const Date day) {
        return crs_profile(as_planned(candidate, plan, day), day).input;
    };
    CrsInput before = input_on(as_of);
    Date last = as_of;
    std::vector<ProjectedMonth> result{
        {.date = as_of, .totals = totals(rule_sets, before), .events = {}}};
    for (int month = 1; month <= months; ++month) {
        ProjectedMonth next{.date = domain::add_months(as_of, month), .totals = {}, .events = {}};
        const CrsInput at_end = input_on(next.date);
        // A month is gone through day by day only where it changes something.
        for (Date day = last + std::chrono::days{1};
             day <= next.date && !same_score(before, at_end);
             day += std::chrono::days{1}) {
            const CrsInput after = day == next.date ? at_end : input_on(day);
            if (!same_score(before, after)) {
                const Candidate planned = as_planned(candidate, plan, day);
                add_events(
                    next.events,
                    rule_sets,
                    {.candidate = planned, .day = day, .before = before, .after = after}
                );
                before = after;
            }
        }
        last = next.date;
        next.totals = totals(rule_sets, at_end);
        result.push_back(std::move(next));
    }
    return result;
}

}  // namespace express_entry
