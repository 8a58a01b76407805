#include "matcher/rules/grid.hpp"

#include "matcher/document/field_reader.hpp"
#include "matcher/rules/steps.hpp"

#include <array>
#include <vector>

namespace rules {
namespace {

using document::FieldReader;
using document::Range;
using document::ValueReader;

ByColumn read_columns(FieldReader& in) {
    return {read_points(in.required("without_spouse")), read_points(in.required("with_spouse"))};
}

ByColumn read_by_column(const ValueReader& value) { return value.object(read_columns); }

/// The lower and the upper of two, such as the levels at which two tiers begin.
std::array<int, 2> read_pair(const ValueReader& value, const Range<int> range) {
    const std::vector<int> pair =
        value.array([range](const ValueReader& number) { return number.integer(range); });
    if (pair.size() != 2) {
        value.refuse("not two numbers");
        return {};
    }
    if (pair[1] < pair[0]) {
        value.refuse("the upper tier is below the lower");
    }
    return {pair[0], pair[1]};
}

Tiers read_tiers(const ValueReader& value) {
    const std::array<int, 2> points = read_pair(value, {.min = 0, .max = points_max});
    return {0, points[0], points[1]};
}

template <std::size_t N>
std::array<ByColumn, N> columns_in_steps(const ValueReader& value) {
    return in_steps<N>(value, read_columns);
}

template <std::size_t N>
std::array<Tiers, N> tiers_in_steps(const ValueReader& value) {
    return in_steps<N>(value, [](FieldReader& in) { return read_tiers(in.required("points")); });
}

constexpr std::size_t ages = age_max + 1;
constexpr std::size_t levels = domain::clb_max + 1;
constexpr std::size_t years = work_years_max + 1;

CoreGrid read_core(FieldReader& in) {
    return {
        .age = columns_in_steps<ages>(in.required("age")),
        .education = by_education(in.required("education"), read_by_column),
        .first_language = columns_in_steps<levels>(in.required("first_language")),
        .second_language = points_in_steps<levels>(in.required("second_language")),
        .second_language_max = read_by_column(in.required("second_language_max")),
        .canadian_work = columns_in_steps<years>(in.required("canadian_work")),
    };
}

SpouseGrid read_spouse(FieldReader& in) {
    return {
        .education = by_education(in.required("education"), read_points),
        .first_language = points_in_steps<levels>(in.required("first_language")),
        .canadian_work = points_in_steps<years>(in.required("canadian_work")),
    };
}

TransferabilityGrid read_transferability(FieldReader& in) {
    constexpr Range<int> level{.min = 1, .max = domain::clb_max};
    return {
        .language_tiers = read_pair(in.required("language_tiers"), level),
        .canadian_work_tiers =
            read_pair(in.required("canadian_work_tiers"), {.min = 1, .max = work_years_max}),
        .certificate_language_tiers = read_pair(in.required("certificate_language_tiers"), level),
        .education_language = by_education(in.required("education_language"), read_tiers),
        .education_canadian_work = by_education(in.required("education_canadian_work"), read_tiers),
        .foreign_language = tiers_in_steps<years>(in.required("foreign_language")),
        .foreign_canadian_work = tiers_in_steps<years>(in.required("foreign_canadian_work")),
        .certificate_language = read_tiers(in.required("certificate_language")),
        .group_cap = read_points(in.required("group_cap")),
        .cap = read_points(in.required("cap")),
    };
}

Grid read_grid(FieldReader& in) {
    return {
        .core = in.required("core").object(read_core),
        .spouse = in.required("spouse").object(read_spouse),
        .transferability = in.required("transferability").object(read_transferability),
    };
}

}  // namespace

domain::Result<Grid> parse_grid(const std::string_view json) {
    return document::parse_document(json, [](const ValueReader& root) {
        return root.object(read_grid);
    });
}

}  // namespace rules
