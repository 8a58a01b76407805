#include "indexer/normalise/hours.hpp"

#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/numbers.hpp"
#include "indexer/normalise/phrases.hpp"

#include <algorithm>
#include <cmath>

namespace normalise {
namespace {

/// Less is a way of filling in a form that asks for hours: `0.01 hours per week`.
constexpr double hours_a_week_min = 1;
constexpr double hours_a_week_max = 7 * 24;

/// How many weeks the hours are counted over.
constexpr auto spans = std::to_array<Meaning<double>>({
    {"bi-weekly", 2},
    {"biweekly", 2},
    {"every two weeks", 2},
    {"every 2 weeks", 2},
    {"per two weeks", 2},
    {"two weeks", 2},
    {"2 weeks", 2},
    {"deux semaines", 2},
    {"2 semaines", 2},
    {"week", 1},
    {"weekly", 1},
    {"wk", 1},
    {"semaine", 1},
    {"sem", 1},
    {"hebdomadaire", 1},
    {"hebdomadaires", 1},
    {"month", weeks_a_year / 12},
    {"monthly", weeks_a_year / 12},
    {"mois", weeks_a_year / 12},
    {"year", weeks_a_year},
    {"annually", weeks_a_year},
    {"par an", weeks_a_year},
    {"annee", weeks_a_year},
    {"day", 0.2},
    {"daily", 0.2},
    {"jour", 0.2},
    {"shift", 0.2},
});

constexpr auto words_for_hours =
    std::to_array<std::string_view>({"hours", "heures", "hrs", "h", "hour"});

domain::Result<domain::WeeklyHours> weekly(
    const double first, const double second, const double weeks
) {
    const auto [low, high] = std::minmax({first / weeks, second / weeks});
    if (high < hours_a_week_min || low < 0) {
        return domain::invalid("", "less than an hour of work a week");
    }
    if (high > hours_a_week_max) {
        return domain::invalid("", "more hours than a week has");
    }
    return domain::WeeklyHours{
        .min_tenths = static_cast<int>(std::lround(low * 10)),
        .max_tenths = static_cast<int>(std::lround(high * 10)),
    };
}

/// The end of the word for hours that follows the number, or npos. `$16.00hour`, or `$ 16.00 hour`,
/// states a rate and no hours: after an amount of dollars the word is none of ours.
std::size_t hours_word_end(const std::string_view folded, const Number& number) {
    const std::size_t begin = folded.find_first_not_of(' ', number.end);
    const std::size_t before = folded.substr(0, number.begin).find_last_not_of(' ');
    const bool is_money = before != std::string_view::npos && folded[before] == '$';
    if (begin == std::string_view::npos || is_money) {
        return std::string_view::npos;
    }
    for (const std::string_view word : words_for_hours) {
        if (find_phrase(folded.substr(0, begin + word.size() + 1), word, begin) == begin) {
            return begin + word.size();
        }
    }
    return std::string_view::npos;
}

struct Span {
    double weeks = 1;
    std::size_t end = 0;
};

/// `per week`, `bi-weekly`, `/sem.`: what follows the word for hours, up to the next clause.
Span span_after(const std::string_view folded, const std::size_t begin) {
    constexpr std::size_t reach = 24;
    std::size_t end = std::min(folded.size(), begin + reach);
    end = std::min(end, folded.find_first_of(",;$", begin));
    const std::string_view near = folded.substr(0, end);
    const Meaning<double>* earliest = nullptr;
    std::size_t earliest_at = std::string_view::npos;
    for (const auto& span : spans) {
        const std::size_t at = find_phrase(near, span.phrase, begin);
        if (at < earliest_at) {
            earliest = &span;
            earliest_at = at;
        }
    }
    if (earliest == nullptr) {
        return {.weeks = 1, .end = begin};
    }
    return {.weeks = earliest->value, .end = earliest_at + earliest->phrase.size()};
}

}  // namespace

std::optional<HoursClause> find_hours(const std::string_view folded) {
    const std::vector<Number> all = numbers(folded);
    for (std::size_t index = 0; index < all.size(); ++index) {
        const Number& last = all[index];
        const std::size_t word_end = hours_word_end(folded, last);
        if (word_end == std::string_view::npos) {
            continue;
        }
        const auto between = [&](const Number& first) {
            return folded.substr(first.end, last.begin - first.end);
        };
        const bool range = index > 0 && joins_range(between(all[index - 1]));
        const Number& first = range ? all[index - 1] : last;
        const Span span = span_after(folded, word_end);
        return HoursClause{
            .begin = first.begin,
            .end = span.end,
            .hours = weekly(first.value, last.value, span.weeks),
        };
    }
    return std::nullopt;
}

domain::Result<domain::WeeklyHours> hours_from(const std::string_view text) {
    const std::string folded = fold(text);
    if (const auto clause = find_hours(folded)) {
        return clause->hours;
    }
    const std::vector<Number> all = numbers(folded);
    if (all.empty()) {
        return domain::invalid("", "states no number of hours");
    }
    const bool range =
        all.size() > 1 &&
        joins_range(std::string_view{folded}.substr(all[0].end, all[1].begin - all[0].end));
    const Span span = span_after(folded, all[range ? 1 : 0].end);
    return weekly(all[0].value, all[range ? 1 : 0].value, span.weeks);
}

}  // namespace normalise
