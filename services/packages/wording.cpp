#include "services/packages/wording.hpp"

#include "indexer/normalise/fold.hpp"
#include "services/packages/facts.hpp"
#include "services/wire/messages.hpp"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace packages {
namespace {

using domain::OfficialLanguage;

std::string utf8(const icu::UnicodeString& text) {
    std::string result;
    text.toUTF8String(result);
    return result;
}

/// Marks that turn text around or hide where it ends: U+202A to U+202E and U+2066 to U+2069.
bool turns_text(const UChar32 point) {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

bool is_no_text(const UChar32 point) {
    return turns_text(point) || u_charType(point) == U_CONTROL_CHAR ||
           u_charType(point) == U_SURROGATE || U_IS_UNICODE_NONCHAR(point);
}

std::string date_text(
    const SaidDate& date, const std::string_view code, const OfficialLanguage language
) {
    if (date.month == 0) {
        return std::to_string(date.year);
    }
    // The year as words: numbers of four digits get a space or a comma in messages.
    return wire::text(
        language,
        code,
        {{"month", "m" + std::to_string(date.month)}, {"year", std::to_string(date.year)}}
    );
}

std::optional<std::string> day_text(const std::string& words, const OfficialLanguage language) {
    const auto day = domain::parse_date(words);
    if (!day) {
        return std::nullopt;
    }
    const std::chrono::year_month_day parts{*day};
    return wire::text(
        language,
        "package.date.day",
        {{"month", "m" + std::to_string(static_cast<unsigned>(parts.month()))},
         {"day", std::to_string(static_cast<unsigned>(parts.day()))},
         {"year", std::to_string(static_cast<int>(parts.year()))}}
    );
}

/// Digits in groups: `+1 (902) 555-0123` is 1, 902, 555, 0123; nothing where there is anything
/// else.
std::vector<std::string> groups_of(const std::string& phone) {
    std::vector<std::string> groups;
    bool within = false;
    for (const char one : phone) {
        if (one >= '0' && one <= '9') {
            if (!within) {
                groups.emplace_back();
            }
            groups.back() += one;
            within = true;
        } else if (std::string_view{" ()-.+"}.find(one) != std::string_view::npos) {
            within = false;
        } else {
            return {};
        }
    }
    return groups;
}

/// Other countries write ten digits, too: only what is grouped as here, or begins with +1, is ours.
std::string phone_text(const std::string& words) {
    std::vector<std::string> groups = groups_of(words);
    if (words.starts_with("+1") && groups.size() == 1 && groups.front().size() == 11) {
        const std::string& all = groups.front();
        groups = {all.substr(1, 3), all.substr(4, 3), all.substr(7)};
    } else if (groups.size() == 4 && groups.front() == "1") {
        groups.erase(groups.begin());
    } else if (words.starts_with("+")) {
        return words;
    }
    if (groups.size() != 3 || groups[0].size() != 3 || groups[1].size() != 3 ||
        groups[2].size() != 4) {
        return words;
    }
    return groups[0] + "-" + groups[1] + "-" + groups[2];
}

std::string web_text(std::string words) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (words.starts_with(scheme)) {
            words.erase(0, scheme.size());
        }
    }
    if (words.starts_with("www.")) {
        words.erase(0, 4);
    }
    if (words.ends_with('/')) {
        words.pop_back();
    }
    return words;
}

std::string clause_text(std::string words) {
    while (!words.empty() && std::string_view{".;:, "}.find(words.back()) != std::string_view::npos
    ) {
        words.pop_back();
    }
    return words;
}

/// Only a first word in small letters is known to be no name: what follows it decides nothing.
std::string in_sentence_text(const std::string& words) {
    const icu::UnicodeString title = icu::UnicodeString::fromUTF8(words);
    for (std::int32_t at = title.moveIndex32(0, 1); at < title.length();
         at = title.moveIndex32(at, 1)) {
        if (u_isupper(title.char32At(at)) != 0) {
            return words;
        }
    }
    icu::UnicodeString first{title.char32At(0)};
    return utf8(first.toLower().append(title, title.moveIndex32(0, 1), title.length()));
}

std::optional<std::string> country_text(const std::string& code, const OfficialLanguage language) {
    const icu::Locale country{"", code.c_str()};
    icu::UnicodeString name;
    country.getDisplayCountry(
        language == OfficialLanguage::french ? icu::Locale::getCanadaFrench()
                                             : icu::Locale::getCanada(),
        name
    );
    return name.isEmpty() ? std::nullopt : std::optional{utf8(name)};
}

std::set<std::string> folded_words(const std::string& text) {
    std::set<std::string> words;
    std::string word;
    for (const char one : normalise::fold(text) + " ") {
        if ((one >= 'a' && one <= 'z') || (one >= '0' && one <= '9')) {
            word += one;
        } else if (!word.empty()) {
            words.insert(std::move(word));
            word.clear();
        }
    }
    return words;
}

}  // namespace

std::string clean(const std::string_view text) {
    const icu::UnicodeString all = icu::UnicodeString::fromUTF8(icu::StringPiece{
        text.data(), static_cast<std::int32_t>(text.size())});
    icu::UnicodeString kept;
    bool space = false;
    for (std::int32_t at = 0; at < all.length(); at = all.moveIndex32(at, 1)) {
        const UChar32 point = all.char32At(at);
        if (u_isUWhiteSpace(point) != 0 && point != 0x00A0 && point != 0x202F) {
            space = !kept.isEmpty();
        } else if (!is_no_text(point)) {
            if (space) {
                kept.append(UChar32{' '});
            }
            space = false;
            kept.append(point);
        }
    }
    return utf8(kept);
}

bool is_blank(const std::string_view text) { return clean(text).empty(); }

std::optional<std::string> written(
    const std::string& words, const Form form, const OfficialLanguage language
) {
    const auto date = said_date(words);
    switch (form) {
        case Form::as_written:
            return words;
        case Form::clause:
            return clause_text(words);
        case Form::in_sentence:
            return in_sentence_text(words);
        case Form::month:
            return date ? std::optional{date_text(*date, "package.date.month", language)}
                        : std::nullopt;
        case Form::short_month:
            return date ? std::optional{date_text(*date, "package.date.short_month", language)}
                        : std::nullopt;
        case Form::year:
            return date ? std::optional{std::to_string(date->year)} : std::nullopt;
        case Form::day:
            return day_text(words, language);
        case Form::phone:
            return phone_text(words);
        case Form::web_address:
            return web_text(words);
        case Form::host: {
            const std::string address = web_text(words);
            return address.substr(0, address.find_first_of("/?#:"));
        }
        case Form::reference:
            return words.substr(words.rfind('/') + 1);
        case Form::country:
            return country_text(words, language);
        case Form::education:
            return wire::has_text("package.education." + words)
                       ? std::optional{wire::text(language, "package.education." + words)}
                       : std::nullopt;
        case Form::level:
        case Form::years_worked:
            break;
    }
    return std::nullopt;
}

bool is_in_first_person(const std::string& text) {
    static constexpr std::array persons{"i", "my", "je", "mon", "ma", "mes", "me", "j"};
    const auto words = folded_words(text);
    return std::ranges::any_of(persons, [&](const char* const person) {
        return words.contains(person);
    });
}

}  // namespace packages
