#pragma once

#include "matcher/document/field_reader.hpp"
#include "matcher/domain/education.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <type_traits>
#include <utility>

/// How the rule files write their tables: in steps, and by level of education.
namespace rules {

/// No factor, section or total of the CRS exceeds this.
inline constexpr int points_max = 1200;

/// In the order of domain::EducationLevel.
inline constexpr std::array<std::string_view, domain::education_levels> education_names{
    "less_than_secondary",
    "secondary",
    "one_year",
    "two_year",
    "bachelors_or_three_year",
    "two_or_more",
    "masters_or_professional",
    "doctoral",
};

inline int read_points(const document::ValueReader& value) {
    return value.integer<int>({.min = 0, .max = points_max});
}

/// A table by education level: one member for each.
template <class Read>
auto by_education(const document::ValueReader& value, const Read read) {
    return value.object([read](document::FieldReader& in) {
        std::array<std::invoke_result_t<Read, document::ValueReader>, domain::education_levels>
            table{};
        std::ranges::transform(education_names, table.begin(), [&](const std::string_view name) {
            return read(in.required(name));
        });
        return table;
    });
}

/// A table in steps: each row holds from its `from` up to the next row's, the last one to the end.
template <std::size_t N, class Read>
auto in_steps(const document::ValueReader& value, const Read read) {
    std::array<std::invoke_result_t<Read, document::FieldReader&>, N> table{};
    int next = 0;
    const auto rows = value.array([&](const document::ValueReader& row) {
        return row.object([&](document::FieldReader& in) {
            const int from =
                in.required("from").integer<int>({.min = 0, .max = static_cast<int>(N) - 1});
            if (next == 0 ? from != 0 : from < next) {
                in.refuse("from", next == 0 ? "the first step is not 0" : "steps do not rise");
            }
            next = from + 1;
            return std::pair{from, read(in)};
        });
    });
    if (rows.empty()) {
        value.refuse("no steps");
    }
    for (const auto& [from, entry] : rows) {
        std::fill(table.begin() + from, table.end(), entry);
    }
    return table;
}

template <std::size_t N>
std::array<int, N> points_in_steps(const document::ValueReader& value) {
    return in_steps<N>(value, [](document::FieldReader& in) {
        return read_points(in.required("points"));
    });
}

}  // namespace rules
