#pragma once

#include "matcher/domain/posting.hpp"
#include "matcher/domain/result.hpp"

#include <optional>
#include <string_view>

namespace normalise {

inline constexpr double weeks_a_year = 52;

/// Reads hours of work: `37.5 hours per week`, `30 to 40 hours per week`, `80 hours bi-weekly`,
/// `35 heures par semaine`, or a bare number, which counts per week. Other periods become weeks:
/// two weeks are two, a month is 52/12, a year 52, a working day 1/5. Refuses none at all and more
/// than a week has.
domain::Result<domain::WeeklyHours> hours_from(std::string_view text);

/// Where a longer folded text, such as one about pay, speaks of hours of work.
struct HoursClause {
    std::size_t begin = 0;
    std::size_t end = 0;
    domain::Result<domain::WeeklyHours> hours;
};
std::optional<HoursClause> find_hours(std::string_view folded);

}  // namespace normalise
