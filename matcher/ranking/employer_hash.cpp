#include "matcher/ranking/columns.hpp"

#include <array>
#include <string>
#include <string_view>

namespace ranking {
namespace {

/// U+00C0 to U+017F without case and accents; '?' where one letter becomes two, '-' where the
/// character is no letter.
constexpr std::string_view folded_letters =
    "aaaaaa?ceeeeiiiidnooooo-ouuuuy??"
    "aaaaaa?ceeeeiiiidnooooo-ouuuuy?y"
    "aaaaaaccccccccddddeeeeeeeeeegggg"
    "gggghhhhiiiiiiiiii??jjkkklllllll"
    "lllnnnnnnnnnoooooo??rrrrrrssssss"
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(folded_letters.size() == 0x180 - 0xC0);

constexpr std::string_view two_letters(const char32_t character) {
    switch (character) {
        case U'Æ':
        case U'æ':
            return "ae";
        case U'Œ':
        case U'œ':
            return "oe";
        case U'Þ':
        case U'þ':
            return "th";
        case U'ß':
            return "ss";
        default:
            return "ij";
    }
}

struct Decoded {
    char32_t character = 0;
    std::size_t length = 1;
};

/// The character at the front of UTF-8 text; a byte that begins none stands for itself.
Decoded decode(const std::string_view text) {
    const auto byte = [&](const std::size_t index) -> char32_t {
        return index < text.size() ? static_cast<unsigned char>(text[index]) : 0;
    };
    const auto continues = [&](const std::size_t index) { return (byte(index) & 0xC0) == 0x80; };
    if ((byte(0) & 0xE0) == 0xC0 && continues(1)) {
        return {(byte(0) & 0x1F) << 6 | (byte(1) & 0x3F), 2};
    }
    if ((byte(0) & 0xF0) == 0xE0 && continues(1) && continues(2)) {
        return {(byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
    }
    return {byte(0), 1};
}

std::string folded_ascii(const char character) {
    if (character >= 'A' && character <= 'Z') {
        return {static_cast<char>(character - 'A' + 'a')};
    }
    const bool kept =
        (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
    return kept ? std::string{character} : std::string{};
}

std::string fold(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const auto [character, length] = decode(text);
        const bool is_mark = (character >= 0x300 && character < 0x370) ||    // combining accents
                             (character >= 0x2000 && character < 0x2070) ||  // dashes, quotes
                             (length == 2 && character < 0xC0);              // Latin-1 signs
        if (character < 0x80) {
            result += folded_ascii(text.front());
        } else if (character >= 0xC0 && character < 0x180 && length == 2) {
            const char letter = folded_letters[character - 0xC0];
            if (letter == '?') {
                result += two_letters(character);
            } else if (letter != '-') {
                result += letter;
            }
        } else if (!is_mark) {
            result += text.substr(0, length);
        }
        text.remove_prefix(length);
    }
    return result;
}

}  // namespace

std::uint32_t employer_hash(const std::string_view name) {
    // FNV-1a, 32 bits.
    std::uint32_t hash = 2166136261U;
    for (const char character : fold(name)) {
        hash = (hash ^ static_cast<unsigned char>(character)) * 16777619U;
    }
    return hash;
}

}  // namespace ranking
