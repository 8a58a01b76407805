#include "indexer/sources/rounds.hpp"

#include "matcher/document/json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace sources {
namespace {

namespace json = boost::json;
using domain::Program;
using domain::Round;
using domain::RoundKind;

std::string lower(const std::string_view text) {
    std::string result{text};
    std::ranges::transform(result, result.begin(), [](const unsigned char letter) {
        return static_cast<char>(std::tolower(letter));
    });
    return result;
}

/// Words that a name begins with, in lower case, and what they say.
struct NameWords {
    std::string_view begins;
    RoundKind kind;
    std::optional<Program> program;
    std::string_view category;
};
constexpr std::array names{
    NameWords{"no program specified", RoundKind::general, {}, ""},
    NameWords{"general", RoundKind::general, {}, ""},
    NameWords{"provincial nominee", RoundKind::program, Program::pnp, ""},
    NameWords{"canadian experience class", RoundKind::program, Program::cec, ""},
    NameWords{"federal skilled worker", RoundKind::program, Program::fswp, ""},
    NameWords{"federal skilled trades", RoundKind::program, Program::fstp, ""},
    NameWords{"french", RoundKind::category, {}, "french"},
    NameWords{"healthcare", RoundKind::category, {}, "healthcare"},
    NameWords{"stem ", RoundKind::category, {}, "stem"},
    NameWords{"science", RoundKind::category, {}, "stem"},
    NameWords{"trade", RoundKind::category, {}, "trades"},
    NameWords{"transport", RoundKind::category, {}, "transport"},
    NameWords{"agriculture", RoundKind::category, {}, "agriculture"},
    NameWords{"education", RoundKind::category, {}, "education"},
    NameWords{"physicians", RoundKind::category, {}, "physicians_canadian_work"},
    NameWords{"senior managers", RoundKind::category, {}, "senior_managers_canadian_work"},
    NameWords{"researchers", RoundKind::category, {}, "researchers_canadian_work"},
    NameWords{"skilled military", RoundKind::category, {}, "military_recruits"},
};

constexpr std::array<std::string_view, 12> months{
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december"};

/// Runs of letters, and runs of digits: `3rd` is two of them.
std::vector<std::string> words_and_numbers(const std::string_view text) {
    const auto kind = [](const char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return std::isdigit(byte) != 0 ? 2 : static_cast<int>(std::isalpha(byte) != 0);
    };
    std::vector<std::string> tokens;
    int last = 0;
    for (const char letter : lower(text)) {
        const int now = kind(letter);
        if (now != 0 && now != last) {
            tokens.emplace_back();
        }
        if (now != 0) {
            tokens.back() += letter;
        }
        last = now;
    }
    return tokens;
}

std::optional<int> number(const std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    return whole && value >= 0 ? std::optional{value} : std::nullopt;
}

/// `3,000`.
std::optional<int> number_with_commas(std::string text) {
    std::erase(text, ',');
    return number(text);
}

/// Reads the members of one round; the first that is not understood refuses it.
class RoundReader {
public:
    RoundReader(const json::object& object, const std::size_t index)
        : object_{object}, place_{"rounds[" + std::to_string(index) + "]."} {}

    Round read() {
        Round round;
        round.number = text("drawNumber");
        if (round.number.empty()) {
            refuse("drawNumber", "missing");
        }
        const auto date = domain::parse_date(text("drawDate"));
        if (date) {
            round.held_on = *date;
        } else {
            refuse("drawDate", date.error().message);
        }
        round.name = text("drawName");
        if (const auto name = understand_round_name(round.name)) {
            round.kind = name->kind;
            round.program = name->program;
            round.category = name->category;
        } else {
            refuse("drawName", "'" + round.name + "' is no round that is known");
        }
        round.invitations = whole("drawSize").value_or(0);
        round.cutoff_crs = cutoff();
        round.tie_break = tie_break();
        if (!text("dd18").empty()) {
            round.pool_total = whole("dd18");
        }
        return round;
    }

    const std::optional<RefusedRound>& refused() const { return refused_; }

private:
    std::string text(const std::string_view name) const {
        const json::value* value = object_.if_contains(name);
        return value != nullptr && value->is_string() ? std::string{value->as_string()} : "";
    }

    void refuse(const std::string_view name, std::string reason) {
        if (!refused_) {
            refused_ = {.field = place_ + std::string{name}, .reason = std::move(reason)};
        }
    }

    std::optional<int> whole(const std::string_view name) {
        const auto value = number_with_commas(text(name));
        if (!value) {
            refuse(name, "'" + text(name) + "' is not a whole number");
        }
        return value;
    }

    std::optional<int> cutoff() {
        constexpr int score_max = 1200;
        const auto value = whole("drawCRS");
        if (value && *value > score_max) {
            refuse("drawCRS", "'" + text("drawCRS") + "' is more than any score");
        }
        return value;
    }

    std::optional<domain::Instant> tie_break() {
        const std::string stated = text("drawCutOff");
        if (stated.empty()) {
            return std::nullopt;  // Rounds did without until 2017.
        }
        const auto instant = understand_tie_break(stated);
        if (!instant) {
            refuse("drawCutOff", "'" + stated + "' is not a moment");
        }
        return instant;
    }

    const json::object& object_;
    std::string place_;
    std::optional<RefusedRound> refused_;
};

void read_round(RoundFeed& feed, const json::value& value, const std::size_t index) {
    const json::object* object = value.if_object();
    if (object == nullptr) {
        feed.refused.push_back(
            {.field = "rounds[" + std::to_string(index) + "]", .reason = "not an object"}
        );
        return;
    }
    RoundReader reader{*object, index};
    Round round = reader.read();
    if (reader.refused()) {
        feed.refused.push_back(*reader.refused());
    } else if (std::ranges::find(feed.rounds, round.number, &Round::number) != feed.rounds.end()) {
        feed.refused.push_back(
            {.field = "rounds[" + std::to_string(index) + "].drawNumber",
             .reason = "there are two rounds '" + round.number + "'"}
        );
    } else {
        feed.rounds.push_back(std::move(round));
    }
}

}  // namespace

std::optional<RoundName> understand_round_name(const std::string_view name) {
    const std::string words = lower(name);
    for (const NameWords& known : names) {
        if (words.starts_with(known.begins)) {
            return RoundName{
                .kind = known.kind,
                .program = known.program,
                .category = std::string{known.category}};
        }
    }
    return std::nullopt;
}

std::optional<domain::Instant> understand_tie_break(const std::string_view text) {
    std::optional<unsigned> month;
    std::vector<int> numbers;
    bool afternoon = false;
    bool morning = false;
    for (const std::string& token : words_and_numbers(text)) {
        if (const auto value = number(token)) {
            numbers.push_back(*value);
        } else if (const auto found = std::ranges::find(months, token); found != months.end()) {
            month = static_cast<unsigned>(found - months.begin()) + 1;
        } else {
            afternoon = afternoon || token == "pm";
            morning = morning || token == "am";
        }
    }
    if (!month || numbers.size() != 5) {
        return std::nullopt;
    }
    const std::chrono::year_month_day day{
        std::chrono::year{numbers[1]},
        std::chrono::month{*month},
        std::chrono::day{static_cast<unsigned>(numbers[0])}};
    int hour = numbers[2];
    hour += afternoon && hour < 12 ? 12 : 0;
    hour -= morning && hour == 12 ? 12 : 0;
    if (!day.ok() || hour > 23 || numbers[3] > 59 || numbers[4] > 59) {
        return std::nullopt;
    }
    return domain::Instant{std::chrono::sys_days{day}} + std::chrono::hours{hour} +
           std::chrono::minutes{numbers[3]} + std::chrono::seconds{numbers[4]};
}

domain::Result<RoundFeed> read_rounds(const std::string_view json) {
    const auto document = document::parse(json);
    if (!document) {
        return document.error();
    }
    const json::object* root = document->if_object();
    const json::value* list = root != nullptr ? root->if_contains("rounds") : nullptr;
    if (list == nullptr || !list->is_array()) {
        return domain::invalid("rounds", "missing: this is no feed of rounds");
    }
    RoundFeed feed;
    for (std::size_t index = 0; index < list->as_array().size(); ++index) {
        read_round(feed, list->as_array()[index], index);
    }
    std::ranges::reverse(feed.rounds);  // The feed is newest first.
    std::ranges::stable_sort(feed.rounds, {}, &Round::held_on);
    return feed;
}

}  // namespace sources
