#include "indexer/normalise/text.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <gumbo.h>
#include <optional>
#include <vector>

namespace normalise {
namespace {

/// The characters that windows-1252 has at 0x80 to 0x9F; the five bytes it leaves out are read as
/// the control characters of the same number, as browsers do.
constexpr auto windows_1252 =
    std::to_array<UChar32>({0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                            0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                            0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                            0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178});

std::optional<char> windows_1252_byte(const UChar32 character) {
    const auto* const found = std::find(windows_1252.begin(), windows_1252.end(), character);
    if (found != windows_1252.end()) {
        return static_cast<char>(0x80 + (found - windows_1252.begin()));
    }
    if (character < 0x80 || (character >= 0xA0 && character <= 0xFF)) {
        return static_cast<char>(character);
    }
    return std::nullopt;
}

icu::UnicodeString unicode(const std::string_view utf8) {
    return icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
}

bool is_utf8(const std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8(
        nullptr, 0, nullptr, text.data(), static_cast<std::int32_t>(text.size()), &status
    );
    return status == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(status);
}

enum class LineBreaks { become_spaces, stay };

bool is_space(const UChar32 character) {
    return u_isUWhiteSpace(character) || u_iscntrl(character);
}

/// True of ASCII without control characters or two spaces in a row, as most values are.
bool is_tidy(const std::string_view text) {
    char before = ' ';
    for (const char character : text) {
        const bool printable = character >= ' ' && character < 0x7F;
        if (!printable || (character == ' ' && before == ' ')) {
            return false;
        }
        before = character;
    }
    return before != ' ' || text.empty();
}

std::string tidy(const std::string_view text, const LineBreaks line_breaks) {
    if (is_tidy(text)) {
        return std::string{text};
    }
    const icu::UnicodeString characters = unicode(text);
    icu::UnicodeString tidied;
    int breaks = 0;
    bool space = false;
    for (std::int32_t index = 0; index < characters.length();) {
        const UChar32 character = characters.char32At(index);
        index += U16_LENGTH(character);
        if (character == '\n' && line_breaks == LineBreaks::stay) {
            ++breaks;
        } else if (is_space(character)) {
            space = true;
        } else {
            if (!tidied.isEmpty() && breaks > 0) {
                tidied.append(breaks > 1 ? u"\n\n" : u"\n", breaks > 1 ? 2 : 1);
            } else if (!tidied.isEmpty() && space) {
                tidied.append(u' ');
            }
            breaks = 0;
            space = false;
            tidied.append(character);
        }
    }
    std::string utf8;
    return tidied.toUTF8String(utf8);
}

bool is_hidden(const GumboTag tag) {
    return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_TEMPLATE ||
           tag == GUMBO_TAG_TITLE || tag == GUMBO_TAG_NOSCRIPT;
}

std::string_view separator(const GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_P:
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_SECTION:
        case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_UL:
        case GUMBO_TAG_OL:
        case GUMBO_TAG_LI:
        case GUMBO_TAG_DT:
        case GUMBO_TAG_DD:
        case GUMBO_TAG_H1:
        case GUMBO_TAG_H2:
        case GUMBO_TAG_H3:
        case GUMBO_TAG_H4:
        case GUMBO_TAG_H5:
        case GUMBO_TAG_H6:
        case GUMBO_TAG_TR:
        case GUMBO_TAG_TABLE:
        case GUMBO_TAG_BR:
        case GUMBO_TAG_HR:
            return "\n";
        case GUMBO_TAG_TD:
        case GUMBO_TAG_TH:
            return " ";
        default:
            return "";
    }
}

/// Walks the tree with a stack of its own: markup from outside may nest deeper than ours.
std::string shown(const GumboNode* const root) {
    struct Step {
        const GumboNode* node;  ///< Null where only the separator is left to write.
        std::string_view separator;
    };
    std::string text;
    std::vector<Step> steps{{root, ""}};
    while (!steps.empty()) {
        const auto [node, after] = steps.back();
        steps.pop_back();
        if (node == nullptr) {
            text += after;
        } else if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) {
            // A line break in the source of a page is a space on the page.
            for (const char* at = node->v.text.text; *at != '\0'; ++at) {
                text += *at == '\n' ? ' ' : *at;
            }
        } else if (node->type == GUMBO_NODE_ELEMENT && !is_hidden(node->v.element.tag)) {
            const std::string_view line = separator(node->v.element.tag);
            text += line;
            steps.push_back({nullptr, line});
            const GumboVector& children = node->v.element.children;
            for (unsigned index = children.length; index > 0; --index) {
                steps.push_back({static_cast<const GumboNode*>(children.data[index - 1]), ""});
            }
        }
    }
    return text;
}

bool looks_like_html(const std::string_view text) {
    const std::size_t tag = text.find('<');
    const bool has_tag = tag != std::string_view::npos && text.find('>', tag) < text.size();
    const std::size_t entity = text.find('&');
    return has_tag || (entity != std::string_view::npos && text.find(';', entity) < text.size());
}

std::string html_to_text(const std::string_view html) {
    GumboOutput* const output =
        gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size());
    std::string text = shown(output->root);
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    return text;
}

/// Up to its `tags_max`th tag: gumbo takes quadratic time over tags that are never closed.
std::string_view with_few_tags(const std::string_view html) {
    constexpr int tags_max = 2'000;
    std::size_t at = html.find('<');
    for (int tags = 1; at != std::string_view::npos; ++tags) {
        if (tags > tags_max) {
            return html.substr(0, at);
        }
        at = html.find('<', at + 1);
    }
    return html;
}

/// At most `text_bytes_max` bytes, and no character cut in two.
std::string_view bounded(const std::string_view text) {
    if (text.size() <= text_bytes_max) {
        return text;
    }
    std::size_t end = text_bytes_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
        --end;
    }
    return text.substr(0, end);
}

}  // namespace

std::string undo_mojibake(const std::string_view text) {
    // The marks of the trouble are the lead bytes of Latin letters (0xC3, 0xC2) and of typographic
    // signs (0xE2), themselves written as UTF-8.
    if (text.find("\xC3\x83") == std::string_view::npos &&
        text.find("\xC3\x82") == std::string_view::npos &&
        text.find("\xC3\xA2\xE2\x82\xAC") == std::string_view::npos) {
        return std::string{text};
    }
    const icu::UnicodeString characters = unicode(text);
    std::string bytes;
    for (std::int32_t index = 0; index < characters.length();) {
        const UChar32 character = characters.char32At(index);
        const std::optional<char> byte = windows_1252_byte(character);
        if (!byte) {
            return std::string{text};
        }
        bytes += *byte;
        index += U16_LENGTH(character);
    }
    return is_utf8(bytes) ? bytes : std::string{text};
}

std::string clean(const std::string_view text) {
    return tidy(undo_mojibake(bounded(text)), LineBreaks::become_spaces);
}

std::string plain_text(const std::string_view text) {
    const std::string_view kept = bounded(text);
    const std::string shown_text =
        looks_like_html(kept) ? html_to_text(with_few_tags(kept)) : std::string{kept};
    return tidy(undo_mojibake(shown_text), LineBreaks::stay);
}

}  // namespace normalise
