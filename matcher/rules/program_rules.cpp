#include "matcher/rules/program_rules.hpp"

#include "matcher/document/field_reader.hpp"
#include "matcher/rules/ranges.hpp"
#include "matcher/rules/steps.hpp"

#include <algorithm>

namespace rules {
namespace {

using document::FieldReader;
using document::ValueReader;

int points(FieldReader& in, const std::string_view name) { return read_points(in.required(name)); }

CecRules read_cec(FieldReader& in) {
    return {
        .months = in.required("months").integer(months),
        .window_months = in.required("window_months").integer(months),
        .levels = in.required("levels").array([](const ValueReader& row) {
            return row.object([](FieldReader& level) {
                return CecRules::Level{
                    .teer_max = level.required("teer_max").integer(teers),
                    .level = level.required("level").integer(clb_levels),
                };
            });
        }),
    };
}

FswpRules read_fswp(FieldReader& in) {
    return {
        .months_unbroken = in.required("months_unbroken").integer(months),
        .window_months = in.required("window_months").integer(months),
        .first_language_level = in.required("first_language_level").integer(clb_levels),
        .points_required = points(in, "points_required"),
    };
}

FswGrid::Adaptability read_adaptability(FieldReader& in) {
    return {
        .spouse_language_level = in.required("spouse_language_level").integer(clb_levels),
        .spouse_language = points(in, "spouse_language"),
        .own_study = points(in, "own_study"),
        .spouse_study = points(in, "spouse_study"),
        .own_work = points(in, "own_work"),
        .spouse_work = points(in, "spouse_work"),
        .arranged_employment = points(in, "arranged_employment"),
        .relative = points(in, "relative"),
        .max = points(in, "max"),
    };
}

FswGrid read_fsw_grid(FieldReader& in) {
    FswGrid grid;
    in.required("language").object([&grid](FieldReader& language) {
        grid.first_language = points_in_steps<domain::clb_max + 1>(language.required("first"));
        grid.first_language_max = points(language, "first_max");
        grid.second_language_level = language.required("second_level").integer(clb_levels);
        grid.second_language = points(language, "second");
        grid.language_max = points(language, "max");
        return true;
    });
    grid.education = by_education(in.required("education"), read_points);
    grid.experience = points_in_steps<work_years_max + 1>(in.required("experience"));
    grid.age = points_in_steps<age_max + 1>(in.required("age"));
    grid.arranged_employment = points(in, "arranged_employment");
    grid.adaptability = in.required("adaptability").object(read_adaptability);
    return grid;
}

/// Leading digits of NOC codes, each of this length.
std::vector<std::string> read_groups(const ValueReader& value, const std::size_t length) {
    return value.array([length](const ValueReader& group) {
        std::string digits = group.text({.min = length, .max = length});
        if (digits.find_first_not_of("0123456789") != std::string::npos) {
            group.refuse("'" + digits + "' is not a group of the NOC");
        }
        return digits;
    });
}

FstpRules read_fstp(FieldReader& in) {
    return {
        .months = in.required("months").integer(months),
        .window_months = in.required("window_months").integer(months),
        .major_groups = read_groups(in.required("major_groups"), 2),
        .except_sub_major_groups = read_groups(in.required("except_sub_major_groups"), 3),
        .minor_groups = read_groups(in.required("minor_groups"), 4),
        .unit_groups = read_groups(in.required("unit_groups"), 5),
        .levels = in.required("levels").object([](FieldReader& ability) {
            const auto level = [&ability](const std::string_view name) {
                return ability.required(name).integer(clb_levels);
            };
            return domain::AbilityLevels{
                .listening = level("listening"),
                .reading = level("reading"),
                .writing = level("writing"),
                .speaking = level("speaking"),
            };
        }),
    };
}

OfferRules read_offer(FieldReader& in) {
    OfferRules offer{
        .hours_min = in.required("hours_min").integer<int>({.min = 1, .max = 168}),
        .months_min = in.required("months_min").integer(months),
        .teer_max = in.required("teer_max").integer(teers),
        .same_employer_months = in.required("same_employer_months").integer(months),
        .fstp_employers_max = in.required("fstp_employers_max").integer<int>({.min = 1, .max = 9}),
        .physicians_from = {},
        .physicians = {},
    };
    in.required("physicians").object([&offer](FieldReader& physicians) {
        offer.physicians_from = physicians.required("from").date();
        offer.physicians = physicians.required("nocs").array(&ValueReader::noc);
        return true;
    });
    return offer;
}

ProgramRules read_program_rules(FieldReader& in) {
    return {
        .id = in.required("id").text({.min = 1}),
        .effective_from = in.required("effective_from").date(),
        .effective_to = in.nullable("effective_to", &ValueReader::date),
        .confirmed = in.required("confirmed").boolean(),
        .source = in.required("source").text({.min = 1}),
        .cec = in.required("cec").object(read_cec),
        .fswp = in.required("fswp").object(read_fswp),
        .fsw_grid = in.required("fsw_grid").object(read_fsw_grid),
        .fstp = in.required("fstp").object(read_fstp),
        .offer = in.required("offer").object(read_offer),
    };
}

bool any_leads(const std::vector<std::string>& groups, const std::string& code) {
    return std::ranges::any_of(groups, [&code](const std::string& group) {
        return code.starts_with(group);
    });
}

}  // namespace

bool FstpRules::is_trade(const domain::NocCode noc) const {
    const std::string code = noc.to_string();
    return (any_leads(major_groups, code) && !any_leads(except_sub_major_groups, code)) ||
           any_leads(minor_groups, code) || any_leads(unit_groups, code);
}

domain::Result<ProgramRules> parse_program_rules(const std::string_view json) {
    return document::parse_document(json, [](const ValueReader& root) {
        return root.object(read_program_rules);
    });
}

}  // namespace rules
