#pragma once

#include "matcher/domain/result.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace domain {

/// A calendar day, with no time zone. "Today" is always passed in, and is the UTC day.
using Date = std::chrono::sys_days;

/// Reads `YYYY-MM-DD` and nothing else. Refuses days that do not exist (`2023-02-29`).
Result<Date> parse_date(std::string_view text);

/// Writes `YYYY-MM-DD`, for the years 0 to 9999.
std::string to_string(Date date);

/// The same day of a later (or, if negative, earlier) month; the month's last day where that day
/// does not exist: 2024-01-31 plus one month is 2024-02-29.
Date add_months(Date date, int months);

/// Completed years from `from` to `to`: an age in whole years when `from` is a birth date.
/// Someone born on 29 February completes a year on 1 March of a common year. Negative spans are 0.
int whole_years(Date from, Date to);

/// Completed months from `from` to `to`; 0 where `to` is not later.
int whole_months(Date from, Date to);

/// Days since 1970-01-01, the form in which dates stand in columns and value slots.
constexpr int days_since_epoch(Date date) {
    return static_cast<int>(date.time_since_epoch().count());
}

constexpr Date date_from_days(int days) { return Date{std::chrono::days{days}}; }

}  // namespace domain
