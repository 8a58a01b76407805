#pragma once

#include "matcher/domain/language.hpp"
#include "matcher/express_entry/offer.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <string>
#include <vector>

namespace wire {

/// The lifts of one posting side by side, each with its rule set, dates, status, reason and
/// conditions in words: `[{rules, role, status, ..., points, reason{code,text}, conditions[]}]`.
boost::json::array lifts_json(
    const rules::RuleBook& rule_book,
    const std::vector<express_entry::Lift>& lifts,
    domain::Date as_of,
    domain::OfficialLanguage language
);

/// The points alone, with the rule set and the dates that they rest on:
/// `[{rules, role, status, effective_from, effective_to, confirmed, points}]`.
boost::json::array lift_points_json(
    const std::vector<express_entry::Lift>& lifts, domain::Date as_of
);

/// `{rules, role, status, status_text, effective_from, effective_to, confirmed}`: what has to stand
/// beside any figure that rests on a rule set.
boost::json::object rules_json(
    const rules::RuleBook& rule_book,
    const rules::RuleSet& rule_set,
    express_entry::LiftRole role,
    domain::Date as_of,
    domain::OfficialLanguage language
);

/// The status on the day in words. The latest confirmed rules say so if reported ones are said to
/// have replaced them by then, and since when.
std::string status_text(
    const rules::RuleBook& rule_book,
    const rules::RuleSet& rule_set,
    domain::Date as_of,
    domain::OfficialLanguage language
);

std::string reason_text(const express_entry::Lift& lift, domain::OfficialLanguage language);

std::string condition_text(
    express_entry::LiftCondition condition, domain::OfficialLanguage language
);

}  // namespace wire
