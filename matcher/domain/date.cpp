#include "matcher/domain/date.hpp"

#include <charconv>

namespace domain {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::months;
using std::chrono::year;
using std::chrono::year_month_day;

/// The digits of `text`, or -1 where something else stands there.
int digits(const std::string_view text) {
    int value = 0;
    for (const char character : text) {
        if (character < '0' || character > '9') {
            return -1;
        }
        value = value * 10 + (character - '0');
    }
    return value;
}

}  // namespace

Result<Date> parse_date(const std::string_view text) {
    const auto refuse = [&] {
        return invalid("", "'" + std::string{text} + "' is not a date of the form YYYY-MM-DD");
    };
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return refuse();
    }
    const int years = digits(text.substr(0, 4));
    const int month_number = digits(text.substr(5, 2));
    const int day_number = digits(text.substr(8, 2));
    if (years < 0 || month_number < 0 || day_number < 0) {
        return refuse();
    }
    const year_month_day date{
        year{years},
        month{static_cast<unsigned>(month_number)},
        day{static_cast<unsigned>(day_number)},
    };
    if (!date.ok()) {
        return invalid("", "there is no day '" + std::string{text} + "'");
    }
    return Date{date};
}

std::string to_string(const Date date) {
    const year_month_day parts{date};
    std::string text = "0000-00-00";
    // The digits of a number, the last of them at `place`.
    const auto write = [&text](std::size_t place, const std::size_t count, unsigned number) {
        for (std::size_t digit = 0; digit < count; ++digit, --place, number /= 10) {
            text[place] = static_cast<char>('0' + number % 10);
        }
    };
    write(3, 4, static_cast<unsigned>(static_cast<int>(parts.year())));
    write(6, 2, static_cast<unsigned>(parts.month()));
    write(9, 2, static_cast<unsigned>(parts.day()));
    return text;
}

Date add_months(const Date date, const int count) {
    const year_month_day parts{date};
    year_month_day moved = parts + months{count};
    if (!moved.ok()) {
        moved = moved.year() / moved.month() / std::chrono::last;
    }
    return Date{moved};
}

int whole_months(const Date from, const Date to) {
    if (to <= from) {
        return 0;
    }
    const year_month_day start{from};
    const year_month_day end{to};
    const auto span = (end.year() / end.month()) - (start.year() / start.month());
    return static_cast<int>(span.count()) - (end.day() < start.day() ? 1 : 0);
}

int whole_years(const Date from, const Date to) { return whole_months(from, to) / 12; }

}  // namespace domain
