#include "indexer/search/cursor.hpp"

#include "matcher/domain/date.hpp"

#include <array>
#include <charconv>
#include <cstdio>

namespace search {
namespace {

constexpr std::size_t number_digits = 16;  ///< Hexadecimal digits of 64 bits.

constexpr std::size_t cursor_digits = 4 * number_digits;

/// 64-bit FNV-1a, the same in every process and build.
std::uint64_t hash(const std::string_view text) {
    std::uint64_t value = 0xcbf2'9ce4'8422'2325U;
    for (const char byte : text) {
        value = (value ^ static_cast<unsigned char>(byte)) * 0x100'0000'01b3U;
    }
    return value;
}

std::uint64_t fingerprint(const Query& query) {
    std::string text = domain::to_string(query.as_of) + '\n';
    for (const domain::Province province : query.provinces) {
        text.append(domain::code(province)) += ' ';
    }
    text += '\n';
    for (const domain::NocCode noc : query.nocs) {
        text.append(noc.to_string()) += ' ';
    }
    text += '\n';
    for (const int teer : query.teers) {
        text.append(std::to_string(teer)) += ' ';
    }
    text += '\n';
    if (query.hourly_pay_min) {
        text += std::to_string(*query.hourly_pay_min);
    }
    return hash(text.append("\n").append(query.text));
}

std::uint64_t number_at(const std::string_view text, const std::size_t index) {
    std::uint64_t number = 0;
    const std::string_view digits = text.substr(index * number_digits, number_digits);
    std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
    return number;
}

}  // namespace

std::string to_string(const Cursor& cursor, const Query& query) {
    std::array<char, cursor_digits + 1> text{};
    std::snprintf(
        text.data(),
        text.size(),
        "%016llx%016llx%016llx%016llx",
        static_cast<unsigned long long>(fingerprint(query)),
        static_cast<unsigned long long>(cursor.position),
        static_cast<unsigned long long>(cursor.total << 1U | (cursor.total_exact ? 1U : 0U)),
        static_cast<unsigned long long>(cursor.revision)
    );
    return text.data();
}

domain::Result<Cursor> parse_cursor(const Query& query) {
    const std::string& text = query.cursor;
    if (text.size() != cursor_digits || text.find_first_not_of("0123456789abcdef") != text.npos) {
        return domain::invalid("cursor", "'" + text + "' is not a cursor of a page");
    }
    if (number_at(text, 0) != fingerprint(query)) {
        return domain::invalid("cursor", "'" + text + "' belongs to another query");
    }
    const std::uint64_t total = number_at(text, 2);
    return Cursor{
        .position = number_at(text, 1),
        .total = total >> 1U,
        .total_exact = (total & 1U) != 0,
        .revision = static_cast<std::int64_t>(number_at(text, 3))};
}

}  // namespace search
