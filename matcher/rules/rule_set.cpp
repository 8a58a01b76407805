#include "matcher/rules/rule_set.hpp"

#include "matcher/document/field_reader.hpp"
#include "matcher/rules/grid.hpp"
#include "matcher/rules/ranges.hpp"
#include "matcher/rules/steps.hpp"

#include <algorithm>
#include <cassert>
#include <map>

namespace rules {
namespace {

using document::FieldReader;
using document::Range;
using document::ValueReader;

constexpr Range<int> any_points{.min = 0, .max = points_max};

/// The word for points that the rule set does not have; null is for figures that are not known.
constexpr std::string_view none = "none";

constexpr Range<int> some_points{.min = 1, .max = points_max};

/// Reads one list of occupations in levels, and holds each level against those before it.
class OccupationReader {
public:
    OccupationList read(const ValueReader& value) {
        OccupationList list{.levels = value.array([this](const ValueReader& level) {
            return level.object([this](FieldReader& in) { return read_level(in); });
        })};
        if (list.levels.empty()) {
            value.refuse("no levels");
        }
        return list;
    }

private:
    OccupationLevel read_level(FieldReader& in) {
        const std::string name = in.required("level").text({.min = 1, .max = 100});
        if (std::ranges::find(names_, name) != names_.end()) {
            in.refuse("level", "two levels are called '" + name + "'");
        }
        names_.push_back(name);
        const auto read = [&](const ValueReader& value) { return read_nocs(value, name); };
        return {
            .name = name,
            .points = in.nullable(
                "points", [](const ValueReader& value) { return value.integer(some_points); }
            ),
            .nocs = in.nullable("nocs", read),
        };
    }

    std::vector<domain::NocCode> read_nocs(const ValueReader& value, const std::string& level) {
        auto nocs = value.array([&](const ValueReader& element) {
            const domain::NocCode noc = element.noc();
            const auto [known, is_new] = level_of_.emplace(noc, level);
            if (!is_new) {
                element.refuse(
                    "'" + noc.to_string() + "' stands on level '" + known->second + "' already"
                );
            }
            return noc;
        });
        if (nocs.empty()) {
            value.refuse("no occupations; null says that they are not known");
        }
        std::ranges::sort(nocs);
        return nocs;
    }

