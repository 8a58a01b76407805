#include "indexer/reference_data/values.hpp"

#include "indexer/normalise/dates.hpp"
#include "indexer/normalise/province.hpp"
#include "indexer/sources/text.hpp"
#include "matcher/domain/ascii.hpp"
#include "matcher/domain/date.hpp"
#include "matcher/domain/noc.hpp"
#include "matcher/domain/place.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>

namespace reference_data {
namespace {

using domain::ascii::is_digit;

bool all_digits(const std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

domain::Error no(const std::string_view cell, const std::string& what) {
    return domain::invalid("", "'" + std::string{cell} + "' is no " + what);
}

std::string padded(const std::string_view digits, const std::size_t width) {
    return std::string(width - std::min(width, digits.size()), '0') + std::string{digits};
}

/// Digits without the commas between thousands; empty where it is something else.
std::string digits_of(const std::string_view cell) {
    std::string digits;
    for (std::size_t index = 0; index < cell.size(); ++index) {
        const bool separates = cell[index] == ',' && index > 0 && (cell.size() - index) % 4 == 0;
        if (!separates) {
            digits += cell[index];
        }
    }
    return all_digits(digits) ? digits : std::string{};
}

std::string_view without_word(const std::string_view cell) {
    constexpr std::string_view word = "NOC_";
    return cell.starts_with(word) ? cell.substr(word.size()) : cell;
}

/// A finite number.
std::optional<double> plain_number(const std::string_view cell) {
    double value = 0;
    const auto end_of_cell = cell.data() + cell.size();
    const auto [end, error] = std::from_chars(cell.data(), end_of_cell, value);
    const bool whole = error == std::errc{} && end == end_of_cell && std::isfinite(value);
    return whole ? std::optional{value} : std::nullopt;
}

Value degrees(const std::string_view cell, const double max) {
    const auto value = plain_number(cell);
    const bool in_range = value && std::abs(*value) <= max;
    return in_range ? Value{std::string{cell}} : Value{no(cell, "angle in degrees")};
}

}  // namespace

Value text(const std::string_view cell) {
    std::string result;
    for (std::size_t at = 0; at < cell.size(); ++at) {
        constexpr std::string_view no_break_space = "\xC2\xA0";
        const bool no_break = cell.substr(at).starts_with(no_break_space);
        if (!no_break && std::string_view{" \t\r\n\f\v"}.find(cell[at]) == std::string_view::npos) {
            result += cell[at];
            continue;
        }
        at += no_break ? 1 : 0;
        if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    if (result.ends_with(' ')) {
        result.pop_back();
    }
    return result;
}

Value whole_number(const std::string_view cell) {
    constexpr std::size_t digits_max = 9;
    auto digits = digits_of(cell);
    if (digits.empty() || digits.size() > digits_max) {
        return no(cell, "whole number");
    }
    return digits;
}

Value decimal(const std::string_view cell) {
    return plain_number(cell) ? Value{std::string{cell}} : Value{no(cell, "number")};
}

Value share(const std::string_view cell) {
    const auto value = plain_number(cell);
    const bool is_share = value && *value >= 0 && *value <= 1;
    return is_share ? Value{std::string{cell}} : Value{no(cell, "share from 0 to 1")};
}

Value level(const std::string_view cell) {
    const bool is_level = cell.size() == 1 && cell.front() >= '1' && cell.front() <= '5';
    return is_level ? Value{std::string{cell}} : Value{no(cell, "level of the NOC")};
}

Value latitude(const std::string_view cell) {
    constexpr double degrees_max = 90;
    return degrees(cell, degrees_max);
}

Value longitude(const std::string_view cell) {
    constexpr double degrees_max = 180;
    return degrees(cell, degrees_max);
}

Value yes_or_no(const std::string_view cell) {
    return cell == "true" || cell == "false" ? Value{std::string{cell}}
                                             : Value{no(cell, "true or false")};
}

Value date(const std::string_view cell) {
    // Nothing that is published here is older, and PostgreSQL knows no year 0.
    constexpr std::chrono::sys_days oldest{std::chrono::year{1900} / 1 / 1};
    const auto day = normalise::date_from(cell);
    return day && *day >= oldest ? Value{domain::to_string(*day)}
                                 : Value{no(cell, "day that is understood")};
}

Value cents(const std::string_view cell) {
    const auto point = std::min(cell.find('.'), cell.size());
    const auto dollars = digits_of(cell.substr(0, point));
    auto rest = std::string{cell.substr(std::min(point + 1, cell.size()))};
    constexpr std::size_t dollars_digits_max = 12;
    const bool is_amount = !dollars.empty() && dollars.size() <= dollars_digits_max &&
                           (point == cell.size() || all_digits(rest)) && rest.size() <= 2;
    if (!is_amount) {
        return no(cell, "amount in dollars and cents");
    }
    rest.resize(2, '0');
    return dollars + rest;
}

Value rating(const std::string_view cell) {
    const bool is_rating = cell.size() == 1 && cell.front() >= '0' && cell.front() <= '5';
    return is_rating ? Value{std::string{cell}} : Value{no(cell, "rating from 0 to 5")};
}

Value holland_code(const std::string_view cell) {
    constexpr std::string_view codes = "RIASEC";
    std::string letter{cell};
    if (letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z') {
        letter[0] = static_cast<char>(letter[0] - 'a' + 'A');
    }
    const bool is_code = letter.size() == 1 && codes.find(letter) != std::string_view::npos;
    return is_code ? Value{letter} : Value{no(cell, "Holland code")};
}

Value noc_2021(const std::string_view cell) {
    constexpr std::size_t width = 5;
    const auto noc = domain::NocCode::parse(
        all_digits(cell) && cell.size() <= width ? padded(cell, width) : std::string{}
    );
    return noc ? Value{noc->to_string()} : Value{no(cell, "unit group of NOC 2021")};
}

Value noc_2016(const std::string_view cell) {
    constexpr std::size_t width = 4;
    if (!all_digits(cell) || cell.size() > width) {
        return no(cell, "unit group of NOC 2016");
    }
    return padded(cell, width);
}

Value noc_class(const std::string_view cell) {
    constexpr std::size_t digits_max = 5;
    // NOC 2016 has ranges for the two classes that span several codes: `01-05`.
    const bool is_range = cell.size() == 5 && cell[2] == '-' && all_digits(cell.substr(0, 2)) &&
                          all_digits(cell.substr(3));
    const bool is_code = is_range || (all_digits(cell) && cell.size() <= digits_max);
    return is_code ? Value{std::string{cell}} : Value{no(cell, "code of the NOC")};
}

Value noc_of_any_year(const std::string_view cell) {
    const auto code = without_word(cell);
    if (all_digits(code) && code.size() == 4) {
        return std::string{code};
    }
    if (all_digits(code) && code.size() == 5) {
        return noc_2021(code);
    }
    return no(cell, "unit group of the NOC");
}

Value noc_edition(const std::string_view cell) {
    return std::string{without_word(cell).size() == 4 ? "2011/2016" : "2021"};
}

Value oasis_profile(const std::string_view cell) {
    const auto point = std::min(cell.find('.'), cell.size());
    const auto noc = noc_2021(cell.substr(0, point));
    std::string rest{cell.substr(std::min(point + 1, cell.size()))};
    if (!noc || rest.size() > 2 || (point < cell.size() && !all_digits(rest))) {
        return no(cell, "profile of OaSIS");
    }
    rest.resize(2, '0');
    return *noc + "." + rest;
}

Value noc_of_profile(const std::string_view cell) {
    constexpr std::size_t noc_digits = 5;
    const auto profile = oasis_profile(cell);
    return profile ? Value{profile->substr(0, noc_digits)} : profile;
}

Value profile_or_noc(const std::string_view cell) {
    return cell.find('.') == cell.npos ? noc_2021(cell) : oasis_profile(cell);
}

Value province(const std::string_view cell) {
    if (cell == "YK") {
        return std::string{"YT"};
    }
    const auto found = cell == "NWT" ? domain::Province::NT : normalise::province_from(cell);
    return found ? Value{std::string{domain::code(*found)}} : Value{no(cell, "province")};
}

Value province_of_wages(const std::string_view cell) {
    return cell == "NAT" ? Value{std::string{}} : province(cell);
}

Value geonames_province(const std::string_view cell) {
    struct Admin1 {
        std::string_view code;
        std::string_view province;
    };
    // Source: GeoNames, admin1CodesASCII.txt; 06 was given up when Nunavut was made.
    constexpr std::array codes{
        Admin1{"01", "AB"},
        Admin1{"02", "BC"},
        Admin1{"03", "MB"},
        Admin1{"04", "NB"},
        Admin1{"05", "NL"},
        Admin1{"07", "NS"},
        Admin1{"08", "ON"},
        Admin1{"09", "PE"},
        Admin1{"10", "QC"},
        Admin1{"11", "SK"},
        Admin1{"12", "YT"},
        Admin1{"13", "NT"},
        Admin1{"14", "NU"}};
    const auto found = std::ranges::find(codes, padded(cell, 2), &Admin1::code);
    return found != codes.end() ? Value{std::string{found->province}}
                                : Value{no(cell, "province of GeoNames")};
}

Value postal_code(const std::string_view cell) {
    auto code = normalise::postal_code_from(cell);
    return code.empty() ? Value{no(cell, "Canadian postal code")} : Value{std::move(code)};
}

Value postal_code_inside(const std::string_view cell) {
    constexpr std::size_t length = 7;
    const auto end = cell.size() > length ? cell.substr(cell.size() - length) : cell;
    return normalise::postal_code_from(end);
}

Value province_of_postal_code(const std::string_view cell) {
    const auto found = normalise::province_of_postal_code(normalise::postal_code_from(cell));
    return found ? std::string{domain::code(*found)} : std::string{};
}

namespace {

/// Two-byte letters of French in UTF-8, and the two capital ligatures.
constexpr std::array<std::string_view, 17> accented_capitals{
    "À", "Â", "Ç", "È", "É", "Ê", "Ë", "Î", "Ï", "Ô", "Ù", "Û", "Ü", "Œ", "", "", ""};
constexpr std::array<std::string_view, 15> accented_small{
    "à", "â", "ç", "è", "é", "ê", "ë", "î", "ï", "ô", "ù", "û", "ü", "ÿ", "œ"};

template <std::size_t N>
std::size_t letter_of(const std::array<std::string_view, N>& letters, const std::string_view text) {
    for (const auto letter : letters) {
        if (!letter.empty() && text.starts_with(letter)) {
            return letter.size();
        }
    }
    return 0;
}

bool ascii_letter(const char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

/// How many bytes the letter at the front has that may begin a name; 0 where it may not.
std::size_t capital(const std::string_view text) {
    return text.front() >= 'A' && text.front() <= 'Z' ? 1 : letter_of(accented_capitals, text);
}

/// The same within a name.
std::size_t letter(const std::string_view text) {
    if (ascii_letter(text.front()) || std::string_view{" .'-"}.find(text.front()) != text.npos) {
        return 1;
    }
    if (text.starts_with("’")) {
        return std::string_view{"’"}.size();
    }
    const auto size = letter_of(accented_capitals, text);
    return size > 0 ? size : letter_of(accented_small, text);
}

/// At least three letters of ours, of which the first is a capital.
bool in_our_letters(std::string_view name) {
    std::size_t letters = 0;
    while (!name.empty()) {
        const auto size = letters == 0 ? capital(name) : letter(name);
        if (size == 0) {
            return false;
        }
        name.remove_prefix(size);
        ++letters;
    }
    return letters >= 3;
}

bool is_airport(const std::string_view name) {
    const auto is_capital = [](const char character) {
        return character >= 'A' && character <= 'Z';
    };
    return name.size() == 3 && std::ranges::all_of(name, is_capital);
}

}  // namespace

Value names_in_our_letters(const std::string_view cell) {
    std::set<std::string> names;
    for (auto& name : sources::pieces_of(cell, ",")) {
        if (in_our_letters(name) && !is_airport(name)) {
            names.insert(std::move(name));
        }
    }
    std::string array = "{";
    for (const auto& name : names) {
        // No letter among ours has a meaning inside quotes.
        array += (array.size() > 1 ? ",\"" : "\"") + name + '"';
    }
    return array + "}";
}

}  // namespace reference_data
