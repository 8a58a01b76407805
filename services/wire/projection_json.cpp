#include "services/wire/projection_json.hpp"

#include "matcher/document/field_reader.hpp"
#include "matcher/express_entry/advice.hpp"
#include "matcher/express_entry/profile.hpp"
#include "services/wire/candidate_parts.hpp"
#include "services/wire/match_json.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/reason_json.hpp"

namespace wire {
namespace {

namespace json = boost::json;

json::array events_json(
    const AnswerContext& context, const std::vector<express_entry::ScoreEvent>& events
) {
    json::array result;
    for (const express_entry::ScoreEvent& event : events) {
        result.push_back(
            {{"date", domain::to_string(event.date)},
             {"reason", reason_json(event.reason, context.language)},
             {"points", points_by_rules_json(context, event.points)}}
        );
    }
    return result;
}

/// What both answers begin and end with.
json::object answer(
    const AnswerContext& context, const domain::Candidate& candidate, json::object body
) {
    json::object result{
        {"as_of", domain::to_string(context.as_of)},
        {"basis", context.rule_book.basis().id},
        {"rules", rules_shown_json(context)}};
    for (auto& member : body) {
        result[member.key()] = std::move(member.value());
    }
    result["deadlines"] =
        deadlines_json(express_entry::deadlines(candidate, context.as_of), context.language);
    result["notes"] =
        notes_json(express_entry::crs_profile(candidate, context.as_of).notes, context.language);
    result["notice"] = text(context.language, "notice");
    return result;
}

}  // namespace

domain::Result<express_entry::Plan> plan_from_document(const json::value& document) {
    return document::read_document(document, [](const document::ValueReader& root) {
        return root.object(plan_from);
    });
}

json::array deadlines_json(
    const std::vector<express_entry::Deadline>& deadlines, const domain::OfficialLanguage language
) {
    json::array result;
    for (const express_entry::Deadline& deadline : deadlines) {
        result.push_back(
            {{"date", domain::to_string(deadline.date)},
             {"reason", reason_json(deadline.reason, language)}}
        );
    }
    return result;
}

json::object projection_answer_json(
    const AnswerContext& context,
    const domain::Candidate& candidate,
    const express_entry::Plan& plan,
    const int months
) {
    json::array by_month;
    for (const express_entry::ProjectedMonth& month :
         express_entry::project(context.rule_sets(), candidate, plan, context.as_of, months)) {
        by_month.push_back(
            {{"date", domain::to_string(month.date)},
             {"totals", points_by_rules_json(context, month.totals)},
             {"events", events_json(context, month.events)}}
        );
    }
    return answer(context, candidate, {{"months", std::move(by_month)}});
}

json::object advice_answer_json(const AnswerContext& context, const domain::Candidate& candidate) {
    const auto rule_sets = context.rule_sets();
    const auto input = express_entry::crs_profile(candidate, context.as_of).input;
    std::vector<express_entry::Points> totals;
    totals.reserve(rule_sets.size());
    for (const rules::RuleSet* rule_set : rule_sets) {
        totals.push_back(express_entry::score(*rule_set, input).total);
    }
    json::array list;
    for (const express_entry::Advice& advice :
         express_entry::advise(rule_sets, candidate, context.as_of)) {
        list.push_back(
            {{"reason", reason_json(advice.reason, context.language)},
             {"gains", points_by_rules_json(context, advice.gains)}}
        );
    }
    return answer(
        context,
        candidate,
        {{"scores", points_by_rules_json(context, totals)}, {"advice", std::move(list)}}
    );
}

}  // namespace wire
