#include "indexer/sources/instant.hpp"

#include "indexer/sources/text.hpp"
#include "matcher/domain/date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>

namespace sources {

namespace {

std::optional<std::int64_t> number_from(const std::string_view text) {
    std::int64_t number = 0;
    const auto* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    const bool whole = read.ec == std::errc{} && read.ptr == end;
    return whole ? std::optional{number} : std::nullopt;
}

/// Years with four digits only, as dates are written.
std::optional<std::string> iso_day(const std::chrono::year_month_day day) {
    const bool written = day.ok() && int{day.year()} >= 1000 && int{day.year()} <= 9999;
    return written ? std::optional{domain::to_string(domain::Date{day})} : std::nullopt;
}

std::string day_of(const std::string_view text, const std::int64_t units_a_day) {
    const auto number = number_from(trimmed(text));
    constexpr std::int64_t days_max = 3'000'000;  // Beyond the year 9999.
    if (!number || *number < 0 || *number / units_a_day > days_max) {
        return std::string{text};
    }
    const std::chrono::sys_days day{std::chrono::days{static_cast<int>(*number / units_a_day)}};
    return iso_day(std::chrono::year_month_day{day}).value_or(std::string{text});
}

}  // namespace

std::string day_of_milliseconds(const std::string_view text) {
    constexpr std::int64_t milliseconds_a_day = 86'400'000;
    return day_of(text, milliseconds_a_day);
}

std::string day_of_seconds(const std::string_view text) {
    constexpr std::int64_t seconds_a_day = 86'400;
    return day_of(text, seconds_a_day);
}

std::string day_of_rfc_822(const std::string_view text) {
    constexpr std::array<std::string_view, 12> months{
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    const auto comma = text.find(',');
    const auto words =
        pieces_of(comma == std::string_view::npos ? text : text.substr(comma + 1), " ");
    if (words.size() < 3) {
        return std::string{text};
    }
    const auto day = number_from(words[0]);
    const auto* const month = std::ranges::find(months, lower_case_ascii(words[1]).substr(0, 3));
    const auto year = number_from(words[2]);
    constexpr std::int64_t year_max = 9999;
    if (!day || *day < 1 || *day > 31 || month == months.end() || !year || *year < 1000 ||
        *year > year_max) {
        return std::string{text};
    }
    const std::chrono::year_month_day stated{
        std::chrono::year{static_cast<int>(*year)},
        std::chrono::month{static_cast<unsigned>(month - months.begin() + 1)},
        std::chrono::day{static_cast<unsigned>(*day)}};
    return iso_day(stated).value_or(std::string{text});
}

}  // namespace sources
