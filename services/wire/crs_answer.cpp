#include "services/wire/crs_answer.hpp"

#include "services/wire/candidate_json.hpp"
#include "services/wire/crs_insights.hpp"
#include "services/wire/crs_json.hpp"
#include "services/wire/lift_json.hpp"
#include "services/wire/match_json.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/reason_names.hpp"

#include <utility>

namespace wire {
namespace {

namespace json = boost::json;

bool names_its_schema(const json::value& document) {
    const json::object* object = document.if_object();
    return object != nullptr && object->contains("schema");
}

}  // namespace

domain::Result<CrsQuestion> crs_question_from(
    const json::value& document, const domain::Date as_of
) {
    if (names_its_schema(document)) {
        auto candidate = candidate_from(document);
        if (!candidate) {
            return candidate.error();
        }
        return CrsQuestion{
            .profile = express_entry::crs_profile(*candidate, as_of),
            .candidate = *std::move(candidate)};
    }
    auto input = crs_input_from(document);
    if (!input) {
        return input.error();
    }
    return CrsQuestion{.profile = {.input = *std::move(input), .notes = {}}, .candidate = {}};
}

json::object crs_answer_json(const AnswerContext& context, const CrsQuestion& question) {
    const express_entry::CrsInput& input = question.profile.input;
    json::array scores;
    for (const auto& [rule_set, role] : context.shown()) {
        json::object score = crs_score_json(*rule_set, context.as_of, input);
        score["role"] = name_of(lift_role_names, role);
        score["status_text"] =
            status_text(context.rule_book, *rule_set, context.as_of, context.language);
        scores.push_back(std::move(score));
    }
    json::value swapped;
    json::value work;
    if (question.candidate) {
        swapped = swapped_json(context, *question.candidate);
        work = work_json(context, *question.candidate);
    }
    return {
        {"as_of", domain::to_string(context.as_of)},
        {"basis", context.rule_book.basis().id},
        {"column_reason",
         {{"code", name_of(marital_names, input.marital)},
          {"text", column_reason_text(input.marital, context.language)}}},
        {"scores", std::move(scores)},
        {"language_order", language_order_json(context, input)},
        {"swapped", std::move(swapped)},
        {"work", std::move(work)},
        {"notes", notes_json(question.profile.notes, context.language)},
        {"notice", text(context.language, "notice")},
    };
}

std::string column_reason_text(
    const domain::Marital marital, const domain::OfficialLanguage language
) {
    return text(language, message_code("column", name_of(marital_names, marital)));
}

}  // namespace wire
