#include "services/wire/crs_insights.hpp"

#include "matcher/express_entry/profile.hpp"
#include "matcher/express_entry/work_ledger.hpp"
#include "matcher/rules/regulations.hpp"
#include "services/wire/reason_json.hpp"
#include "services/wire/vocabulary.hpp"

#include <array>

namespace wire {
namespace {

namespace json = boost::json;
using express_entry::Points;
using express_entry::Reason;
using express_entry::ReasonCode;
using express_entry::WorkMonth;

/// What a change is worth under each rule set, and in words under the first that is known.
json::object change_json(
    const AnswerContext& context,
    const std::vector<Points>& points,
    Reason (*const reason)(int points, const std::string& detail),
    const std::string& detail
) {
    int known = 0;
    for (const Points one : points) {
        if (one) {
            known = *one;
            break;
        }
    }
    return {
        {"reason", reason_json(reason(known, detail), context.language)},
        {"points", points_by_rules_json(context, points)}};
}

Reason order_reason(const int points, const std::string& language) {
    return express_entry::because(
        points > 0 ? ReasonCode::other_language_first_gains
                   : ReasonCode::other_language_first_loses,
        {language, points}
    );
}

Reason swap_reason(const int points, const std::string&) {
    return express_entry::because(
        points > 0 ? ReasonCode::swapping_gains : ReasonCode::swapping_loses, {points}
    );
}

constexpr std::array objection_reasons{
    ReasonCode::work_unpaid,
    ReasonCode::work_teer_4_or_5,
    ReasonCode::work_self_employed_in_canada,
    ReasonCode::work_student_in_canada,
};

json::array month_reasons(
    const AnswerContext& context, const domain::Candidate& candidate, const WorkMonth& month
) {
    json::array reasons;
    const auto add = [&](const Reason& reason) {
        reasons.push_back(reason_json(reason, context.language));
    };
    if (!month.counted.empty()) {
        add(express_entry::because(
            ReasonCode::work_counted, {month.canadian_hundredths, month.foreign_hundredths}
        ));
    } else if (month.not_counted.empty()) {
        add(express_entry::because(ReasonCode::work_gap));
    }
    if (month.above_full_time) {
        add(express_entry::because(
            ReasonCode::work_above_full_time, {rules::regulations().lifecycle.work.full_time_hours}
        ));
    }
    for (const std::size_t job : month.not_counted) {
        const auto objected = express_entry::objection(candidate.jobs[job]);
        add(express_entry::because(objection_reasons.at(static_cast<std::size_t>(*objected))));
    }
    return reasons;
}

std::string year_month(const std::chrono::year_month month) {
    return domain::to_string(domain::Date{month / std::chrono::day{1}}).substr(0, 7);
}

json::array job_paths(const WorkMonth& month) {
    json::array paths;
    for (const auto* const jobs : {&month.counted, &month.not_counted}) {
        for (const std::size_t job : *jobs) {
            paths.push_back(json::string{"jobs[" + std::to_string(job) + "]"});
        }
    }
    return paths;
}

json::object amount_json(const express_entry::FullTimeMonths& amount) {
    return {{"months", amount.hundredths() / 100.0}, {"years", amount.whole_years()}};
}

}  // namespace

json::value language_order_json(
    const AnswerContext& context, const express_entry::CrsInput& input
) {
    if (!input.second_language) {
        return nullptr;
    }
    const auto rule_sets = context.rule_sets();
    std::vector<Points> points;
    points.reserve(rule_sets.size());
    for (const rules::RuleSet* rule_set : rule_sets) {
        points.push_back(express_entry::gain_with_other_language_first(*rule_set, input));
    }
    return change_json(
        context,
        points,
        order_reason,
        std::string{name_of(language_names, input.second_language->language)}
    );
}

json::value swapped_json(const AnswerContext& context, const domain::Candidate& candidate) {
    if (candidate.marital != domain::Marital::spouse_accompanying || !candidate.spouse) {
        return nullptr;
    }
    const auto rule_sets = context.rule_sets();
    const auto swapped = express_entry::with_applicants_swapped(candidate);
    if (!swapped) {
        const auto missing = express_entry::because(ReasonCode::swapping_needs_birth_date);
        return json::object{
            {"reason", reason_json(missing, context.language)},
            {"points",
             points_by_rules_json(context, std::vector<Points>(rule_sets.size(), std::nullopt))}};
    }
    const auto now = express_entry::crs_profile(candidate, context.as_of).input;
    const auto then = express_entry::crs_profile(*swapped, context.as_of).input;
    std::vector<Points> points;
    points.reserve(rule_sets.size());
    for (const rules::RuleSet* rule_set : rule_sets) {
        const Points before = express_entry::score(*rule_set, now).total;
        const Points after = express_entry::score(*rule_set, then).total;
        points.push_back(before && after ? Points{*after - *before} : std::nullopt);
    }
    return change_json(context, points, swap_reason, "");
}

json::object work_json(const AnswerContext& context, const domain::Candidate& candidate) {
    const auto ledger = express_entry::work_ledger(candidate.jobs, context.as_of);
    json::array months;
    for (std::size_t first = 0; first < ledger.months.size();) {
        const WorkMonth& month = ledger.months[first];
        std::size_t next = first + 1;
        while (next < ledger.months.size() && ledger.months[next].same_as(month)) {
            ++next;
        }
        months.push_back(
            {{"from", year_month(month.month)},
             {"to", year_month(ledger.months[next - 1].month)},
             {"canadian", month.canadian_hundredths / 100.0},
             {"foreign", month.foreign_hundredths / 100.0},
             {"jobs", job_paths(month)},
             {"reasons", month_reasons(context, candidate, month)}}
        );
        first = next;
    }
    return {
        {"window_from", domain::to_string(ledger.window.from)},
        {"canadian", amount_json(ledger.canadian)},
        {"foreign", amount_json(ledger.foreign)},
        {"months", std::move(months)}};
}

}  // namespace wire
