#include "indexer/search/query_values.hpp"

#include "indexer/normalise/province.hpp"
#include "indexer/search/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace search {
namespace {

/// How a value may be compared: `>=40`, `30..40`, `40`.
enum class Comparison : std::uint8_t { none, equal, at_least, above, at_most, below, between };

struct Compared {
    Comparison comparison = Comparison::none;
    std::string_view first;
    std::string_view second;  ///< Of `between`.
};

struct Sign {
    std::string_view text;
    Comparison comparison;
};
/// The longer ones first.
constexpr std::array<Sign, 7> signs{
    {{">=", Comparison::at_least},
     {"<=", Comparison::at_most},
     {"≥", Comparison::at_least},
     {"≤", Comparison::at_most},
     {">", Comparison::above},
     {"<", Comparison::below},
     {"=", Comparison::equal}}};

Compared compared(const std::string_view text) {
    for (const Sign& sign : signs) {
        if (text.starts_with(sign.text)) {
            return {
                .comparison = sign.comparison,
                .first = text.substr(sign.text.size()),
                .second = {}};
        }
    }
    if (const std::size_t dots = text.find(".."); dots != std::string_view::npos) {
        return {
            .comparison = Comparison::between,
            .first = text.substr(0, dots),
            .second = text.substr(dots + 2)};
    }
    return {.comparison = Comparison::none, .first = text, .second = {}};
}

/// Digits and nothing else.
std::optional<int> whole_number(const std::string_view text, const int max) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole = error == std::errc{} && end == text.data() + text.size();
    return is_whole && number >= 0 && number <= max ? std::optional{number} : std::nullopt;
}

struct Bounds {
    std::int64_t min;
    std::int64_t max;
};

/// What a comparison leaves of all values from `all.min` to `all.max`; nothing where that is
/// nothing, or where a figure is not read.
template <class Read>
std::optional<Bounds> bounds(const Compared& value, const Bounds& all, const Read read) {
    const auto first = read(value.first);
    if (!first) {
        return std::nullopt;
    }
    Bounds result = all;
    switch (value.comparison) {
        case Comparison::none:
        case Comparison::equal:
            result = {.min = *first, .max = *first};
            break;
        case Comparison::at_least:
            result.min = *first;
            break;
        case Comparison::above:
            result.min = *first + 1;
            break;
        case Comparison::at_most:
            result.max = *first;
            break;
        case Comparison::below:
            result.max = *first - 1;
            break;
        case Comparison::between: {
            const auto second = read(value.second);
            if (!second) {
                return std::nullopt;
            }
            result = {.min = *first, .max = *second};
        }
    }
    return result.min <= result.max ? std::optional{result} : std::nullopt;
}

template <class T>
struct ValueWord {
    std::string_view text;  ///< Folded.
    T value;
};

template <class T, std::size_t N>
std::optional<T> word_in(const std::array<ValueWord<T>, N>& words, const std::string_view text) {
    const std::string plain = folded(text);
    for (const ValueWord<T>& word : words) {
        if (word.text == plain) {
            return word.value;
        }
    }
    return std::nullopt;
}

constexpr std::array<ValueWord<bool>, 8> yes_or_no{
    {{"yes", true},
     {"oui", true},
     {"true", true},
     {"y", true},
     {"no", false},
     {"non", false},
     {"false", false},
     {"n", false}}};

constexpr std::array<ValueWord<WorkIn>, 8> languages{
    {{"en", WorkIn::english},
     {"english", WorkIn::english},
     {"anglais", WorkIn::english},
     {"fr", WorkIn::french},
     {"french", WorkIn::french},
     {"francais", WorkIn::french},
     {"bilingual", WorkIn::bilingual},
     {"bilingue", WorkIn::bilingual}}};

