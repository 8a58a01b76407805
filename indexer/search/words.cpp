#include "indexer/search/words.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <set>
#include <xapian.h>

namespace search {
namespace {

/// Longer ones are no words, and a term of Xapian has a length limit of 245 bytes.
constexpr std::size_t word_bytes_max = 64;

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
void append_folded(const UChar32 character, std::string& text) {
    switch (character) {
        case U'œ':
            text += "oe";
            return;
        case U'æ':
            text += "ae";
            return;
        case U'’':
        case U'ʼ':
            text += '\'';
            return;
        case U'·':
        case U'•':
        case U'‧':
            text += '.';
            return;
        case U'‑':
        case U'‐':
            text += '-';
            return;
        default:
            break;
    }
    const auto kind = u_charType(character);
    if (kind == U_NON_SPACING_MARK || kind == U_FORMAT_CHAR) {
        return;
    }
    if (character < 0x80 || u_isalnum(character)) {
        icu::UnicodeString{character}.toUTF8String(text);
    } else {
        text += ' ';
    }
}

std::string folded(const std::string_view text) {
    const auto is_ascii = [](const char byte) { return static_cast<unsigned char>(byte) < 0x80; };
    std::string result;
    result.reserve(text.size());
    if (std::all_of(text.begin(), text.end(), is_ascii)) {
        for (const char byte : text) {
            result += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
        }
        return result;
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* decomposition = icu::Normalizer2::getNFKDInstance(status);
    assert(U_SUCCESS(status));
    auto unfolded = icu::UnicodeString::fromUTF8(icu::StringPiece{
        text.data(), static_cast<std::int32_t>(text.size())});
    const icu::UnicodeString decomposed = decomposition->normalize(unfolded.foldCase(), status);
    assert(U_SUCCESS(status));
    for (std::int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
        append_folded(decomposed.char32At(at), result);
    }
    return result;
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

}  // namespace

std::vector<std::string> words(const std::string_view text) {
    const std::string plain = folded(text);
    std::vector<std::string> result;
    for (const Token& token : tokens(plain)) {
        if (token.text.size() <= word_bytes_max && !is_elided(token) &&
            !is_feminine_fragment(token) && !stop_words().contains(token.text)) {
            result.emplace_back(token.text);
        }
    }
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
