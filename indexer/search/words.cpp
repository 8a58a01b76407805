#include "indexer/search/words.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <set>
#include <xapian.h>

namespace search {
namespace {

const std::set<std::string, std::less<>>& stop_words() {
    static const std::set<std::string, std::less<>> words{
        "a",   "an",   "and", "at",   "by",  "for", "in",  "of",   "on",  "or", "the",
        "to",  "with", "au",  "aux",  "de",  "des", "du",  "en",   "et",  "la", "le",
        "les", "ou",   "par", "pour", "sur", "un",  "une", "avec", "dans"};
    return words;
}

/// What follows the masculine form in inclusive writing, accents folded.
const std::set<std::string, std::less<>>& feminine_fragments() {
    static const std::set<std::string, std::less<>> fragments{
        "s",     "e",     "es",   "ne",    "nes",   "le",     "les", "se",   "ses",  "euse",
        "euses", "teuse", "rice", "rices", "trice", "trices", "ere", "eres", "iere", "ieres",
        "eure",  "eures", "enne", "ennes", "ienne", "iennes", "ee",  "ees"};
    return fragments;
}

/// Only letters and digits without accents, and ASCII punctuation, remain; all else is a space.
std::string folded_character(const UChar32 character) {
    switch (character) {
        case U'œ':
        case U'Œ':
            return "oe";
        case U'æ':
        case U'Æ':
            return "ae";
        case U'’':
        case U'ʼ':
            return "'";
        case U'·':
        case U'•':
        case U'‧':
            return ".";
        case U'‑':
        case U'‐':
            return "-";
        default:
            break;
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* decomposition = icu::Normalizer2::getNFKDInstance(status);
    assert(U_SUCCESS(status));
    const icu::UnicodeString decomposed =
        decomposition->normalize(icu::UnicodeString{character}.foldCase(), status);
    assert(U_SUCCESS(status));
    std::string text;
    for (std::int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
        const UChar32 part = decomposed.char32At(at);
        const auto kind = u_charType(part);
        if (kind == U_NON_SPACING_MARK || kind == U_FORMAT_CHAR) {
            continue;
        }
        if (part < 0x80 || u_isalnum(part)) {
            icu::UnicodeString{part}.toUTF8String(text);
        } else {
            text += ' ';
        }
    }
    return text;
}

/// The letters of English, French and their neighbours, folded once.
constexpr UChar32 known_characters = 0x250;

const std::string& known_character(const UChar32 character) {
    static const std::array<std::string, known_characters> known = [] {
        std::array<std::string, known_characters> all;
        for (UChar32 each = 0; each < known_characters; ++each) {
            all[static_cast<std::size_t>(each)] = folded_character(each);
        }
        return all;
    }();
    return known[static_cast<std::size_t>(character)];
}

/// A character of UTF-8 that is not ASCII, and the byte after it.
struct Decoded {
    UChar32 character = -1;  ///< Negative where the bytes are none.
    std::size_t end = 0;
};

Decoded decode(const std::string_view text, const std::size_t start) {
    // What U8_NEXT does, whose own arithmetic is not of this project's types.
    auto end = static_cast<std::int32_t>(start) + 1;
    const UChar32 character = utf8_nextCharSafeBody(
        reinterpret_cast<const std::uint8_t*>(text.data()),
        &end,
        static_cast<std::int32_t>(text.size()),
        static_cast<unsigned char>(text[start]),
        -1
    );
    return {.character = character, .end = static_cast<std::size_t>(end)};
}

/// Tells `sink` every byte of the folded text, with where the character that it comes from begins.
template <class Sink>
void fold(const std::string_view text, const Sink& sink) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char byte = text[start];
        if (static_cast<unsigned char>(byte) < 0x80) {
            sink(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte, start);
            ++at;
            continue;
        }
        const auto [character, end] = decode(text, start);
        at = end;
        if (character < 0) {
            sink(' ', start);
        } else if (character < known_characters) {
            for (const char each : known_character(character)) {
                sink(each, start);
            }
        } else {
            for (const char each : folded_character(character)) {
                sink(each, start);
            }
        }
    }
}

bool is_word_byte(const char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
           static_cast<unsigned char>(byte) >= 0x80;
}

/// One word of a folded text, and the bytes on both sides of it.
struct Token {
    std::string_view text;
    std::string_view before;  ///< All that stands between the last word and this one.
    char after = ' ';
};

/// `d'entretien`, `l'hôpital`, `driver's`: what stands alone on one side of an apostrophe.
bool is_elided(const Token& token) {
    return token.text.size() <= 2 &&
           (token.after == '\'' || (!token.before.empty() && token.before.back() == '\''));
}

bool is_feminine_fragment(const Token& token) {
    static constexpr std::string_view joints = "(/.-)";
    return token.before.size() == 1 && joints.find(token.before.front()) != joints.npos &&
           feminine_fragments().contains(token.text);
}

/// `c++`, `c#`: the signs that belong to the word which ends at `end`.
std::size_t sign_count(const std::string_view text, const std::size_t end) {
    std::size_t at = end;
    while (at < text.size() && at < end + 2 && (text[at] == '+' || text[at] == '#')) {
        ++at;
    }
    return at < text.size() && is_word_byte(text[at]) ? 0 : at - end;
}

std::vector<Token> tokens(const std::string_view text) {
    std::vector<Token> result;
    std::size_t last_end = 0;
    std::size_t start = 0;
    while (start < text.size()) {
        if (!is_word_byte(text[start])) {
            ++start;
            continue;
        }
        std::size_t end = start;
        while (end < text.size() && is_word_byte(text[end])) {
            ++end;
        }
        end += sign_count(text, end);
        result.push_back(
            {.text = text.substr(start, end - start),
             .before = text.substr(last_end, start - last_end),
             .after = end < text.size() ? text[end] : ' '}
        );
        last_end = end;
        start = end;
    }
    return result;
}

struct Ending {
    std::string_view feminine;
    std::string_view masculine;
};

/// The longest first. Endings of one more `e` (`agente`, `professeure`) are Snowball's.
constexpr std::array<Ending, 8> endings{
    {{"trice", "teur"},
     {"euse", "eur"},
     {"enne", "en"},
     {"onne", "on"},
     {"elle", "el"},
     {"effe", "ef"},
     {"ere", "er"},
     {"ee", "e"}}};
constexpr std::size_t gendered_bytes_min = 6;

std::string in_masculine(std::string word) {
    if (word.size() > gendered_bytes_min && word.back() == 's') {
        word.pop_back();
    }
    for (const Ending& ending : endings) {
        if (word.size() >= gendered_bytes_min && word.ends_with(ending.feminine)) {
            word.resize(word.size() - ending.feminine.size());
            return word.append(ending.masculine);
        }
    }
    return word;
}

bool counts(const Token& token) {
    return token.text.size() <= word_bytes_max && !is_elided(token) &&
           !is_feminine_fragment(token) && !stop_words().contains(token.text);
}

std::string folded_text(const std::string_view text) {
    std::string result;
    result.reserve(text.size());
    fold(text, [&](const char byte, std::size_t) { result += byte; });
    return result;
}

}  // namespace

