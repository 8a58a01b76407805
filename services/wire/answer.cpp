#include "services/wire/answer.hpp"

#include "services/wire/lift_json.hpp"
#include "services/wire/optional_json.hpp"

namespace wire {

std::vector<express_entry::ShownRules> AnswerContext::shown() const {
    if (asked_alone && asked != nullptr) {
        return {{.rule_set = asked, .role = express_entry::LiftRole::asked}};
    }
    return express_entry::shown_rules(rule_book, asked, as_of);
}

std::vector<const rules::RuleSet*> AnswerContext::rule_sets() const {
    const auto all = shown();
    std::vector<const rules::RuleSet*> result;
    result.reserve(all.size());
    for (const express_entry::ShownRules& one : all) {
        result.push_back(one.rule_set);
    }
    return result;
}

boost::json::array rules_shown_json(const AnswerContext& context) {
    boost::json::array result;
    for (const auto& [rule_set, role] : context.shown()) {
        result.push_back(
            rules_json(context.rule_book, *rule_set, role, context.as_of, context.language)
        );
    }
    return result;
}

boost::json::array points_by_rules_json(
    const AnswerContext& context, const std::vector<express_entry::Points>& points
) {
    boost::json::array result;
    const auto rule_sets = context.rule_sets();
    for (std::size_t index = 0; index < rule_sets.size(); ++index) {
        result.push_back({{"rules", rule_sets[index]->id}, {"points", or_null(points.at(index))}});
    }
    return result;
}

}  // namespace wire