/// A period of pay, and how often it comes in the hour or the year that pay is compared by.
struct Period {
    domain::PayPeriod compared_by;
    int times;
};
constexpr int weeks_in_year = 52;
constexpr int months_in_year = 12;
constexpr Period hourly{domain::PayPeriod::hour, 1};
constexpr Period weekly{domain::PayPeriod::year, weeks_in_year};
constexpr Period monthly{domain::PayPeriod::year, months_in_year};
constexpr Period yearly{domain::PayPeriod::year, 1};
constexpr std::array<ValueWord<Period>, 19> periods{
    {{"h", hourly},
     {"hr", hourly},
     {"hour", hourly},
     {"heure", hourly},
     {"w", weekly},
     {"week", weekly},
     {"sem", weekly},
     {"semaine", weekly},
     {"m", monthly},
     {"month", monthly},
     {"mois", monthly},
     {"y", yearly},
     {"yr", yearly},
     {"year", yearly},
     {"an", yearly},
     {"annee", yearly},
     {"a", yearly},
     {"hourly", hourly},
     {"yearly", yearly}}};

/// Without a period, a figure of fewer dollars is by the hour.
constexpr domain::Cents hourly_below = 100'000;
constexpr domain::Cents pay_max = 10'000'000'00;

struct Amount {
    domain::Cents cents;
    std::optional<Period> period;
};

/// `40`, `$40.50`, `80k`, `80000$`, each with `/h` and the like or without.
std::optional<Amount> amount(std::string_view text) {
    std::optional<Period> period;
    if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
        period = word_in(periods, text.substr(slash + 1));
        if (!period) {
            return std::nullopt;
        }
        text = text.substr(0, slash);
    }
    if (text.starts_with('$')) {
        text.remove_prefix(1);
    } else if (text.ends_with('$')) {
        text.remove_suffix(1);
    }
    domain::Cents unit = 100;
    if (text.ends_with('k') || text.ends_with('K')) {
        unit *= 1'000;
        text.remove_suffix(1);
    }
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view decimals = text.substr(std::min(point + 1, text.size()));
    constexpr int dollars_max = static_cast<int>(pay_max / 100);
    const auto dollars = whole_number(text.substr(0, point), dollars_max);
    if (!dollars || decimals.size() > 2 || (point < text.size() && decimals.empty())) {
        return std::nullopt;
    }
    domain::Cents cents = *dollars * unit;
    if (!decimals.empty()) {
        const auto parts = whole_number(decimals, 99);
        if (!parts) {
            return std::nullopt;
        }
        cents += *parts * unit / (decimals.size() == 1 ? 10 : 100);
    }
    if (cents < 1 || cents > pay_max) {
        return std::nullopt;
    }
    return Amount{.cents = cents, .period = period};
}

/// `7d`, `2w`, `7j`, `2sem`.
std::optional<int> days_ago(const std::string_view text) {
    constexpr int days_max = 3'650;
    constexpr std::array<ValueWord<int>, 12> units{
        {{"d", 1},
         {"day", 1},
         {"days", 1},
         {"j", 1},
         {"jour", 1},
         {"jours", 1},
         {"w", 7},
         {"week", 7},
         {"weeks", 7},
         {"sem", 7},
         {"semaine", 7},
         {"semaines", 7}}};
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const auto number = whole_number(text.substr(0, digits), days_max);
    const auto unit = word_in(units, text.substr(digits));
    return number && unit && *number * *unit <= days_max ? std::optional{*number * *unit}
                                                         : std::nullopt;
}

}  // namespace

std::optional<NocGroup> parse_noc_group(std::string_view text) {
    constexpr std::size_t digits_max = 5;
    if (text.ends_with('*')) {
        text.remove_suffix(1);
    }
    if (text.empty() || text.size() > digits_max ||
        text.find_first_not_of("0123456789") != std::string_view::npos) {
        return std::nullopt;
    }
    const bool has_teer = text.size() < 2 || text[1] <= '5';
    return has_teer ? std::optional{NocGroup{std::string{text}}} : std::nullopt;
}

std::optional<TeerRange> parse_teer_range(const std::string_view text) {
    constexpr int teer_max = 5;
    const auto read = [](const std::string_view digits) {
        return digits.size() == 1 ? whole_number(digits, teer_max) : std::nullopt;
    };
    const auto found = bounds(compared(text), {.min = 0, .max = teer_max}, read);
    if (!found) {
        return std::nullopt;
    }
    return TeerRange{.min = static_cast<int>(found->min), .max = static_cast<int>(found->max)};
}

