#include "services/wire/match_json.hpp"

#include "matcher/document/json.hpp"
#include "services/wire/crs_json.hpp"
#include "services/wire/evidence_json.hpp"
#include "services/wire/facets_json.hpp"
#include "services/wire/fit_json.hpp"
#include "services/wire/lift_json.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/optional_json.hpp"
#include "services/wire/posting_json.hpp"
#include "services/wire/prospects_json.hpp"
#include "services/wire/reason_names.hpp"

#include <boost/json/value_from.hpp>

#include <algorithm>
#include <functional>

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

AnswerContext context_of(
    const rules::RuleBook& rule_book,
    const matching::MatchQuery& query,
    const OfficialLanguage language
) {
    return {
        .rule_book = rule_book, .asked = query.asked, .as_of = query.as_of, .language = language};
}

json::value evidence_of(const matching::MatchQuery& query, const matching::Match& match) {
    return match.trust ? evidence_summary_json(match.posting(), *match.trust, query.as_of)
                       : json::value(nullptr);
}

/// All of a match but its posting.
json::object bare_match_json(
    const AnswerContext& context, const matching::MatchQuery& query, const matching::Match& match
) {
    json::object members{
        {"placed_after", placed_after_json(match.placed_after, match.posting(), context.language)}};
    if (query.explain) {
        members["fit"] = fit_json(match.fit, context.language);
        members["lift"] = lifts_json(context.rule_book, match.lifts, query.as_of, context.language);
        members["prospects"] = prospects_json(context, match.prospects);
    } else {
        members["fit"] = fit_points_json(match.fit);
        members["lift"] = lift_points_json(match.lifts, query.as_of);
    }
    return members;
}

/// What the order compared, first to last: equal ones stand by id.
json::object rank_json(
    const AnswerContext& context,
    const matching::MatchQuery& query,
    const matching::Match& match,
    const std::size_t position
) {
    const auto order = name_of(order_names, query.order);
    json::array keys{{{"key", "placed_after"}, {"value", !match.placed_after.empty()}}};
    if (query.order != ranking::Order::fit) {
        keys.push_back({{"key", order}, {"value", or_null(match.order_key)}});
    }
    keys.push_back({{"key", "fit"}, {"value", match.fit.total}});
    keys.push_back({{"key", "basis_points"}, {"value", or_null(match.lifts.front().points)}});
    json::object members{{"position", position}, {"keys", std::move(keys)}};
    if (query.explain) {
        members["text"] = rank_text(query, match, context.language);
    }
    return members;
}

/// The text of an object, which has members, with one more: what is written once for all answers is
/// put between what differs.
std::string with_member(std::string object, const std::string_view name, const std::string& value) {
    object.back() = ',';
    return object.append("\"").append(name).append("\":").append(value).append("}");
}

std::string posting_text(const domain::Posting& posting) {
    return document::serialize(posting_json(posting));
}

std::string match_text(
    const AnswerContext& context,
    const matching::MatchQuery& query,
    const matching::Match& match,
    const std::size_t position
) {
    json::object members = bare_match_json(context, query, match);
    members["rank"] = rank_json(context, query, match, position);
    const std::string posting = with_member(
        match.shelved->written(posting_text),
        "evidence",
        document::serialize(evidence_of(query, match))
    );
    return R"({"posting":)" + posting + ',' + document::serialize(members).substr(1);
}

json::value facets_json(const std::optional<ranking::FacetCounts>& counts) {
    if (!counts) {
        return nullptr;
    }
    return facet_numbers_json(
        {.provinces = counts->provinces,
         .teers = counts->teers,
         .languages = counts->languages,
         .remote = counts->remote}
    );
}

}  // namespace

std::string matches_text(
    const matching::Matches& matches,
    const rules::RuleBook& rule_book,
    const OfficialLanguage language,
    const Paging& paging
) {
    const AnswerContext context = context_of(rule_book, matches.query, language);
    std::string best = "[";
    std::size_t position = matches.query.skip;
    for (const matching::Match& match : matches.best) {
        best.append(best.size() > 1 ? "," : "")
            .append(match_text(context, matches.query, match, ++position));
    }
    best.append("]");
    const json::object frame{
        {"as_of", domain::to_string(matches.query.as_of)},
        {"order", name_of(order_names, matches.query.order)},
        {"basis", rule_book.basis().id},
        {"revision", std::to_string(matches.revision)},
        {"moved", paging.moved},
        {"live", matches.live},
        {"shown", matches.shown},
        {"facets", facets_json(matches.facets)},
        {"next_cursor", or_null(paging.next_cursor)},
        {"cut_off", cut_off_json(matches.cut_off, language)},
        {"scores", scores_json(rule_book, matches.query, matches.profile.input, language)},
        {"notes", notes_json(matches.profile.notes, language)},
        {"notice", text(language, "notice")}};
    return with_member(document::serialize(frame), "matches", best);
}

json::object lift_answer_json(
    const matching::Match& match,
    const matching::MatchQuery& query,
    const express_entry::CrsProfile& profile,
    const rules::RuleBook& rule_book,
    const OfficialLanguage language
) {
    json::object shown = posting_json(match.posting());
    shown["evidence"] = evidence_of(query, match);
    json::object members{{"posting", std::move(shown)}};
    for (auto& [name, member] :
         bare_match_json(context_of(rule_book, query, language), query, match)) {
        members.emplace(name, std::move(member));
    }
    return {
        {"as_of", domain::to_string(query.as_of)},
        {"basis", rule_book.basis().id},
        {"scores", scores_json(rule_book, query, profile.input, language)},
        {"notes", notes_json(profile.notes, language)},
        {"match", std::move(members)},
        {"notice", text(language, "notice")}};
}

std::string rank_text(
    const matching::MatchQuery& query, const matching::Match& match, const OfficialLanguage language
) {
    // The parts that carry most of the fit, until they make half of it.
    std::vector<const fit::Part*> parts;
    for (const fit::Part& part : match.fit.parts) {
        parts.push_back(&part);
    }
    std::ranges::stable_sort(parts, std::greater<>{}, &fit::Part::points);
    std::vector<std::string> named;
    for (int carried = 0; const fit::Part* part : parts) {
        if (2 * carried >= match.fit.total) {
            break;
        }
        carried += part->points;
        named.push_back(part_text(part->kind, language));
    }
    const std::string order{name_of(order_names, query.order)};
    std::string key = match.order_key ? std::to_string(*match.order_key) : "unknown";
    if (query.order == ranking::Order::distance && match.order_key) {
        key = std::to_string(-*match.order_key);
    } else if (query.order == ranking::Order::newest && match.order_key) {
        key = domain::to_string(domain::date_from_days(*match.order_key));
    } else if (query.order == ranking::Order::pay && match.order_key) {
        key = money_text(*match.order_key, language);
    }
    return text(
        language,
        match.placed_after.empty() ? "rank.text" : "rank.text_placed_after",
        {{"order", order},
         {"key", key},
         {"fit", match.fit.total},
         {"parts", join(language, named)},
         {"points",
          match.lifts.front().points ? std::to_string(*match.lifts.front().points) : "unknown"}}
    );
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
