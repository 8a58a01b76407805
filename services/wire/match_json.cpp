#include "services/wire/match_json.hpp"

#include "services/wire/crs_json.hpp"
#include "services/wire/evidence_json.hpp"
#include "services/wire/fit_json.hpp"
#include "services/wire/lift_json.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/optional_json.hpp"
#include "services/wire/posting_json.hpp"
#include "services/wire/reason_names.hpp"

#include <boost/json/value_from.hpp>

namespace wire {
namespace {

namespace json = boost::json;
using domain::OfficialLanguage;

/// The candidate's score as it stands, under each rule set that an answer shows.
json::array scores_json(
    const rules::RuleBook& rule_book,
    const matching::MatchQuery& query,
    const express_entry::CrsInput& input,
    const OfficialLanguage language
) {
    json::array result;
    for (const auto& [rule_set, role] :
         express_entry::shown_rules(rule_book, query.asked, query.as_of)) {
        const express_entry::CrsScore score = express_entry::score(*rule_set, input);
        json::object members = rules_json(rule_book, *rule_set, role, query.as_of, language);
        members["total"] = or_null(score.total);
        members["core"] = or_null(score.core.subtotal);
        members["spouse"] = score.spouse.subtotal;
        members["transferability"] = score.transferability.subtotal;
        members["additional"] = or_null(score.additional.subtotal);
        members["unknown"] = json::value_from(unknown_factors(score));
        result.push_back(std::move(members));
    }
    return result;
}

json::object match_json(
    const rules::RuleBook& rule_book,
    const matching::Match& match,
    const domain::Date as_of,
    const OfficialLanguage language
) {
    json::object posting = posting_json(match.posting);
    posting["evidence"] = match.trust ? evidence_summary_json(match.posting, *match.trust, as_of)
                                      : json::value(nullptr);
    return {
        {"posting", std::move(posting)},
        {"fit", fit_json(match.fit, language)},
        {"lift", lifts_json(rule_book, match.lifts, as_of, language)},
        {"placed_after", placed_after_json(match.placed_after, language)}};
}

}  // namespace

json::object matches_json(
    const matching::Matches& matches,
    const rules::RuleBook& rule_book,
    const OfficialLanguage language
) {
    json::array best;
    for (const matching::Match& match : matches.best) {
        best.push_back(match_json(rule_book, match, matches.query.as_of, language));
    }
    return {
        {"as_of", domain::to_string(matches.query.as_of)},
        {"order", name_of(order_names, matches.query.order)},
        {"basis", rule_book.basis().id},
        {"revision", std::to_string(matches.revision)},
        {"live", matches.live},
        {"scores", scores_json(rule_book, matches.query, matches.profile.input, language)},
        {"notes", notes_json(matches.profile.notes, language)},
        {"matches", std::move(best)},
        {"notice", text(language, "notice")}};
}

json::object lift_answer_json(
    const matching::Match& match,
    const matching::MatchQuery& query,
    const express_entry::CrsProfile& profile,
    const rules::RuleBook& rule_book,
    const OfficialLanguage language
) {
    return {
        {"as_of", domain::to_string(query.as_of)},
        {"basis", rule_book.basis().id},
        {"scores", scores_json(rule_book, query, profile.input, language)},
        {"notes", notes_json(profile.notes, language)},
        {"match", match_json(rule_book, match, query.as_of, language)},
        {"notice", text(language, "notice")}};
}

json::array notes_json(
    const std::vector<express_entry::Noted>& notes, const OfficialLanguage language
) {
    json::array result;
    for (const express_entry::Noted& noted : notes) {
        result.push_back(
            {{"code", name_of(profile_note_names, noted.note)},
             {"path", or_null(noted.path)},
             {"text", note_text(noted, language)}}
        );
    }
    return result;
}

std::string note_text(const express_entry::Noted& noted, const OfficialLanguage language) {
    return text(language, message_code("note", name_of(profile_note_names, noted.note)));
}

}  // namespace wire
