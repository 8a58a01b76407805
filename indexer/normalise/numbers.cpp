#include "indexer/normalise/numbers.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace normalise {
namespace {

constexpr int digits_max = 12;  // Beyond this it is an identifier and no amount.

bool is_digit_at(const std::string_view text, const std::size_t index) {
    return index < text.size() && text[index] >= '0' && text[index] <= '9';
}

std::size_t digits_end(const std::string_view text, std::size_t index) {
    while (is_digit_at(text, index)) {
        ++index;
    }
    return index;
}

bool is_thousands_group(const std::string_view text, const std::size_t separator) {
    return separator < text.size() && (text[separator] == ',' || text[separator] == ' ') &&
           digits_end(text, separator + 1) == separator + 4;
}

bool is_minus(const std::string_view text, const std::size_t digit) {
    if (digit == 0 || text[digit - 1] != '-') {
        return false;
    }
    return digit == 1 || text[digit - 2] == ' ' || text[digit - 2] == '$' || text[digit - 2] == '(';
}

bool is_thousands_letter(const std::string_view text, const std::size_t index) {
    const auto is_letter = [&](const std::size_t at) {
        return at < text.size() && text[at] >= 'a' && text[at] <= 'z';
    };
    return index < text.size() && text[index] == 'k' && !is_letter(index + 1);
}

struct Digits {
    std::string text;
    std::size_t end = 0;
};

/// The whole part, without its separators.
Digits whole_part(const std::string_view text, const std::size_t begin) {
    std::size_t end = digits_end(text, begin);
    std::string digits{text.substr(begin, end - begin)};
    while (digits.size() <= digits_max && end - begin > 0 && is_thousands_group(text, end) &&
           (digits.size() <= 3 || text[end] == text[end - 4])) {
        digits += text.substr(end + 1, 3);
        end += 4;
    }
    return {std::move(digits), end};
}

double value_of(const std::string_view whole, const std::string_view fraction) {
    double value = 0;
    for (const char digit : whole) {
        value = value * 10 + (digit - '0');
    }
    double scale = 1;
    double part = 0;
    for (const char digit : fraction.substr(0, 6)) {
        part = part * 10 + (digit - '0');
        scale *= 10;
    }
    return value + part / scale;
}

}  // namespace

std::vector<Number> numbers(const std::string_view folded) {
    std::vector<Number> found;
    for (std::size_t at = 0; at < folded.size(); ++at) {
        const bool bare_fraction = folded[at] == '.' && is_digit_at(folded, at + 1);
        if (!bare_fraction && !is_digit_at(folded, at)) {
            continue;
        }
        Number number{.begin = at};
        auto [whole, end] = whole_part(folded, at);
        std::string_view fraction;
        const bool decimal = end < folded.size() && (folded[end] == '.' || folded[end] == ',');
        if (decimal && is_digit_at(folded, end + 1)) {
            const std::size_t fraction_end = digits_end(folded, end + 1);
            fraction = folded.substr(end + 1, fraction_end - end - 1);
            end = fraction_end;
        }
        number.value = value_of(whole, fraction);
        const std::size_t letter = end + (end < folded.size() && folded[end] == ' ' ? 1 : 0);
        if (is_thousands_letter(folded, letter)) {
            number.value *= 1000;
            number.thousands = true;
            end = letter + 1;
        }
        if (found.empty() && is_minus(folded, at)) {
            number.value = -number.value;
            --number.begin;
        }
        number.end = end;
        at = end - 1;
        if (whole.size() <= digits_max) {
            found.push_back(number);
        }
    }
    return found;
}

bool joins_range(std::string_view between) {
    const auto is_beside = [](const char character) {
        return character == ' ' || character == '$';
    };
    while (!between.empty() && is_beside(between.front())) {
        between.remove_prefix(1);
    }
    while (!between.empty() && is_beside(between.back())) {
        between.remove_suffix(1);
    }
    constexpr auto joins =
        std::to_array<std::string_view>({"-", "to", "a", "to less than", "a moins de", "up to"});
    return std::find(joins.begin(), joins.end(), between) != joins.end();
}

}  // namespace normalise
