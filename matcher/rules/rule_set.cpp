#include "matcher/rules/rule_set.hpp"

#include "matcher/rules/field.hpp"
#include "matcher/rules/grid.hpp"

#include <algorithm>
#include <cassert>

namespace rules {
namespace {

constexpr int teer_max = 5;

/// The word for points that the rule set does not have; null is for figures that are not known.
constexpr std::string_view none = "none";

OfferPoints read_offer_points(const Field& field) {
    if (field.is_null()) {
        return UnknownOfferPoints{};
    }
    if (field.is_word(none)) {
        return NoOfferPoints{};
    }
    if (field.has("any_qualifying")) {
        const Members in = field.members({"any_qualifying", "teer_max"});
        return FixedOfferPoints{
            .points = in["any_qualifying"].integer(1, points_max),
            .teer_max = in["teer_max"].integer(0, teer_max),
        };
    }
    const Members in = field.members({"major_group_00", "other", "teer_max"});
    return OfferPointsByMajorGroup{
        .major_group_00 = in["major_group_00"].integer(1, points_max),
        .other = in["other"].integer(1, points_max),
        .teer_max = in["teer_max"].integer(0, teer_max),
    };
}

std::optional<FrenchBonus> read_french(const Field& field) {
    if (field.is_word(none)) {
        return std::nullopt;
    }
    const Members in =
        field.members({"french_only", "french_and_english", "french_level", "english_level"});
    const int french_only = in["french_only"].integer(0, points_max);
    return FrenchBonus{
        .french_only = french_only,
        .french_and_english = in["french_and_english"].integer(french_only, points_max),
        .french_level = in["french_level"].integer(1, domain::clb_max),
        .english_level = in["english_level"].integer(1, domain::clb_max),
    };
}

std::optional<CanadianStudyBonus> read_canadian_study(const Field& field) {
    if (field.is_word(none)) {
        return std::nullopt;
    }
    const Members in = field.members({"one_or_two_year", "three_year_plus"});
    const int one_or_two_year = in["one_or_two_year"].integer(0, points_max);
    return CanadianStudyBonus{
        .one_or_two_year = one_or_two_year,
        .three_year_plus = in["three_year_plus"].integer(one_or_two_year, points_max),
    };
}

AdditionalPoints read_additional(const Field& field) {
    const Members in = field.members(
        {"provincial_nomination",
         "job_offer",
         "offer_needs_lmia_or_exemption",
         "french",
         "canadian_study",
         "sibling",
         "cap"}
    );
    return {
        .provincial_nomination = in["provincial_nomination"].integer(0, points_max),
        .job_offer = read_offer_points(in["job_offer"]),
        .offer_needs_lmia_or_exemption = in["offer_needs_lmia_or_exemption"].boolean(),
        .french = read_french(in["french"]),
        .canadian_study = read_canadian_study(in["canadian_study"]),
        .sibling = in["sibling"].integer(0, points_max),
        .cap = in["cap"].integer(0, points_max),
    };
}

/// Null says that the figures are not known; else they are the grid's.
bool canadian_work_unknown(const Field& field) {
    if (!field.is_null() && !field.is_word("grid")) {
        field.refuse("neither \"grid\" nor null");
    }
    return field.is_null();
}

Grid find_grid(const Field& name, const std::vector<GridText>& grids) {
    const auto found = std::find_if(grids.begin(), grids.end(), [&](const GridText& grid) {
        return name.is_word(grid.name);
    });
    if (found == grids.end()) {
        name.refuse("there is no grid '" + name.text() + "'");
    }
    return read_grid({parse_json(found->json, "grid"), "grid"});
}

RuleSet read_rule_set(const Field& field, const std::vector<GridText>& grids) {
    const Members in = field.members(
        {"id",
         "effective_from",
         "effective_to",
         "confirmed",
         "instrument",
         "source",
         "grid",
         "canadian_work",
         "additional",
         "total_cap"}
    );
    RuleSet rule_set;
    rule_set.effective_from = in["effective_from"].date();
    rule_set.id = in["id"].text();
    if (rule_set.id != domain::to_string(rule_set.effective_from)) {
        in["id"].refuse("'" + rule_set.id + "' is not the day on which the set took effect");
    }
    if (const Field effective_to = in["effective_to"]; !effective_to.is_null()) {
        rule_set.effective_to = effective_to.date();
        if (*rule_set.effective_to < rule_set.effective_from) {
            effective_to.refuse("'" + effective_to.text() + "' is before effective_from");
        }
    }
    rule_set.confirmed = in["confirmed"].boolean();
    rule_set.instrument = in["instrument"].text();
    rule_set.source = in["source"].text();
    Grid grid = find_grid(in["grid"], grids);
    rule_set.core = grid.core;
    rule_set.spouse = grid.spouse;
    rule_set.transferability = grid.transferability;
    rule_set.canadian_work_unknown = canadian_work_unknown(in["canadian_work"]);
    rule_set.additional = read_additional(in["additional"]);
    rule_set.total_cap = in["total_cap"].integer(1, points_max);
    return rule_set;
}

}  // namespace

domain::Result<RuleSet> parse_rule_set(
    const std::string_view json, const std::vector<GridText>& grids
) {
    try {
        return read_rule_set({parse_json(json, ""), ""}, grids);
    } catch (const Refused& refused) {
        return refused.error;
    }
}

Status status_on(const RuleSet& rule_set, const domain::Date day) {
    if (day < rule_set.effective_from) {
        return Status::proposed;
    }
    if (!rule_set.confirmed) {
        return Status::reported;
    }
    const bool ended = rule_set.effective_to && *rule_set.effective_to < day;
    return ended ? Status::historic : Status::in_force;
}

std::string_view name(const Status status) {
    switch (status) {
        case Status::in_force:
            return "in_force";
        case Status::historic:
            return "historic";
        case Status::reported:
            return "reported";
        case Status::proposed:
            return "proposed";
    }
    assert(false);
    return {};
}

}  // namespace rules
