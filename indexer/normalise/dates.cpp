#include "indexer/normalise/dates.hpp"

#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/phrases.hpp"
#include "matcher/domain/ascii.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace normalise {
namespace {

struct MonthName {
    std::string_view name;
    unsigned month;
};

/// English and French, folded, with the usual abbreviations.
constexpr auto month_names = std::to_array<MonthName>({
    {"january", 1},   {"jan", 1},       {"janvier", 1},   {"janv", 1},      {"february", 2},
    {"feb", 2},       {"fevrier", 2},   {"fevr", 2},      {"fev", 2},       {"march", 3},
    {"mar", 3},       {"mars", 3},      {"april", 4},     {"apr", 4},       {"avril", 4},
    {"avr", 4},       {"may", 5},       {"mai", 5},       {"june", 6},      {"jun", 6},
    {"juin", 6},      {"july", 7},      {"jul", 7},       {"juillet", 7},   {"juil", 7},
    {"august", 8},    {"aug", 8},       {"aout", 8},      {"september", 9}, {"sept", 9},
    {"sep", 9},       {"septembre", 9}, {"october", 10},  {"oct", 10},      {"octobre", 10},
    {"november", 11}, {"nov", 11},      {"novembre", 11}, {"december", 12}, {"dec", 12},
    {"decembre", 12}, {"juill", 7},     {"mr", 3},
});

/// Words that may stand beside a date without changing it.
constexpr auto beside = std::to_array<std::string_view>(
    {"posted",  "on",        "the",      "of",     "date",  "until",    "expires", "le", "publiee",
     "publie",  "affichee",  "jusqu'au", "st",     "nd",    "rd",       "th",      "er", "monday",
     "tuesday", "wednesday", "thursday", "friday", "lundi", "saturday", "sunday"}
);

struct Token {
    int number = -1;  ///< -1 for a word.
    std::size_t digits = 0;
    std::string_view word;
};

using domain::ascii::is_digit;
using domain::ascii::is_lower;

std::vector<Token> tokens_of(const std::string_view text) {
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        if (is_digit(text[at])) {
            Token token;
            token.number = 0;
            for (; end < text.size() && is_digit(text[end]); ++end) {
                token.number = std::min(token.number * 10 + (text[end] - '0'), 100'000);
            }
            token.digits = end - at;
            tokens.push_back(token);
        } else if (is_lower(text[at])) {
            while (end < text.size() && (is_lower(text[end]) || text[end] == '\'')) {
                ++end;
            }
            tokens.push_back({.number = -1, .digits = 0, .word = text.substr(at, end - at)});
        } else {
            ++end;
        }
        at = end;
    }
    return tokens;
}

/// What a text says of a day: its numbers in order and its month, where that is a word.
struct Parts {
    std::vector<Token> numbers;
    std::optional<unsigned> month;
};

std::optional<Parts> parts_of(const std::string_view folded) {
    Parts parts;
    for (const Token& token : tokens_of(folded)) {
        if (token.number >= 0) {
            parts.numbers.push_back(token);
            continue;
        }
        const auto* const name =
            std::find_if(month_names.begin(), month_names.end(), [&](const MonthName& month) {
                return month.name == token.word;
            });
        if (name != month_names.end() && !parts.month) {
            parts.month = name->month;
        } else if (std::find(beside.begin(), beside.end(), token.word) == beside.end()) {
            return std::nullopt;
        }
    }
    return parts;
}

domain::Result<domain::Date> day_that_exists(
    const int year, const int month, const int day, const std::string_view text
) {
    const std::chrono::year_month_day date{
        std::chrono::year{year},
        std::chrono::month{static_cast<unsigned>(month)},
        std::chrono::day{static_cast<unsigned>(day)},
    };
    if (year < 1000 || year > 9999 || !date.ok()) {
        return domain::invalid("", "there is no day '" + std::string{text} + "'");
    }
    return domain::Date{date};
}

/// `13/03/2021`: the number above 12 is the day; if neither is, they must be equal.
domain::Result<domain::Date> day_of_three_numbers(
    const std::vector<Token>& numbers, const std::string_view text
) {
    const int first = numbers[0].number;
    const int second = numbers[1].number;
    const int third = numbers[2].number;
    if (numbers[0].digits == 4) {
        return day_that_exists(first, second, third, text);
    }
    if (first <= 12 && second <= 12 && first != second) {
        return domain::invalid("", "day and month cannot be told apart");
    }
    return first > 12 ? day_that_exists(third, second, first, text)
                      : day_that_exists(third, first, second, text);
}

/// The day at the head of an ISO instant: `2021-03-13T09:00:00-05:00`, `2021-03-13 09:00`.
std::optional<std::string_view> head_of_instant(const std::string_view folded) {
    const bool is_instant = folded.size() > 10 && (folded[10] == 't' || folded[10] == ' ') &&
                            folded[4] == '-' && folded[7] == '-';
    return is_instant ? std::optional{folded.substr(0, 10)} : std::nullopt;
}

/// What stands before a first day of work.
constexpr auto leads = std::to_array<std::string_view>(
    {"starts",
     "start date",
     "starting",
     "start",
     "as soon as",
     "on",
     "from",
     "commence",
     "date de debut",
     "debut",
     "entree en fonction",
     "a compter du",
     "a partir du",
     "des le",
     "le",
     ":"}
);

/// Words of sources whose jobs begin when somebody is found.
constexpr auto at_once = std::to_array<std::string_view>(
    {"as soon as possible",
     "asap",
     "immediately",
     "immediate",
     "des que possible",
     "le plus tot possible",
     "le plus rapidement possible",
     "immediatement",
     "immediat"}
);

/// Of the first such words and the space behind them; 0 where the text begins with none.
std::size_t length_of_lead(const std::string_view folded) {
    for (const std::string_view lead : leads) {
        if (folded.starts_with(lead) &&
            (folded.size() == lead.size() || !is_lower(folded[lead.size()]))) {
            const std::size_t end = folded.find_first_not_of(' ', lead.size());
            return std::min(end, folded.size());
        }
    }
    return 0;
}

}  // namespace

