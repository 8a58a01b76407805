#include "services/api/match_cursor.hpp"

#include "sql/store/sha256.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace api {
namespace {

constexpr std::size_t fingerprint_digits = 16;

std::string fingerprint(const http::Query& query) {
    constexpr std::array<std::string_view, 5> of_the_form{
        "limit", "cursor", "lang", "explain", "facets"};
    auto parameters = query.all();
    std::erase_if(parameters, [&](const auto& parameter) {
        return std::ranges::find(of_the_form, parameter.first) != of_the_form.end();
    });
    std::ranges::sort(parameters);
    return store::sha256(http::format_target("", parameters)).substr(0, fingerprint_digits);
}

/// Reads a number up to `end`, and steps over that; nothing where that is not what stands there.
std::optional<std::int64_t> take_number(std::string_view& text, const char end) {
    std::int64_t value = 0;
    const char* const last = text.data() + text.size();
    const auto [next, error] = std::from_chars(text.data(), last, value);
    if (error != std::errc{} || next == last || *next != end || value < 0) {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(next - text.data()) + 1);
    return value;
}

}  // namespace

std::string to_text(const MatchCursor& cursor, const http::Query& query) {
    return std::to_string(cursor.position) + '.' + std::to_string(cursor.revision) + '.' +
           fingerprint(query);
}

domain::Result<std::optional<MatchCursor>> match_cursor(const http::Query& query) {
    const auto asked = query.find("cursor");
    if (!asked) {
        return std::optional<MatchCursor>{};
    }
    const auto refused = [&](const std::string_view why) {
        return domain::invalid("cursor", "'" + std::string{*asked} + "' " + std::string{why});
    };
    std::string_view text = *asked;
    const auto position = take_number(text, '.');
    const auto revision = position ? take_number(text, '.') : std::nullopt;
    if (!revision || *position > static_cast<std::int64_t>(MatchCursor::position_max) ||
        text.size() != fingerprint_digits) {
        return refused("is not a cursor of a page");
    }
    if (text != fingerprint(query)) {
        return refused("belongs to another query");
    }
    return std::optional{
        MatchCursor{.position = static_cast<std::size_t>(*position), .revision = *revision}};
}

}  // namespace api
