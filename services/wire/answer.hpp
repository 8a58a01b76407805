#pragma once

#include "matcher/domain/language.hpp"
#include "matcher/express_entry/crs.hpp"
#include "matcher/express_entry/offer.hpp"
#include "matcher/rules/rule_book.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <vector>

namespace wire {

/// What an answer about points is given under.
struct AnswerContext {
    const rules::RuleBook& rule_book;
    const rules::RuleSet* asked = nullptr;  ///< Shown beside the usual ones; may be null.
    bool asked_alone = false;               ///< Shows `asked`, if it is one, and no other.
    domain::Date as_of;
    domain::OfficialLanguage language = domain::OfficialLanguage::english;

    std::vector<express_entry::ShownRules> shown() const;
    std::vector<const rules::RuleSet*> rule_sets() const;  ///< Of shown(), in its order.
};

/// The rule sets shown, each as rules_json() has it.
boost::json::array rules_shown_json(const AnswerContext& context);

/// `[{rules, points}]`: one for each of the rule sets shown; null where points are not known.
boost::json::array points_by_rules_json(
    const AnswerContext& context, const std::vector<express_entry::Points>& points
);

}  // namespace wire
