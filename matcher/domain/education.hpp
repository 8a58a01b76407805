#pragma once

#include <cstdint>

namespace domain {

/// The levels of education that the CRS tells apart, lowest first.
/// Source: Ministerial Instructions respecting the Express Entry system, level of education.
enum class EducationLevel : std::uint8_t {
    less_than_secondary,
    secondary,
    one_year,                 ///< One-year post-secondary program.
    two_year,                 ///< Two-year post-secondary program.
    bachelors_or_three_year,  ///< Bachelor's degree, or a program of three or more years.
    two_or_more,              ///< Two or more credentials, one of three or more years.
    masters_or_professional,
    doctoral,
};
inline constexpr int education_levels = 8;

}  // namespace domain
