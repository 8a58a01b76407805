#pragma once

#include "matcher/domain/language.hpp"
#include "matcher/express_entry/offer.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <map>
#include <string>
#include <utility>
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
/// `[{rules, role, status, effective_from, effective_to, confirmed, points}]`. What is said of a
/// rule set is written once for all lifts of an answer.
class LiftPoints {
public:
    explicit LiftPoints(domain::Date as_of) : as_of_{as_of} {}

    /// At the end of a text.
    void append(std::string& text, const std::vector<express_entry::Lift>& lifts);

private:
    /// The text of an object that lacks its points.
    const std::string& beginning_of(const express_entry::Lift& lift);

    domain::Date as_of_;
    std::map<std::pair<const rules::RuleSet*, express_entry::LiftRole>, std::string> beginnings_;
};

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
