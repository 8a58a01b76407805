// robots.txt after RFC 9309. Groups that name the same crawler count as one; paths are compared
// after percent-encoding has been brought to one form; `*` and a `$` at the end are wildcards.

#include "indexer/fetch/robots.hpp"

#include "matcher/domain/ascii.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace fetch {
namespace {

using domain::ascii::is_digit;
using domain::ascii::trimmed;
constexpr char lower(const char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
constexpr bool is_letter(const char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

bool same_word(const std::string_view left, const std::string_view right) {
    return std::equal(
        left.begin(),
        left.end(),
        right.begin(),
        right.end(),
        [](const char a, const char b) { return lower(a) == lower(b); }
    );
}

/// The name of a crawler at the beginning of `text`: RFC 9309 knows letters, `_` and `-` only;
/// digits are taken as well, since crawlers are named with them.
std::string_view product(const std::string_view text) {
    const auto end = std::find_if_not(text.begin(), text.end(), [](const char c) {
        return is_letter(c) || is_digit(c) || c == '_' || c == '-';
    });
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

std::optional<unsigned> hex_value(const std::string_view two) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(two.data(), two.data() + two.size(), value, 16);
    const bool whole = two.size() == 2 && error == std::errc{} && end == two.data() + 2;
    return whole ? std::optional{value} : std::nullopt;
}

constexpr bool is_unreserved(const unsigned char c) {
    const char sign = static_cast<char>(c);
    return c < 128 && (is_letter(sign) || is_digit(sign) || sign == '-' || sign == '.' ||
                       sign == '_' || sign == '~');
}

std::string percent_encoded(const unsigned char c) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    return {'%', digits[c >> 4U], digits[c & 15U]};
}

/// Whether `*` and `$` are wildcards, as in a rule, or signs like others, as in a URL.
enum class Wildcards { kept, encoded };

/// One form for all ways to write a path: what needs no encoding stands plainly, other bytes that
/// are encoded or are not ASCII stand encoded in upper case.
std::string normalised(const std::string_view path, const Wildcards wildcards) {
    std::string result;
    result.reserve(path.size());
    for (std::size_t at = 0; at < path.size(); ++at) {
        const char c = path[at];
        const auto byte = static_cast<unsigned char>(c);
        if (c == '%') {
            if (const auto value = hex_value(path.substr(at + 1, 2))) {
                const auto decoded = static_cast<unsigned char>(*value);
                if (is_unreserved(decoded)) {
                    result += static_cast<char>(decoded);
                } else {
                    result += percent_encoded(decoded);
                }
                at += 2;
                continue;
            }
        }
        const bool is_wildcard = c == '*' || (c == '$' && at + 1 == path.size());
        const bool is_special = c == '*' || c == '$';
        const bool encode = is_special ? !(wildcards == Wildcards::kept && is_wildcard)
                                       : byte <= ' ' || byte >= 127;
        if (encode) {
            result += percent_encoded(byte);
        } else {
            result += c;
        }
    }
    return result;
}

/// Whether `path` begins with what `pattern` describes. Between two `*` the first place that fits
/// is as good as any later one, so that nothing is tried twice.
bool matches(std::string_view pattern, const std::string_view path) {
    const bool anchored = pattern.ends_with('$');
    if (anchored) {
        pattern.remove_suffix(1);
    }
    std::size_t at = 0;
    for (bool first = true;; first = false) {
        const auto star = pattern.find('*');
        const std::string_view piece = pattern.substr(0, star);
        const bool last = star == std::string_view::npos;
        if (last && anchored) {
            return path.size() - at >= piece.size() && path.ends_with(piece) &&
                   (!first || path.size() == piece.size());
        }
        const auto found =
            first ? (path.starts_with(piece) ? 0 : std::string_view::npos) : path.find(piece, at);
        if (found == std::string_view::npos) {
            return false;
        }
        if (last) {
            return true;
        }
        at = found + piece.size();
        pattern.remove_prefix(star + 1);
    }
}

/// Seconds, with a fraction perhaps; nothing where it is no such number or beyond a day.
std::optional<std::chrono::milliseconds> delay_from(const std::string_view text) {
    double seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    if (!whole || !(seconds >= 0 && seconds <= 86400)) {
        return std::nullopt;
    }
    return std::chrono::milliseconds{static_cast<std::int64_t>(seconds * 1000)};
}

struct Line {
    std::string_view key;
    std::string_view value;
};

/// The next line of the file, taken off its beginning. The key is empty where it has none.
Line take_line(std::string_view& text) {
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line = line.substr(0, line.find('#'));
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) {
        return {};
    }
    return {.key = trimmed(line.substr(0, colon)), .value = trimmed(line.substr(colon + 1))};
}

enum class Group { ours, everyones, others };

Group group_of(const std::string_view value, const std::string_view name) {
    if (value.starts_with('*')) {
        return Group::everyones;
    }
    return !name.empty() && same_word(product(value), name) ? Group::ours : Group::others;
}

}  // namespace

Robots::Robots(std::string_view text, const std::string_view user_agent) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) {
        text.remove_prefix(byte_order_mark.size());
    }
    const std::string_view name = product(user_agent);
    Robots everyones;
    bool named = false;  // Some group names us; then those for everyone say nothing to us.
    bool for_us = false;
    bool for_everyone = false;
    bool in_rules = true;  // The next `User-agent` begins a group.
    const auto each = [&](const auto& apply) {
        if (for_us) {
            apply(*this);
        }
        if (for_everyone) {
            apply(everyones);
        }
        in_rules = true;
    };
    while (!text.empty()) {
        const Line line = take_line(text);
        if (same_word(line.key, "user-agent")) {
            if (in_rules) {
                for_us = for_everyone = in_rules = false;
            }
            const Group group = group_of(line.value, name);
            for_us = for_us || group == Group::ours;
            for_everyone = for_everyone || group == Group::everyones;
            named = named || for_us;
        } else if (same_word(line.key, "allow") || same_word(line.key, "disallow")) {
            const auto verdict = same_word(line.key, "allow") ? Verdict::allow : Verdict::disallow;
            each([&](Robots& robots) {
                // An empty rule is about nothing: `Disallow:` allows all.
                if (!line.value.empty()) {
                    robots.rules_.push_back(
                        {.verdict = verdict, .pattern = normalised(line.value, Wildcards::kept)}
                    );
                }
            });
        } else if (same_word(line.key, "crawl-delay")) {
            each([&](Robots& robots) {
                if (const auto delay = delay_from(line.value)) {
                    robots.crawl_delay_ = std::max(robots.crawl_delay_, *delay);
                }
            });
        }
    }
    if (!named) {
        *this = std::move(everyones);
    }
}

bool Robots::allows(const std::string_view target) const {
    const std::string path = normalised(target.empty() ? "/" : target, Wildcards::encoded);
    if (path == "/robots.txt") {
        return true;
    }
    std::size_t longest = 0;
    Verdict verdict = Verdict::allow;
    for (const Rule& rule : rules_) {
        const std::size_t length = rule.pattern.size();
        const bool stronger =
            length > longest || (length == longest && rule.verdict == Verdict::allow);
        if (stronger && matches(rule.pattern, path)) {
            longest = length;
            verdict = rule.verdict;
        }
    }
    return verdict == Verdict::allow;
}

}  // namespace fetch
