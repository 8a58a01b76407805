#include "services/wire/rounds_json.hpp"

#include "matcher/express_entry/profile.hpp"
#include "services/wire/lift_json.hpp"
#include "services/wire/match_json.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/optional_json.hpp"
#include "services/wire/programs_json.hpp"
#include "services/wire/reason_json.hpp"
#include "services/wire/reason_names.hpp"

#include <algorithm>

namespace wire {
namespace {

namespace json = boost::json;
using domain::OfficialLanguage;
using domain::Round;
using express_entry::RoundStanding;
using express_entry::RoundType;

json::object standing_json(const RoundStanding& standing, const OfficialLanguage language) {
    json::object result = round_type_json(standing.type, language);
    result["invited"] = name(standing.invited);
    result["held"] = standing.held;
    result["cleared"] = standing.cleared;
    result["tied"] = standing.tied;
    result["enough"] = standing.enough();
    result["last"] = {
        {"number", standing.last.number},
        {"held_on", domain::to_string(standing.last.held_on)},
        {"cutoff_crs", or_null(standing.last.cutoff_crs)}};
    result["distance"] = standing.distance;
    result["lowest_cutoff"] = standing.lowest_cutoff;
    result["highest_cutoff"] = standing.highest_cutoff;
    result["text"] = standing_text(standing, language);
    return result;
}

json::value latest_round_json(const std::vector<Round>& rounds, const domain::Date as_of) {
    std::optional<domain::Date> latest;
    for (const Round& round : rounds) {
        if (round.held_on <= as_of && (!latest || round.held_on > *latest)) {
            latest = round.held_on;
        }
    }
    return or_null(latest);
}

}  // namespace

json::object round_type_json(const RoundType& type, const OfficialLanguage language) {
    return {
        {"kind", name_of(round_kind_names, type.kind)},
        {"program",
         type.program ? json::value(name_of(program_names, *type.program)) : json::value(nullptr)},
        {"category", or_null(type.category)},
        {"type_name", round_type_text(type, language)}};
}

json::object round_json(const Round& round, const OfficialLanguage language) {
    json::object result{{"number", round.number}, {"held_on", domain::to_string(round.held_on)}};
    for (auto& member : round_type_json(
             {.kind = round.kind, .program = round.program, .category = round.category}, language
         )) {
        result[member.key()] = std::move(member.value());
    }
    result["name"] = round.name;
    result["invitations"] = round.invitations;
    result["cutoff_crs"] = or_null(round.cutoff_crs);
    result["tie_break"] =
        round.tie_break ? json::value(domain::to_string(*round.tie_break)) : json::value(nullptr);
    result["pool_total"] = or_null(round.pool_total);
    return result;
}

json::object rounds_answer_json(
    const AnswerContext& context,
    const domain::Candidate& candidate,
    const std::vector<Round>& rounds,
    const int months
) {
    const auto profile = express_entry::crs_profile(candidate, context.as_of);
    const auto pool = express_entry::pool_standing(candidate, context.as_of);
    json::array scores;
    for (const auto& [rule_set, role] : context.shown()) {
        json::object one =
            rules_json(context.rule_book, *rule_set, role, context.as_of, context.language);
        const auto total = express_entry::score(*rule_set, profile.input).total;
        json::array standings;
        if (total) {
            for (const RoundStanding& standing :
                 express_entry::round_standings(rounds, *total, pool, context.as_of, months)) {
                standings.push_back(standing_json(standing, context.language));
            }
        }
        one["total"] = or_null(total);
        one["standings"] = std::move(standings);
        scores.push_back(std::move(one));
    }
    return {
        {"as_of", domain::to_string(context.as_of)},
        {"basis", context.rule_book.basis().id},
        {"months", months},
        {"latest_round", latest_round_json(rounds, context.as_of)},
        {"scores", std::move(scores)},
        {"program_rules", program_rules_json(context.as_of)},
        {"programs", programs_json(pool.programs, context.language)},
        {"category_rules", category_rules_json(context.as_of)},
        {"categories", categories_json(pool.categories, context.language)},
        {"notes", notes_json(profile.notes, context.language)},
        {"notice", text(context.language, "notice")}};
}

std::string round_type_text(const RoundType& type, const OfficialLanguage language) {
    if (type.program) {
        return program_text(*type.program, language);
    }
    return type.category.empty() ? text(language, "round.general")
                                 : category_text(type.category, language);
}

std::string standing_text(const RoundStanding& standing, const OfficialLanguage language) {
    std::string words = text(
        language,
        "standing.counts",
        {{"cleared", std::int64_t{standing.cleared}},
         {"held", std::int64_t{standing.held}},
         {"cutoff", std::int64_t{standing.last.cutoff_crs.value_or(0)}},
         {"date", standing.last.held_on}}
    );
    if (standing.tied > 0) {
        words += "; " + text(language, "standing.tied", {{"tied", std::int64_t{standing.tied}}});
    }
    if (!standing.enough()) {
        words += "; " + text(language, "standing.too_few", {{"held", std::int64_t{standing.held}}});
    }
    return words;
}

}  // namespace wire