domain::Result<domain::Date> date_from(const std::string_view text) {
    const std::string folded = fold(text);
    if (const auto head = head_of_instant(folded)) {
        return domain::parse_date(*head);
    }
    const std::optional<Parts> parts = parts_of(folded);
    const auto refuse = [&] {
        return domain::invalid("", "'" + std::string{text} + "' is no date");
    };
    if (!parts) {
        return refuse();
    }
    const std::vector<Token>& numbers = parts->numbers;
    if (parts->month && numbers.size() == 2) {
        const bool year_first = numbers[0].digits == 4;
        const Token& year = numbers[year_first ? 0 : 1];
        const Token& day = numbers[year_first ? 1 : 0];
        return day_that_exists(year.number, static_cast<int>(*parts->month), day.number, text);
    }
    if (!parts->month && numbers.size() == 3) {
        return day_of_three_numbers(numbers, text);
    }
    return refuse();
}

domain::Result<std::optional<domain::Date>> start_from(const std::string_view text) {
    const std::string folded = fold(text);
    std::string_view day = folded;
    while (const std::size_t length = length_of_lead(day)) {
        day.remove_prefix(length);
    }
    for (const std::string_view between : {" to ", " au ", " - "}) {
        day = day.substr(0, day.find(between));
    }
    if (auto date = date_from(day)) {
        return std::optional{*date};
    }
    const bool names_a_day = std::ranges::any_of(folded, is_digit);
    if (!names_a_day && says_any(folded, at_once)) {
        return std::optional<domain::Date>{};
    }
    return domain::invalid("", "'" + std::string{text} + "' names no first day of work");
}

}  // namespace normalise
