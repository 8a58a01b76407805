#include "services/wire/crs_answer.hpp"

#include "services/wire/candidate_json.hpp"
#include "services/wire/crs_json.hpp"
#include "services/wire/lift_json.hpp"
#include "services/wire/match_json.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/reason_names.hpp"

#include <utility>

namespace wire {
namespace {

namespace json = boost::json;

bool is_candidate(const json::value& document) {
    const json::object* object = document.if_object();
    return object != nullptr && object->contains("schema");
}

json::array notes_json(
    const std::vector<express_entry::Noted>& notes, const domain::OfficialLanguage language
) {
    json::array result;
    for (const express_entry::Noted& noted : notes) {
        result.push_back(
            {{"code", name_of(profile_note_names, noted.note)},
             {"path", noted.path},
             {"text", note_text(noted, language)}}
        );
    }
    return result;
}

}  // namespace

domain::Result<express_entry::CrsProfile> crs_profile_from(
    const json::value& document, const domain::Date as_of
) {
    if (is_candidate(document)) {
        const auto candidate = candidate_from(document);
        if (!candidate) {
            return candidate.error();
        }
        return express_entry::crs_profile(*candidate, as_of);
    }
    auto input = crs_input_from(document);
    if (!input) {
        return input.error();
    }
    return express_entry::CrsProfile{.input = *std::move(input), .notes = {}};
}

json::object crs_answer_json(
    const rules::RuleBook& rule_book,
    const std::vector<express_entry::ShownRules>& shown,
    const express_entry::CrsProfile& profile,
    const domain::Date as_of,
    const domain::OfficialLanguage language
) {
    json::array scores;
    for (const auto& [rule_set, role] : shown) {
        json::object score =
            crs_score_json(*rule_set, as_of, express_entry::score(*rule_set, profile.input));
        score["role"] = name_of(lift_role_names, role);
        score["status_text"] = status_text(rule_book, *rule_set, as_of, language);
        scores.push_back(std::move(score));
    }
    return {
        {"as_of", domain::to_string(as_of)},
        {"basis", rule_book.basis().id},
        {"scores", std::move(scores)},
        {"notes", notes_json(profile.notes, language)},
        {"notice", text(language, "notice")},
    };
}

}  // namespace wire