    std::vector<std::string> names_;
    std::map<domain::NocCode, std::string> level_of_;
};

OccupationList read_occupations(const ValueReader& value) { return OccupationReader{}.read(value); }

OfferPoints read_offer_points(FieldReader& in) {
    if (in.has("levels")) {
        return OfferPointsByOccupation{.list = read_occupations(in.required("levels"))};
    }
    if (in.has("any_qualifying")) {
        return FixedOfferPoints{
            .points = in.required("any_qualifying").integer(some_points),
            .teer_max = in.required("teer_max").integer(teers),
        };
    }
    return OfferPointsByMajorGroup{
        .major_group_00 = in.required("major_group_00").integer(some_points),
        .other = in.required("other").integer(some_points),
        .teer_max = in.required("teer_max").integer(teers),
    };
}

OfferPoints offer_points(const ValueReader& value) {
    return value.is(none) ? NoOfferPoints{} : value.object(read_offer_points);
}

FrenchBonus read_french(FieldReader& in) {
    const int french_only = in.required("french_only").integer(any_points);
    return {
        .french_only = french_only,
        .french_and_english =
            in.required("french_and_english").integer<int>({.min = french_only, .max = points_max}),
        .french_level = in.required("french_level").integer(clb_levels),
        .english_level = in.required("english_level").integer(clb_levels),
    };
}

CanadianStudyBonus read_canadian_study(FieldReader& in) {
    const int one_or_two_year = in.required("one_or_two_year").integer(any_points);
    return {
        .one_or_two_year = one_or_two_year,
        .three_year_plus = in.required("three_year_plus")
                               .integer<int>({.min = one_or_two_year, .max = points_max}),
    };
}

/// Nothing where the value is `none`.
template <class Bonus>
std::optional<Bonus> unless_none(const ValueReader& value, Bonus (*const read)(FieldReader&)) {
    return value.is(none) ? std::nullopt : std::optional{value.object(read)};
}

AdditionalPoints read_additional(FieldReader& in) {
    return {
        .provincial_nomination = in.required("provincial_nomination").integer(any_points),
        .job_offer = in.nullable("job_offer", offer_points).value_or(UnknownOfferPoints{}),
        .offer_needs_lmia_or_exemption = in.required("offer_needs_lmia_or_exemption").boolean(),
        .french = unless_none(in.required("french"), read_french),
        .canadian_study = unless_none(in.required("canadian_study"), read_canadian_study),
        .sibling = in.required("sibling").integer(any_points),
        .cap = in.required("cap").integer(any_points),
    };
}

CanadianWorkByOccupation read_work_by_occupation(FieldReader& in) {
    return {
        .years_min = in.required("years_min").integer<int>({.min = 1, .max = work_years_max}),
        .list = read_occupations(in.required("levels")),
    };
}

/// Null says that the figures are not known.
CanadianWork read_canadian_work(FieldReader& in) {
    const auto read = [](const ValueReader& value) -> CanadianWork {
        if (value.is("grid")) {
            return CanadianWorkByGrid{};
        }
        if (!value.is_object()) {
            value.refuse("neither \"grid\", an object nor null");
            return CanadianWorkByGrid{};
        }
        return value.object(read_work_by_occupation);
    };
    return in.nullable("canadian_work", read).value_or(UnknownCanadianWork{});
}

/// All but what stands in the grid.
RuleSet read_rule_set(FieldReader& in) {
    const auto words = [&in](const std::string_view name) {
        return in.required(name).text({.min = 1});
    };
    RuleSet rule_set;
    rule_set.effective_from = in.required("effective_from").date();
    rule_set.id = words("id");
    if (rule_set.id != domain::to_string(rule_set.effective_from)) {
        in.refuse("id", "'" + rule_set.id + "' is not the day on which the set took effect");
    }
    rule_set.effective_to = in.nullable("effective_to", &ValueReader::date);
    if (rule_set.effective_to && *rule_set.effective_to < rule_set.effective_from) {
        in.refuse(
            "effective_to",
            "'" + domain::to_string(*rule_set.effective_to) + "' is before effective_from"
        );
    }
    rule_set.confirmed = in.required("confirmed").boolean();
    rule_set.instrument = words("instrument");
    rule_set.source = words("source");
    rule_set.canadian_work = read_canadian_work(in);
    rule_set.additional = in.required("additional").object(read_additional);
    rule_set.total_cap = in.required("total_cap").integer<int>({.min = 1, .max = points_max});
    return rule_set;
}

/// The text of the grid of this name; refuses a name that there is not.
std::string_view find_grid(const ValueReader& value, const std::vector<GridText>& grids) {
    const std::string name = value.text({.min = 1});
    const auto found = std::ranges::find(grids, name, &GridText::name);
    if (found == grids.end()) {
        value.refuse("there is no grid '" + name + "'");
        return {};
    }
    return found->json;
}

}  // namespace

std::optional<int> OccupationList::points(const domain::NocCode noc) const {
    std::optional<int> not_listed = 0;
    for (const OccupationLevel& level : levels) {
        if (!level.nocs) {
            not_listed = std::nullopt;
        } else if (std::ranges::binary_search(*level.nocs, noc)) {
            return level.points;
        }
    }
    return not_listed;
}

domain::Result<RuleSet> parse_rule_set(
    const std::string_view json, const std::vector<GridText>& grids
) {
    std::string_view grid_text;
    auto rule_set = document::parse_document(json, [&](const ValueReader& root) {
        return root.object([&](FieldReader& in) {
            grid_text = find_grid(in.required("grid"), grids);
            return read_rule_set(in);
        });
    });
    if (!rule_set) {
        return rule_set;
    }
    auto grid = parse_grid(grid_text);
    if (!grid) {
        const domain::Error& error = grid.error();
        return domain::invalid(
            "grid" + (error.field.empty() ? "" : "." + error.field), error.message
        );
    }
    rule_set->document = json;
    rule_set->grid_document = grid_text;
    rule_set->core = grid->core;
    rule_set->spouse = grid->spouse;
    rule_set->transferability = grid->transferability;
    return rule_set;
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
