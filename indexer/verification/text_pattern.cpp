#include "indexer/verification/text_pattern.hpp"

#include <array>
#include <stdexcept>
#include <utility>

namespace verification {
namespace {

constexpr std::string_view space = R"((?:[\s\x{A0}\x{202F}]+))";

/// Latin letters and digits. All of Unicode's would make each gap ten times as large.
#define LETTERS R"(0-9A-Za-z\x{C0}-\x{24F})"

/// What may follow a word (`-nous`, punctuation), white space and words, and what may precede one
/// (`l'`, punctuation).
std::string gap(const int words_max) {
    return R"((?:(?:-[)" LETTERS R"(]+)?[^\s)" LETTERS
           R"(]*[\s\x{A0}\x{202F}]+(?:\S+[\s\x{A0}\x{202F}]+){0,)" +
           std::to_string(words_max) + R"(}[("«\[]*(?:[dljns]['’])?))";
}

/// Anything, from the end of a word to the beginning of another.
constexpr std::string_view anything = R"((?:[^)" LETTERS R"(](?:(?s:.*)[^)" LETTERS R"(])?))";

constexpr auto spellings = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"à", "[àa]"},
    {"â", "[âa]"},
    {"ç", "[çc]"},
    {"è", "[èe]"},
    {"é", "[ée]"},
    {"ê", "[êe]"},
    {"î", "[îi]"},
    {"ô", "[ôo]"},
    {"û", "[ûu]"},
    {"œ", "(?:œ|oe)"},
    {"'", "['’‘´`]"},
    {" ", space},
    {"⋯", anything},
});

constexpr int depth_max = 8;

std::string expanded(const std::string_view pattern, const PatternWords& words, const int depth) {
    if (depth > depth_max) {
        throw std::invalid_argument{"pieces of a pattern name each other in a circle"};
    }
    std::string result;
    std::size_t at = 0;
    while (at < pattern.size()) {
        const std::size_t open = pattern.find('<', at);
        const std::size_t close =
            open == std::string_view::npos
                ? open
                : pattern.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", open + 1);
        if (open == std::string_view::npos) {
            break;
        }
        result.append(pattern.substr(at, open - at));
        if (close == std::string_view::npos || pattern[close] != '>' || close == open + 1) {
            result += '<';
            at = open + 1;
            continue;
        }
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        const auto found = words.find(name);
        if (found == words.end()) {
            throw std::invalid_argument{"no piece of a pattern is named " + std::string{name}};
        }
        result.append(expanded(found->second, words, depth + 1));
        at = close + 1;
    }
    return result.append(pattern.substr(at));
}

}  // namespace

std::string regular_expression(const std::string_view pattern, const PatternWords& words) {
    const std::string whole = expanded(pattern, words, 0);
    const std::string_view text = whole;
    std::string result;
    bool in_class = false;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::string_view rest = text.substr(at);
        if (rest.front() == '\\' && rest.size() > 1) {
            result.append(rest.substr(0, 2));
            at += 2;
            continue;
        }
        if (in_class || rest.front() == '[') {
            in_class = rest.front() != ']';
            result += rest.front();
            ++at;
            continue;
        }
        if (rest.front() == '~') {
            result.append(gap(8));
            ++at;
            continue;
        }
        if (rest.starts_with("…")) {
            result.append(gap(3));
            at += std::string_view{"…"}.size();
            continue;
        }
        std::string_view written = rest.substr(0, 1);
        std::string_view meant = written;
        for (const auto& [letter, spelling] : spellings) {
            if (rest.starts_with(letter)) {
                written = letter;
                meant = spelling;
            }
        }
        result.append(meant);
        at += written.size();
    }
    return result;
}

}  // namespace verification
