#include "indexer/sources/round_words.hpp"

#include "indexer/sources/text.hpp"
#include "matcher/domain/ascii.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <vector>

namespace sources {
namespace {

using domain::Program;
using domain::RoundKind;

/// A name in small letters, without punctuation and version, and what it says.
struct KnownName {
    std::string_view words;
    RoundKind kind;
    std::optional<Program> program;
    std::string_view category;
};
constexpr std::array known_names{
    KnownName{"no program specified", RoundKind::general, {}, ""},
    KnownName{"general", RoundKind::general, {}, ""},
    KnownName{"provincial nominee program", RoundKind::program, Program::pnp, ""},
    KnownName{"canadian experience class", RoundKind::program, Program::cec, ""},
    KnownName{"federal skilled worker", RoundKind::program, Program::fswp, ""},
    KnownName{"federal skilled worker program", RoundKind::program, Program::fswp, ""},
    KnownName{"federal skilled trades", RoundKind::program, Program::fstp, ""},
    KnownName{"federal skilled trades program", RoundKind::program, Program::fstp, ""},
    KnownName{"french language proficiency", RoundKind::category, {}, "french"},
    KnownName{"healthcare occupations", RoundKind::category, {}, "healthcare"},
    KnownName{"healthcare and social services occupations", RoundKind::category, {}, "healthcare"},
    KnownName{"stem occupations", RoundKind::category, {}, "stem"},
    KnownName{"trade occupations", RoundKind::category, {}, "trades"},
    KnownName{"trades occupations", RoundKind::category, {}, "trades"},
    KnownName{"transport occupations", RoundKind::category, {}, "transport"},
    KnownName{"agriculture and agri food occupations", RoundKind::category, {}, "agriculture"},
    KnownName{"education occupations", RoundKind::category, {}, "education"},
    KnownName{
        "physicians with canadian work experience",
        RoundKind::category,
        {},
        "physicians_canadian_work"},
    KnownName{
        "senior managers with canadian work experience",
        RoundKind::category,
        {},
        "senior_managers_canadian_work"},
    KnownName{
        "researchers with canadian work experience",
        RoundKind::category,
        {},
        "researchers_canadian_work"},
    KnownName{"skilled military recruits", RoundKind::category, {}, "military_recruits"},
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

using domain::ascii::is_digit;

bool is_number(const std::string_view token) {
    return !token.empty() && std::ranges::all_of(token, is_digit);
}

/// Runs of letters, in small letters, and runs of digits: `3rd` is two of them. Spaces and ASCII
/// punctuation part them. Anything else counts as a letter, so that a word in other letters is not
/// passed over but not understood.
std::vector<std::string> words_and_numbers(const std::string_view text) {
    enum class Sort { separator, letter, digit };
    const auto sort_of = [](const char character) {
        if (is_digit(character)) {
            return Sort::digit;
        }
        constexpr std::string_view separators = " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
        const bool separates = separators.find(character) != separators.npos;
        return separates ? Sort::separator : Sort::letter;
    };
    std::vector<std::string> tokens;
    auto last = Sort::separator;
    for (const char character : lower_case_ascii(text)) {
        const auto now = sort_of(character);
        if (now != Sort::separator && now != last) {
            tokens.emplace_back();
        }
        if (now != Sort::separator) {
            tokens.back() += character;
        }
        last = now;
    }
    return tokens;
}

/// Takes the words of a text one after the other.
class Words {
public:
    explicit Words(const std::span<const std::string> words) : words_{words} {}

    bool at_end() const { return words_.empty(); }

    /// A number of so many digits.
    std::optional<int> number(const std::size_t digits_min, const std::size_t digits_max) {
        if (at_end() || !is_number(words_.front()) || words_.front().size() < digits_min ||
            words_.front().size() > digits_max) {
            return std::nullopt;
        }
        return understand_whole_number(take());
    }

    /// The place of the next word in the list, which may lack it.
    std::optional<std::size_t> one_of(const std::span<const std::string_view> list) {
        const auto found = at_end() ? list.end() : std::ranges::find(list, words_.front());
        if (found == list.end()) {
            return std::nullopt;
        }
        take();
        return static_cast<std::size_t>(found - list.begin());
    }

private:
    const std::string& take() {
        const std::string& word = words_.front();
        words_ = words_.subspan(1);
        return word;
    }

    std::span<const std::string> words_;
};

std::optional<std::chrono::seconds> time_of_day(Words& words) {
    const auto hours = words.number(1, 2);
    const auto minutes = words.number(2, 2);
    const auto seconds = words.number(2, 2);
    constexpr std::array<std::string_view, 2> halves{"am", "pm"};
    const auto half = words.one_of(halves);
    if (!hours || !minutes || !seconds || *hours > 23 || *minutes > 59 || *seconds > 59) {
        return std::nullopt;
    }
    int hour = *hours;
    if (half) {
        // `20:19:59 PM` says the same thing twice; `20:19:59 AM` says two things.
        const bool afternoon = *half == 1;
        if (afternoon ? hour == 0 : hour > 12) {
            return std::nullopt;
        }
        hour = afternoon ? (hour < 12 ? hour + 12 : hour) : hour % 12;
    }
    return std::chrono::hours{hour} + std::chrono::minutes{*minutes} +
           std::chrono::seconds{*seconds};
}

}  // namespace

std::optional<RoundName> understand_round_name(const std::string_view name) {
    auto words = words_and_numbers(name);
    // `(Version 1)`, `2026-Version 2`: the year of a list of occupations, and which of that year.
    if (words.size() > 2 && words[words.size() - 2] == "version" && is_number(words.back())) {
        words.resize(words.size() - 2);
        constexpr std::size_t year_digits = 4;
        if (is_number(words.back()) && words.back().size() == year_digits) {
            words.pop_back();
        }
    }
    const auto found = std::ranges::find(known_names, joined(words, " "), &KnownName::words);
    if (found == known_names.end()) {
        return std::nullopt;
    }
    return RoundName{
        .kind = found->kind, .program = found->program, .category = std::string{found->category}};
}

std::optional<domain::Instant> understand_tie_break(
    const std::string_view text, const domain::Date held_on
) {
    const auto tokens = words_and_numbers(text);
    Words words{tokens};
    const auto month = words.one_of(months);
    const auto day = words.number(1, 2);
    constexpr std::array<std::string_view, 4> ordinals{"st", "nd", "rd", "th"};
    words.one_of(ordinals);
    const auto stated_year = words.number(4, 4);
    constexpr std::array<std::string_view, 1> at{"at"};
    words.one_of(at);
    const auto time = time_of_day(words);
    constexpr std::array<std::string_view, 1> utc{"utc"};
    words.one_of(utc);
    if (!month || !day || !time || !words.at_end()) {
        return std::nullopt;
    }
    const auto in_year = [&](const std::chrono::year year) {
        return std::chrono::year_month_day{
            year,
            std::chrono::month{static_cast<unsigned>(*month) + 1},
            std::chrono::day{static_cast<unsigned>(*day)}};
    };
    const auto round_year = std::chrono::year_month_day{held_on}.year();
    auto date = in_year(stated_year ? std::chrono::year{*stated_year} : round_year);
    if (!stated_year && std::chrono::sys_days{date} > held_on) {
        date = in_year(round_year - std::chrono::years{1});
    }
    if (!date.ok()) {
        return std::nullopt;
    }
    return domain::Instant{std::chrono::sys_days{date}} + *time;
}

std::optional<int> understand_whole_number(const std::string_view text) {
    const bool grouped = text.find(',') != text.npos;
    std::string digits;
    for (std::size_t index = 0; index < text.size(); ++index) {
        const std::size_t from_end = text.size() - 1 - index;
        if (grouped && from_end % 4 == 3) {
            if (text[index] != ',' || index == 0) {
                return std::nullopt;
            }
        } else {
            digits += text[index];
        }
    }
    constexpr std::size_t digits_max = 9;
    if (!is_number(digits) || digits.size() > digits_max) {
        return std::nullopt;
    }
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

bool is_round_number(std::string_view text) {
    if (!text.empty() && text.back() >= 'a' && text.back() <= 'z') {
        text.remove_suffix(1);
    }
    constexpr std::size_t digits_max = 6;
    return is_number(text) && text.size() <= digits_max;
}

}  // namespace sources
