#include "services/wire/match_json.hpp"

#include "matcher/document/json.hpp"
#include "services/wire/crs_json.hpp"
#include "services/wire/evidence_json.hpp"
#include "services/wire/facets_json.hpp"
#include "services/wire/fit_json.hpp"
#include "services/wire/lift_json.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/open_object.hpp"
#include "services/wire/optional_json.hpp"
#include "services/wire/posting_json.hpp"
#include "services/wire/prospects_json.hpp"
#include "services/wire/reason_names.hpp"

#include <boost/json/value_from.hpp>

#include <algorithm>
#include <functional>
#include <utility>

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

std::string evidence_text(const matching::MatchQuery& query, const matching::Match& match) {
    return match.trust ? evidence_summary_text(match.posting(), *match.trust, query.as_of) : "null";
}

/// `add(name, value)` for each member that explains a match.
template <class Add>
void explain(const AnswerContext& context, const matching::Match& match, const Add& add) {
    add("fit", fit_json(match.fit, context.language));
    add("lift", lifts_json(context.rule_book, match.lifts, context.as_of, context.language));
    add("prospects", prospects_json(context, match.prospects));
}

/// Writes the matches of one answer.
class MatchWriter {
public:
    MatchWriter(std::string& text, const AnswerContext& context, const matching::MatchQuery& query)
        : text_{text}, context_{context}, query_{query}, lifts_{query.as_of} {}

    /// The posting, whose text is the same in every answer, goes first.
    void append(const matching::Match& match, const std::size_t position) {
        text_.append(R"({"posting":)");
        OpenObject posting{text_, match.shelved->written(posting_text)};
        posting.begin("evidence");
        text_.append(evidence_text(query_, match));
        posting.end();
        OpenObject members{text_};
        members.add(
            "placed_after",
            placed_after_json(match.placed_after, match.posting(), context_.language)
        );
        if (query_.explain) {
            explain(context_, match, [&](const std::string_view name, const json::value& value) {
                members.add(name, value);
            });
        } else {
            members.begin("fit");
            append_fit_points(text_, match.fit);
            members.begin("lift");
            lifts_.append(text_, match.lifts);
        }
        members.begin("rank");
        append_rank(match, position);
        members.end();
    }

private:
    /// The keys are what the order compared, first to last: equal ones stand by id.
    void append_rank(const matching::Match& match, const std::size_t position) {
        OpenObject rank{text_, "{}"};
        rank.add_number("position", static_cast<std::int64_t>(position));
        rank.begin("keys");
        const std::string_view after = match.placed_after.empty() ? "false" : "true";
        text_.append(R"([{"key":"placed_after","value":)").append(after).append("}");
        const auto add_key = [this](const std::string_view name, const std::optional<int> value) {
            text_.append(R"(,{"key":")").append(name).append(R"(","value":)");
            text_.append(value ? std::to_string(*value) : "null").append("}");
        };
        if (query_.order != ranking::Order::fit) {
            add_key(name_of(order_names, query_.order), match.order_key);
        }
        add_key("fit", match.fit.total);
        add_key("basis_points", match.lifts.front().points);
        text_.append("]");
        if (query_.explain) {
            rank.add("text", json::value(rank_text(query_, match, context_.language)));
        }
        rank.end();
    }

    std::string& text_;
    const AnswerContext& context_;
    const matching::MatchQuery& query_;
    LiftPoints lifts_;
};

json::value match_facets_json(const std::optional<ranking::FacetCounts>& counts) {
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
    const json::object frame{
        {"as_of", domain::to_string(matches.query.as_of)},
        {"order", name_of(order_names, matches.query.order)},
        {"basis", rule_book.basis().id},
        {"revision", std::to_string(matches.revision)},
        {"moved", paging.moved},
        {"live", matches.live},
        {"shown", matches.shown},
        {"facets", match_facets_json(matches.facets)},
        {"next_cursor", or_null(paging.next_cursor)},
        {"cut_off", cut_off_json(matches.cut_off, language)},
        {"scores", scores_json(rule_book, matches.query, matches.profile.input, language)},
        {"notes", notes_json(matches.profile.notes, language)},
        {"notice", text(language, "notice")}};
    // What the sample postings take, 9,100 and 2,750 in the mean, and some.
    const std::size_t match_bytes = matches.query.explain ? 10'240 : 3'072;
    std::string result;
    result.reserve((1 + matches.best.size()) * match_bytes);
    OpenObject answer{result, document::serialize(frame)};
    answer.begin("matches");
    const AnswerContext context = context_of(rule_book, matches.query, language);
    MatchWriter writer{result, context, matches.query};
    std::size_t position = matches.query.skip;
    char separator = '[';
    for (const matching::Match& match : matches.best) {
        result.append(1, std::exchange(separator, ','));
        writer.append(match, ++position);
    }
    result.append(matches.best.empty() ? "[]" : "]");
    answer.end();
    return result;
}

json::object lift_answer_json(
    const matching::Match& match,
    const matching::MatchQuery& query,
    const express_entry::CrsProfile& profile,
    const rules::RuleBook& rule_book,
    const OfficialLanguage language
) {
    json::object shown = posting_json(match.posting());
    shown["evidence"] = document::parse(evidence_text(query, match)).value();
    json::object members{{"posting", std::move(shown)}};
    members["placed_after"] = placed_after_json(match.placed_after, match.posting(), language);
    const AnswerContext context = context_of(rule_book, query, language);
    explain(context, match, [&members](const std::string_view name, json::value value) {
        members.emplace(name, std::move(value));
    });
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
