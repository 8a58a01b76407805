#include "indexer/normalise/pay.hpp"

#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/hours.hpp"
#include "indexer/normalise/numbers.hpp"
#include "indexer/normalise/phrases.hpp"

#include <cmath>

namespace normalise {
namespace {

using domain::PayPeriod;

constexpr double working_days_a_week = 5;
constexpr double hours_a_week_assumed = 40;
constexpr double hourly_min = 2.40;
constexpr double hourly_max = 500;
constexpr double certainly_yearly_min = 20'000;  ///< Nobody is paid this by the month or less.

constexpr std::string_view by_no_unit_of_time = "paid by no unit of time that is known here";

/// A period that postings name; nothing for those that have no hourly equivalent here.
using Period = std::optional<PayPeriod>;

constexpr auto periods = std::to_array<Meaning<Period>>({
    {"hour", PayPeriod::hour},
    {"hourly", PayPeriod::hour},
    {"hr", PayPeriod::hour},
    {"hrs", PayPeriod::hour},
    {"h", PayPeriod::hour},
    {"heure", PayPeriod::hour},
    {"heures", PayPeriod::hour},
    {"horaire", PayPeriod::hour},
    {"day", PayPeriod::day},
    {"daily", PayPeriod::day},
    {"jour", PayPeriod::day},
    {"journalier", PayPeriod::day},
    {"quotidien", PayPeriod::day},
    {"week", PayPeriod::week},
    {"weekly", PayPeriod::week},
    {"wk", PayPeriod::week},
    {"semaine", PayPeriod::week},
    {"sem", PayPeriod::week},
    {"hebdomadaire", PayPeriod::week},
    {"bi-weekly", PayPeriod::two_weeks},
    {"biweekly", PayPeriod::two_weeks},
    {"bi_weekly", PayPeriod::two_weeks},
    {"every two weeks", PayPeriod::two_weeks},
    {"every 2 weeks", PayPeriod::two_weeks},
    {"per two weeks", PayPeriod::two_weeks},
    {"two weeks", PayPeriod::two_weeks},
    {"2 weeks", PayPeriod::two_weeks},
    {"deux semaines", PayPeriod::two_weeks},
    {"2 semaines", PayPeriod::two_weeks},
    {"quinzaine", PayPeriod::two_weeks},
    {"month", PayPeriod::month},
    {"monthly", PayPeriod::month},
    {"mois", PayPeriod::month},
    {"mensuel", PayPeriod::month},
    {"year", PayPeriod::year},
    {"yearly", PayPeriod::year},
    {"yr", PayPeriod::year},
    {"annual", PayPeriod::year},
    {"annually", PayPeriod::year},
    {"annum", PayPeriod::year},
    {"par an", PayPeriod::year},
    {"/an", PayPeriod::year},
    {"/ an", PayPeriod::year},
    {"annee", PayPeriod::year},
    {"annuel", PayPeriod::year},
    {"annuelle", PayPeriod::year},
    {"annuellement", PayPeriod::year},
    {"semi-monthly", std::nullopt},
    {"twice a month", std::nullopt},
    {"bimensuel", std::nullopt},
    {"mile", std::nullopt},
    {"mille", std::nullopt},
    {"km", std::nullopt},
    {"commission", std::nullopt},
    {"piece", std::nullopt},
    {"sale", std::nullopt},
    {"trip", std::nullopt},
    {"load", std::nullopt},
    {"visit", std::nullopt},
    {"session", std::nullopt},
    {"acre", std::nullopt},
    {"class", std::nullopt},
});

struct Currency {
    std::string_view mark;
    std::string_view code;
};
constexpr auto other_currencies = std::to_array<Currency>({
    {"usd", "USD"},
    {"us$", "USD"},
    {"us dollars", "USD"},
    {"eur", "EUR"},
    {"euros", "EUR"},
    {"\xE2\x82\xAC", "EUR"},
    {"gbp", "GBP"},
    {"\xC2\xA3", "GBP"},
});

domain::Error no_pay(const std::string_view reason) {
    return domain::invalid("", std::string{reason});
}

/// The code of a currency that is not the Canadian dollar, or empty.
std::string other_currency(const StatedPay& stated, const std::string_view folded_text) {
    const std::string folded = fold(stated.currency);
    const bool canadian = folded.empty() || folded == "cad" || folded == "$" || folded == "ca$" ||
                          folded == "c$" || folded == "$ca";
    if (!canadian) {
        std::string code{stated.currency};
        for (char& letter : code) {
            letter =
                letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
        }
        return code;
    }
    for (const auto& [mark, code] : other_currencies) {
        if (folded.empty() && says(folded_text, mark)) {
            return std::string{code};
        }
    }
    return "";
}

struct Amounts {
    double min = 0;
    std::optional<double> max;
    std::size_t end = 0;  ///< Where the text goes on after them.
};

/// True if what stands between two amounts makes them a range, perhaps with the period after the
/// first: ` $/h to $`, ` per hour - `.
bool joins_amounts(std::string_view between) {
    if (joins_range(between)) {
        return true;
    }
    constexpr std::size_t period_length_max = 16;
    constexpr auto joins = std::to_array<std::string_view>({" to ", " a ", " - ", " et "});
    for (const std::string_view join : joins) {
        const std::size_t at = between.find(join);
        const bool has_period =
            at <= period_length_max && earliest_meaning(between.substr(0, at), periods).has_value();
        if (at != std::string_view::npos && has_period && joins_range(between.substr(at))) {
            return true;
        }
    }
    return false;
}

/// `between 20 and 25`, `entre 20 et 25`: there the words that else add something up join a range.
bool joins_after_between(const std::string_view folded, const Number& first, const Number& second) {
    const std::string_view before = folded.substr(0, first.begin);
    const std::string_view between = folded.substr(first.end, second.begin - first.end);
    return (says(before, "between") && says(between, "and")) ||
           (says(before, "entre") && says(between, "et"));
}

std::optional<Amounts> amounts_in(const std::string_view folded) {
    std::vector<Number> money;
    for (const Number& number : numbers(folded)) {
        const std::size_t after = folded.find_first_not_of(' ', number.end);
        if (after == std::string_view::npos || folded[after] != '%') {
            money.push_back(number);
        }
    }
    if (money.empty()) {
        return std::nullopt;
    }
    Amounts amounts{.min = money[0].value, .max = std::nullopt, .end = money[0].end};
    if (money.size() > 1) {
        const Number& second = money[1];
        const std::string_view between = folded.substr(money[0].end, second.begin - money[0].end);
        if (joins_amounts(between) || joins_after_between(folded, money[0], second)) {
            const bool shared_k = second.thousands && !money[0].thousands && amounts.min < 1000;
            amounts.min *= shared_k ? 1000 : 1;
            amounts.max = second.value;
            amounts.end = second.end;
        }
    }
    return amounts;
}

/// The text about money: what the source says of hours in between is cut out.
struct PayText {
    std::string folded;
    std::optional<domain::WeeklyHours> hours;
};

PayText without_hours(std::string folded) {
    const auto clause = find_hours(folded);
    if (!clause) {
        return {std::move(folded), std::nullopt};
    }
    std::optional<domain::WeeklyHours> hours;
    if (clause->hours) {
        hours = *clause->hours;
    }
    folded.erase(clause->begin, clause->end - clause->begin);
    return {std::move(folded), hours};
}

/// Figures given apart. A lone minimum may itself be a range: `69,693-86,541`.
domain::Result<std::optional<Amounts>> stated_figures(const StatedPay& stated) {
    const auto low = amounts_in(fold(stated.min));
    const auto high = amounts_in(fold(stated.max));
    if (!low && !high) {
        return std::optional<Amounts>{};
    }
    if (!low) {
        return no_pay("states a maximum only");
    }
    Amounts amounts = *low;
    if (high && !amounts.max) {
        amounts.max = high->min;
    }
    return std::optional{amounts};
}

bool states_maximum_only(const std::string_view folded, const Amounts& amounts) {
    return !amounts.max &&
           (says(folded, "up to") || says(folded, "jusqu'a") || says(folded, "maximum"));
}

double hourly_factor(
    const PayPeriod period, const double weekly_hours, const double weekly_hours_most
) {
    switch (period) {
        case PayPeriod::hour:
            return 1;
        case PayPeriod::day:  // Of `7 to 35 hours` a week the fullest has every day, as long as
                              // any.
            return working_days_a_week / weekly_hours_most;
        case PayPeriod::week:
            return 1 / weekly_hours;
        case PayPeriod::two_weeks:
            return 1 / (2 * weekly_hours);
        case PayPeriod::month:
            return 12 / (weeks_a_year * weekly_hours);
        case PayPeriod::year:
            return 1 / (weeks_a_year * weekly_hours);
    }
    return 1;
}

domain::Cents cents(const double dollars) { return std::llround(dollars * 100); }

domain::Result<std::optional<domain::Pay>> pay_of(
    const Amounts& amounts, const PayPeriod period, const std::optional<domain::WeeklyHours> hours
) {
    const double low = amounts.min;
    const double high = amounts.max.value_or(low);
    if (low <= 0 || high <= 0) {
        return no_pay(pay_not_above_zero);
    }
    if (high < low) {
        return no_pay("the maximum is below the minimum");
    }
    const double weekly_hours =
        hours ? (hours->min_tenths + hours->max_tenths) / 20.0 : hours_a_week_assumed;
    const double weekly_hours_most = hours ? hours->max_tenths / 10.0 : hours_a_week_assumed;
    const double factor = hourly_factor(period, weekly_hours, weekly_hours_most);
    if (low * factor < hourly_min) {
        return no_pay("too little to be a wage");
    }
    if (high * factor > hourly_max) {
        return no_pay("too much to be a wage");
    }
    const double yearly_factor = factor * weeks_a_year * weekly_hours;
    domain::Pay pay{
        .min = cents(low),
        .max = std::nullopt,
        .period = period,
        .hours_assumed = !hours,
        .hourly_min = cents(low * factor),
        .hourly_max = cents(high * factor),
        .yearly_min = cents(low * yearly_factor),
        .yearly_max = cents(high * yearly_factor),
    };
    if (amounts.max) {
        pay.max = cents(high);
    }
    return std::optional{pay};
}

/// The period that the words after the amounts name, else those before them, else the only one an
/// amount this large can have.
domain::Result<PayPeriod> period_in(const std::string_view folded, const Amounts& amounts) {
    auto period = earliest_meaning(folded, periods, amounts.end);
    if (!period) {
        period = earliest_meaning(folded, periods);
    }
    if (period && !*period) {
        return no_pay(by_no_unit_of_time);
    }
    if (period) {
        return **period;
    }
    if (amounts.min >= certainly_yearly_min) {
        return PayPeriod::year;
    }
    return no_pay("no period is stated");
}

}  // namespace

domain::Result<std::optional<domain::Pay>> pay_from(
    const StatedPay& stated, const std::optional<domain::WeeklyHours> hours
) {
    const PayText text = without_hours(fold(stated.text));
    auto figures = stated_figures(stated);
    if (!figures) {
        return figures.error();
    }
    const std::optional<Amounts> amounts = *figures ? *figures : amounts_in(text.folded);
    if (!amounts) {
        const bool by_result = says(text.folded, "commission") || says(text.folded, "piece") ||
                               says(text.folded, "sale") || says(text.folded, "mile");
        if (by_result) {
            return no_pay(by_no_unit_of_time);
        }
        return std::optional<domain::Pay>{};
    }
    if (const std::string code = other_currency(stated, text.folded); !code.empty()) {
        return no_pay(std::string{pay_in_other_currency} + code);
    }
    // Forms write a zero where nothing was entered: `$0.00 to $20.56`.
    const bool from_nothing = amounts->min == 0 && amounts->max > 0;
    if (from_nothing || (!*figures && states_maximum_only(text.folded, *amounts))) {
        return no_pay("states a maximum only");
    }
    const std::string folded_period = fold(stated.period);
    const auto period = period_in(
        folded_period.empty() ? text.folded : folded_period,
        Amounts{.min = amounts->min, .max = amounts->max, .end = *figures ? 0 : amounts->end}
    );
    // `$0.00 based on commission, mileage or piece of work` says how people are paid, not nothing.
    const bool by_result = !period && period.error().message == by_no_unit_of_time;
    if (amounts->min <= 0 && !by_result) {
        return no_pay(amounts->min == 0 ? pay_of_zero : pay_not_above_zero);
    }
    if (!period) {
        return period.error();
    }
    return pay_of(*amounts, *period, hours ? hours : text.hours);
}

}  // namespace normalise
