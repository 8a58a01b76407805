#include "indexer/verification/sentence.hpp"

#include "matcher/domain/ascii.hpp"

#include <algorithm>

namespace verification {
namespace {

using domain::ascii::is_lower;
using domain::ascii::is_space;

bool is_letter(const char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

/// A full stop after a single letter belongs to an abbreviation: `S.I.N. `, `e.g. `, `a.m. `.
bool after_single_letter(const std::string_view text, const std::size_t at) {
    return at >= 1 && is_letter(text[at - 1]) && (at == 1 || !is_letter(text[at - 2]));
}

/// True if a sentence ends with the character at `at`.
bool ends_at(const std::string_view text, const std::size_t at) {
    if (text[at] == '\n') {
        return true;
    }
    if (text[at] != '.' && text[at] != '!' && text[at] != '?') {
        return false;
    }
    if (at + 1 < text.size() && !is_space(text[at + 1])) {
        return false;
    }
    if (text[at] != '.') {
        return true;
    }
    const std::size_t next = text.find_first_not_of(" \t\r", at + 1);
    return !after_single_letter(text, at) &&
           (next == std::string_view::npos || !is_lower(text[next]));
}

bool continues_a_character(const char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace

Extent cut_around(const std::string_view text, const Extent words, const std::size_t bytes_max) {
    if (text.size() <= bytes_max) {
        return {0, text.size()};
    }
    const std::size_t length = std::min(words.end - words.begin, bytes_max);
    const std::size_t before = std::min(words.begin, (bytes_max - length) / 2);
    Extent cut{words.begin - before, 0};
    cut.end = std::min(text.size(), cut.begin + bytes_max);
    cut.begin = std::min(cut.begin, cut.end - std::min(cut.end, bytes_max));
    if (cut.begin > 0) {
        const std::size_t space = text.find(' ', cut.begin - 1);
        if (space < words.begin) {
            cut.begin = space + 1;
        }
        while (cut.begin < cut.end && continues_a_character(text[cut.begin])) {
            ++cut.begin;
        }
    }
    if (cut.end < text.size()) {
        const std::size_t space = text.rfind(' ', cut.end);
        if (space != std::string_view::npos && space >= words.end) {
            cut.end = space;
        }
        while (cut.end > cut.begin && continues_a_character(text[cut.end])) {
            --cut.end;
        }
    }
    return cut;
}

Extent sentence_around(
    const std::string_view text, const Extent words, const std::size_t bytes_max
) {
    // No further than the most that is kept: a text without any full stop costs no more than
    // others.
    const std::size_t first = words.begin - std::min(words.begin, bytes_max);
    const std::size_t last = std::min(text.size(), words.end + bytes_max);
    Extent sentence{words.begin, words.end};
    while (sentence.begin > first && !ends_at(text, sentence.begin - 1)) {
        --sentence.begin;
    }
    while (sentence.end < last && !ends_at(text, sentence.end)) {
        ++sentence.end;
    }
    if (sentence.end < text.size() && sentence.end < last && text[sentence.end] != '\n') {
        ++sentence.end;
    }
    while (sentence.begin < words.begin && is_space(text[sentence.begin])) {
        ++sentence.begin;
    }
    const Extent cut = cut_around(
        text.substr(sentence.begin, sentence.end - sentence.begin),
        {words.begin - sentence.begin, words.end - sentence.begin},
        bytes_max
    );
    return {sentence.begin + cut.begin, sentence.begin + cut.end};
}

Extent neighbourhood(
    const std::string_view text, const Extent sentence, const std::size_t bytes_max
) {
    constexpr std::string_view between = " \t\r\n.!?";
    Extent result = sentence;
    if (sentence.begin > 0) {
        const std::size_t last = text.find_last_not_of(between, sentence.begin - 1);
        if (last != std::string_view::npos) {
            result.begin = sentence_around(text, {last, last + 1}, bytes_max).begin;
        }
    }
    const std::size_t first = text.find_first_not_of(between, sentence.end);
    if (first != std::string_view::npos) {
        result.end = sentence_around(text, {first, first + 1}, bytes_max).end;
    }
    return result;
}

}  // namespace verification
