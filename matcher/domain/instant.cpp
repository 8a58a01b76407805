#include "matcher/domain/instant.hpp"

#include "matcher/domain/date.hpp"

#include <array>
#include <charconv>
#include <cstdio>
#include <optional>

namespace domain {
namespace {

/// A number of two digits, at most `max`.
std::optional<int> two_digits(const std::string_view text, const int max) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    return whole && text.front() != '-' && value <= max ? std::optional{value} : std::nullopt;
}

}  // namespace

Result<Instant> parse_instant(const std::string_view text) {
    const auto refuse = [text] {
        return invalid(
            "", "'" + std::string{text} + "' is not an instant of the form YYYY-MM-DDThh:mm:ssZ"
        );
    };
    if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
        text[19] != 'Z') {
        return refuse();
    }
    const auto date = parse_date(text.substr(0, 10));
    const auto hours = two_digits(text.substr(11, 2), 23);
    const auto minutes = two_digits(text.substr(14, 2), 59);
    const auto seconds = two_digits(text.substr(17, 2), 59);
    if (!date || !hours || !minutes || !seconds) {
        return refuse();
    }
    return Instant{*date} + std::chrono::hours{*hours} + std::chrono::minutes{*minutes} +
           std::chrono::seconds{*seconds};
}

std::string to_string(const Instant instant) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::hh_mm_ss time{instant - day};
    std::array<char, 16> text{};
    std::snprintf(
        text.data(),
        text.size(),
        "T%02d:%02d:%02dZ",
        static_cast<int>(time.hours().count()),
        static_cast<int>(time.minutes().count()),
        static_cast<int>(time.seconds().count())
    );
    return to_string(Date{day}) + text.data();
}

}  // namespace domain
