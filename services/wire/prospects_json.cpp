#include "services/wire/prospects_json.hpp"

#include "services/wire/optional_json.hpp"
#include "services/wire/programs_json.hpp"
#include "services/wire/reason_json.hpp"
#include "services/wire/reason_names.hpp"
#include "services/wire/rounds_json.hpp"

#include <boost/json/array.hpp>

namespace wire {
namespace {

namespace json = boost::json;

json::array program_changes_json(
    const AnswerContext& context, const matching::Prospects& prospects
) {
    json::array result;
    for (const matching::ProgramChange& change : prospects.programs) {
        result.push_back(
            {{"program", name_of(program_names, change.program)},
             {"name", program_text(change.program, context.language)},
             {"before", name(change.before)},
             {"after", name(change.after)}}
        );
    }
    return result;
}

json::array months_json(const AnswerContext& context, const matching::Prospects& prospects) {
    json::array result;
    for (const express_entry::ProjectedMonth& month : prospects.months) {
        result.push_back(
            {{"date", domain::to_string(month.date)},
             {"totals", points_by_rules_json(context, month.totals)}}
        );
    }
    return result;
}

json::array round_changes_json(const AnswerContext& context, const matching::Prospects& prospects) {
    json::array result;
    for (const auto& [before, after] : prospects.rounds) {
        json::object one = round_type_json(before.type, context.language);
        one["held"] = before.held;
        one["enough"] = before.enough();
        one["cleared_before"] = before.cleared;
        one["cleared_after"] = after.cleared;
        one["last_cutoff"] = or_null(before.last.cutoff_crs);
        result.push_back(std::move(one));
    }
    return result;
}

}  // namespace

json::value prospects_json(
    const AnswerContext& context, const std::optional<matching::Prospects>& prospects
) {
    if (!prospects) {
        return nullptr;
    }
    return json::object{
        {"programs", program_changes_json(context, *prospects)},
        {"categories_opened",
         opened_categories_json(prospects->categories_opened, context.language)},
        {"after_12_months", months_json(context, *prospects)},
        {"rounds", round_changes_json(context, *prospects)}};
}

json::value cut_off_json(
    const std::optional<matching::CutOff>& cut_off, const domain::OfficialLanguage language
) {
    if (!cut_off) {
        return nullptr;
    }
    json::object result = round_type_json(cut_off->type, language);
    result["number"] = cut_off->round.number;
    result["held_on"] = domain::to_string(cut_off->round.held_on);
    result["cutoff_crs"] = or_null(cut_off->round.cutoff_crs);
    result["points_needed"] = cut_off->points_needed;
    return result;
}

}  // namespace wire
