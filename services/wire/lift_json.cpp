#include "services/wire/lift_json.hpp"

#include "matcher/document/json.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/optional_json.hpp"
#include "services/wire/reason_names.hpp"

#include <utility>

namespace wire {
namespace {

namespace json = boost::json;

json::array conditions_json(
    const std::vector<express_entry::LiftCondition>& conditions,
    const domain::OfficialLanguage language
) {
    json::array result;
    for (const express_entry::LiftCondition condition : conditions) {
        result.push_back(
            {{"code", name_of(lift_condition_names, condition)},
             {"text", condition_text(condition, language)}}
        );
    }
    return result;
}

json::object rules_in_role_json(
    const rules::RuleSet& rule_set, const express_entry::LiftRole role, const domain::Date as_of
) {
    return {
        {"rules", rule_set.id},
        {"role", name_of(lift_role_names, role)},
        {"status", rules::name(rules::status_on(rule_set, as_of))},
        {"effective_from", domain::to_string(rule_set.effective_from)},
        {"effective_to", or_null(rule_set.effective_to)},
        {"confirmed", rule_set.confirmed}};
}

}  // namespace

const std::string& LiftPoints::beginning_of(const express_entry::Lift& lift) {
    std::string& beginning = beginnings_[{lift.rule_set, lift.role}];
    if (beginning.empty()) {
        beginning = document::serialize(rules_in_role_json(*lift.rule_set, lift.role, as_of_));
        beginning.back() = ',';
        beginning.append(R"("points":)");
    }
    return beginning;
}

void LiftPoints::append(std::string& text, const std::vector<express_entry::Lift>& lifts) {
    char separator = '[';
    for (const express_entry::Lift& lift : lifts) {
        text.append(1, std::exchange(separator, ','))
            .append(beginning_of(lift))
            .append(lift.points ? std::to_string(*lift.points) : "null")
            .append("}");
    }
    text.append(lifts.empty() ? "[]" : "]");
}

json::array lifts_json(
    const rules::RuleBook& rule_book,
    const std::vector<express_entry::Lift>& lifts,
    const domain::Date as_of,
    const domain::OfficialLanguage language
) {
    json::array result;
    for (const express_entry::Lift& lift : lifts) {
        json::object members = rules_json(rule_book, *lift.rule_set, lift.role, as_of, language);
        members["points"] = or_null(lift.points);
        members["reason"] = {
            {"code", name_of(lift_reason_names, lift.reason)},
            {"text", reason_text(lift, language)}};
        members["conditions"] = conditions_json(lift.conditions, language);
        members["score_without"] = or_null(lift.score_without);
        members["score_with"] = or_null(lift.score_with);
        result.push_back(std::move(members));
    }
    return result;
}

json::object rules_json(
    const rules::RuleBook& rule_book,
    const rules::RuleSet& rule_set,
    const express_entry::LiftRole role,
    const domain::Date as_of,
    const domain::OfficialLanguage language
) {
    json::object members = rules_in_role_json(rule_set, role, as_of);
    members["status_text"] = status_text(rule_book, rule_set, as_of, language);
    return members;
}

std::string status_text(
    const rules::RuleBook& rule_book,
    const rules::RuleSet& rule_set,
    const domain::Date as_of,
    const domain::OfficialLanguage language
) {
    const rules::RuleSet* reported = rule_book.reported(as_of);
    if (&rule_set == rule_book.latest_confirmed(as_of) && reported != nullptr &&
        rules::status_on(*reported, as_of) == rules::Status::reported) {
        return text(language, "status.replaced", {{"date", reported->effective_from}});
    }
    const rules::Status status = rules::status_on(rule_set, as_of);
    const domain::Date day = status == rules::Status::historic && rule_set.effective_to
                                 ? *rule_set.effective_to + std::chrono::days{1}
                                 : rule_set.effective_from;
    return text(language, message_code("status", rules::name(status)), {{"date", day}});
}

std::string reason_text(const express_entry::Lift& lift, const domain::OfficialLanguage language) {
    return text(language, message_code("lift", name_of(lift_reason_names, lift.reason)));
}

std::string condition_text(
    const express_entry::LiftCondition condition, const domain::OfficialLanguage language
) {
    return text(language, message_code("condition", name_of(lift_condition_names, condition)));
}

}  // namespace wire