std::vector<std::string> words(const std::string_view text) {
    const std::string plain = folded_text(text);
    std::vector<std::string> result;
    for (const Token& token : tokens(plain)) {
        if (counts(token)) {
            result.emplace_back(token.text);
        }
    }
    return result;
}

std::vector<PlacedWord> placed_words(const std::string_view text) {
    std::string plain;
    std::vector<std::size_t> origins;
    plain.reserve(text.size());
    origins.reserve(text.size());
    fold(text, [&](const char byte, const std::size_t origin) {
        plain += byte;
        origins.push_back(origin);
    });
    std::vector<PlacedWord> result;
    for (const Token& token : tokens(plain)) {
        if (!counts(token)) {
            continue;
        }
        const auto first = static_cast<std::size_t>(token.text.data() - plain.data());
        const std::size_t last = origins[first + token.text.size() - 1];
        const bool is_ascii = static_cast<unsigned char>(text[last]) < 0x80;
        std::size_t end = is_ascii ? last + 1 : decode(text, last).end;
        // Accents may be characters of their own after the letter.
        while (end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80) {
            const Decoded next = decode(text, end);
            if (next.character < 0 || u_charType(next.character) != U_NON_SPACING_MARK) {
                break;
            }
            end = next.end;
        }
        result.push_back({.text = std::string{token.text}, .begin = origins[first], .end = end});
    }
    return result;
}

std::string folded(const std::string_view text) { return folded_text(text); }

std::string in_lower_case(const std::string_view text) {
    std::string result;
    icu::UnicodeString::fromUTF8(icu::StringPiece{
                                     text.data(), static_cast<std::int32_t>(text.size())})
        .toLower(icu::Locale::getRoot())
        .toUTF8String(result);
    return result;
}

std::string english_stem(const std::string& word) {
    static thread_local const Xapian::Stem stem{"english"};
    return stem(word);
}

std::string french_stem(const std::string& word) {
    static thread_local const Xapian::Stem stem{"french"};
    return stem(in_masculine(word));
}

}  // namespace search
