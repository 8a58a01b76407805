#include "matcher/rules/grid.hpp"

#include <algorithm>
#include <array>
#include <type_traits>

namespace rules {
namespace {

/// In the order of domain::EducationLevel.
constexpr std::array<std::string_view, domain::education_levels> education_names{
    "less_than_secondary",
    "secondary",
    "one_year",
    "two_year",
    "bachelors_or_three_year",
    "two_or_more",
    "masters_or_professional",
    "doctoral",
};

int read_points(const Field& field) { return field.integer(0, points_max); }

ByColumn read_columns(const Members& in) {
    return {read_points(in["without_spouse"]), read_points(in["with_spouse"])};
}

ByColumn read_by_column(const Field& field) {
    return read_columns(field.members({"without_spouse", "with_spouse"}));
}

/// The lower and the upper of two, such as the levels at which two tiers begin.
std::array<int, 2> read_pair(const Field& field, const int min, const int max) {
    const std::vector<Field> elements = field.elements();
    if (elements.size() != 2) {
        field.refuse("not two numbers");
    }
    const std::array<int, 2> pair{
        elements[0].integer(min, max),
        elements[1].integer(min, max),
    };
    if (pair[1] < pair[0]) {
        field.refuse("the upper tier is below the lower");
    }
    return pair;
}

Tiers read_tiers(const Field& field) {
    const std::array<int, 2> points = read_pair(field, 0, points_max);
    return {0, points[0], points[1]};
}

/// A table by education level: one member for each.
template <class Read>
auto by_education(const Field& field, Read read) {
    const Members in = field.members({education_names.begin(), education_names.end()});
    std::array<std::invoke_result_t<Read, Field>, domain::education_levels> table{};
    std::transform(
        education_names.begin(),
        education_names.end(),
        table.begin(),
        [&](const std::string_view name) { return read(in[name]); }
    );
    return table;
}

/// A table in steps: each row holds from its `from` up to the next row's, the last one to the end.
template <std::size_t N, class Read>
auto in_steps(const Field& field, const std::vector<std::string_view>& names, const Read read) {
    std::array<std::invoke_result_t<Read, Members>, N> table{};
    int next = 0;
    for (const Field& row : field.elements()) {
        const Members in = row.members(names);
        const int from = in["from"].integer(0, static_cast<int>(N) - 1);
        if (next == 0 ? from != 0 : from < next) {
            in["from"].refuse(next == 0 ? "the first step is not 0" : "steps do not rise");
        }
        next = from + 1;
        std::fill(table.begin() + from, table.end(), read(in));
    }
    if (next == 0) {
        field.refuse("no steps");
    }
    return table;
}

template <std::size_t N>
std::array<ByColumn, N> columns_in_steps(const Field& field) {
    return in_steps<N>(field, {"from", "without_spouse", "with_spouse"}, read_columns);
}

template <std::size_t N>
std::array<int, N> points_in_steps(const Field& field) {
    return in_steps<N>(field, {"from", "points"}, [](const Members& in) {
        return read_points(in["points"]);
    });
}

template <std::size_t N>
std::array<Tiers, N> tiers_in_steps(const Field& field) {
    return in_steps<N>(field, {"from", "points"}, [](const Members& in) {
        return read_tiers(in["points"]);
    });
}

constexpr std::size_t ages = age_max + 1;
constexpr std::size_t levels = domain::clb_max + 1;
constexpr std::size_t years = work_years_max + 1;

CoreGrid read_core(const Field& field) {
    const Members in = field.members(
        {"age",
         "education",
         "first_language",
         "second_language",
         "second_language_max",
         "canadian_work"}
    );
    return {
        .age = columns_in_steps<ages>(in["age"]),
        .education = by_education(in["education"], read_by_column),
        .first_language = columns_in_steps<levels>(in["first_language"]),
        .second_language = points_in_steps<levels>(in["second_language"]),
        .second_language_max = read_by_column(in["second_language_max"]),
        .canadian_work = columns_in_steps<years>(in["canadian_work"]),
    };
}

SpouseGrid read_spouse(const Field& field) {
    const Members in = field.members({"education", "first_language", "canadian_work"});
    return {
        .education = by_education(in["education"], read_points),
        .first_language = points_in_steps<levels>(in["first_language"]),
        .canadian_work = points_in_steps<years>(in["canadian_work"]),
    };
}

TransferabilityGrid read_transferability(const Field& field) {
    const Members in = field.members(
        {"language_tiers",
         "canadian_work_tiers",
         "certificate_language_tiers",
         "education_language",
         "education_canadian_work",
         "foreign_language",
         "foreign_canadian_work",
         "certificate_language",
         "group_cap",
         "cap"}
    );
    return {
        .language_tiers = read_pair(in["language_tiers"], 1, domain::clb_max),
        .canadian_work_tiers = read_pair(in["canadian_work_tiers"], 1, work_years_max),
        .certificate_language_tiers =
            read_pair(in["certificate_language_tiers"], 1, domain::clb_max),
        .education_language = by_education(in["education_language"], read_tiers),
        .education_canadian_work = by_education(in["education_canadian_work"], read_tiers),
        .foreign_language = tiers_in_steps<years>(in["foreign_language"]),
        .foreign_canadian_work = tiers_in_steps<years>(in["foreign_canadian_work"]),
        .certificate_language = read_tiers(in["certificate_language"]),
        .group_cap = read_points(in["group_cap"]),
        .cap = read_points(in["cap"]),
    };
}

}  // namespace

Grid read_grid(const Field& field) {
    const Members in = field.members({"core", "spouse", "transferability"});
    return {
        .core = read_core(in["core"]),
        .spouse = read_spouse(in["spouse"]),
        .transferability = read_transferability(in["transferability"]),
    };
}

}  // namespace rules