std::optional<domain::Province> parse_province(const std::string_view text) {
    return normalise::province_from(text);
}

std::optional<PayRange> parse_pay_range(const std::string_view text) {
    Compared value = compared(text);
    // A single figure is what the pay has to reach.
    if (value.comparison == Comparison::none) {
        value.comparison = Comparison::at_least;
    }
    // In `30..40/h` the period stands once, at the end.
    std::optional<Period> period;
    const std::string_view last =
        value.comparison == Comparison::between ? value.second : value.first;
    const auto figure = amount(last);
    if (!figure) {
        return std::nullopt;
    }
    period = figure->period ? *figure->period : figure->cents < hourly_below ? hourly : yearly;
    const auto read = [&](const std::string_view part) -> std::optional<domain::Cents> {
        const auto one = amount(part);
        const bool is_same =
            one && (!one->period || (one->period->compared_by == period->compared_by &&
                                     one->period->times == period->times));
        return is_same ? std::optional{one->cents * period->times} : std::nullopt;
    };
    constexpr domain::Cents all_max = std::numeric_limits<domain::Cents>::max();
    const auto found = bounds(value, {.min = 0, .max = all_max}, read);
    if (!found) {
        return std::nullopt;
    }
    PayRange range{.period = period->compared_by};
    if (found->min > 0) {
        range.min = found->min;
    }
    if (found->max < all_max) {
        range.max = found->max;
    }
    return range;
}

std::optional<Remote> parse_remote(const std::string_view text) {
    const auto value = word_in(yes_or_no, text);
    return value ? std::optional{Remote{*value}} : std::nullopt;
}

std::optional<WorkIn> parse_work_in(const std::string_view text) {
    return word_in(languages, text);
}

std::optional<LiftRange> parse_lift_range(const std::string_view text) {
    const auto read = [](const std::string_view digits) {
        return whole_number(digits, LiftRange::lift_max);
    };
    const auto found = bounds(compared(text), {.min = 0, .max = LiftRange::lift_max}, read);
    if (!found) {
        return std::nullopt;
    }
    return LiftRange{.min = static_cast<int>(found->min), .max = static_cast<int>(found->max)};
}

std::optional<PostedRange> parse_posted_range(const std::string_view text) {
    const Compared value = compared(text);
    if (const auto days = days_ago(value.first)) {
        PostedRange range;
        switch (value.comparison) {
            case Comparison::none:
            case Comparison::at_most:
                range.days_max = *days;
                return range;
            case Comparison::below:
                range.days_max = *days - 1;
                return *days > 0 ? std::optional{range} : std::nullopt;
            case Comparison::above:
                range.days_min = *days + 1;
                return range;
            case Comparison::at_least:
                range.days_min = *days;
                return range;
            default:
                return std::nullopt;
        }
    }
    const auto read = [](const std::string_view date) -> std::optional<std::int64_t> {
        const auto day = domain::parse_date(date);
        return day ? std::optional<std::int64_t>{domain::days_since_epoch(*day)} : std::nullopt;
    };
    constexpr Bounds any_day{.min = -1'000'000, .max = 10'000'000};
    const auto found = bounds(value, any_day, read);
    if (!found) {
        return std::nullopt;
    }
    PostedRange range;
    if (found->min > any_day.min) {
        range.from = domain::date_from_days(static_cast<int>(found->min));
    }
    if (found->max < any_day.max) {
        range.to = domain::date_from_days(static_cast<int>(found->max));
    }
    return range;
}

std::optional<int> parse_kilometres(std::string_view text) {
    if (text.ends_with("km") || text.ends_with("KM") || text.ends_with("Km")) {
        text.remove_suffix(2);
    }
    const auto number = whole_number(text, near_kilometres_max);
    return number && *number > 0 ? number : std::nullopt;
}

}  // namespace search
