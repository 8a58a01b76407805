#include "indexer/normalise/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

namespace normalise {
namespace {

bool is_ascii(const std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](const char character) {
        return static_cast<unsigned char>(character) < 0x80;
    });
}

/// Appends one character, a space only where it separates two others.
void append(std::string& folded, const char character) {
    if (character != ' ' || (!folded.empty() && folded.back() != ' ')) {
        folded += character;
    }
}

std::string without_space_at_end(std::string folded) {
    if (!folded.empty() && folded.back() == ' ') {
        folded.pop_back();
    }
    return folded;
}

std::string fold_ascii(const std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    for (const char character : text) {
        if (character >= 'A' && character <= 'Z') {
            folded += static_cast<char>(character - 'A' + 'a');
        } else if (character == '`') {
            folded += '\'';
        } else if (static_cast<unsigned char>(character) <= ' ' || character == 0x7f) {
            append(folded, ' ');
        } else {
            folded += character;
        }
    }
    return without_space_at_end(std::move(folded));
}

bool is_apostrophe(const UChar32 character) {
    return character == '`' || character == 0xB4 || character == 0x2BC || character == 0x2018 ||
           character == 0x2019;
}

/// What ICU's decomposition leaves whole although people type it in two letters.
std::string_view ligature(const UChar32 character) {
    switch (character) {
        case 0x153:
            return "oe";
        case 0xE6:
            return "ae";
        case 0xDF:
            return "ss";
        default:
            return {};
    }
}

void append_folded(std::string& folded, const UChar32 character) {
    if (u_charType(character) == U_NON_SPACING_MARK) {
        return;
    }
    const UChar32 lower = u_foldCase(character, U_FOLD_CASE_DEFAULT);
    if (u_isUWhiteSpace(lower) || u_iscntrl(lower)) {
        append(folded, ' ');
    } else if (is_apostrophe(lower)) {
        folded += '\'';
    } else if (u_charType(lower) == U_DASH_PUNCTUATION || lower == 0x2212) {
        folded += '-';
    } else if (const std::string_view letters = ligature(lower); !letters.empty()) {
        folded += letters;
    } else {
        icu::UnicodeString{lower}.toUTF8String(folded);
    }
}

std::string fold_unicode(const std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const decomposer = icu::Normalizer2::getNFKDInstance(status);
    const icu::UnicodeString decomposed = decomposer->normalize(
        icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}), status
    );
    std::string folded;
    folded.reserve(text.size());
    for (std::int32_t index = 0; index < decomposed.length();) {
        const UChar32 character = decomposed.char32At(index);
        append_folded(folded, character);
        index += U16_LENGTH(character);
    }
    return without_space_at_end(std::move(folded));
}

/// Writes `st` and `ste` out where they are a word of their own.
std::string with_saints(const std::string& words) {
    std::string name;
    name.reserve(words.size() + 8);
    for (std::size_t begin = 0; begin < words.size();) {
        const std::size_t end = std::min(words.find(' ', begin), words.size());
        const std::string_view word = std::string_view{words}.substr(begin, end - begin);
        name += name.empty() ? "" : " ";
        name += word == "st" ? "saint" : word == "ste" ? "sainte" : word;
        begin = end + 1;
    }
    return name;
}

}  // namespace

std::string fold(const std::string_view text) {
    return is_ascii(text) ? fold_ascii(text) : fold_unicode(text);
}

std::string fold_name(const std::string_view name) {
    const std::string folded = fold(name);
    std::string words;
    words.reserve(folded.size());
    for (const char character : folded) {
        const bool separates = character == '-' || character == '.' || character == '\'';
        append(words, separates ? ' ' : character);
    }
    return with_saints(without_space_at_end(std::move(words)));
}

}  // namespace normalise
