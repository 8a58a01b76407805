#include "indexer/sources/text.hpp"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <stdexcept>
#include <utility>

namespace sources {

namespace {

struct EncodingName {
    std::string_view name;
    Encoding encoding;
};

/// Browsers read Latin-1 and ASCII as windows-1252, and pages rely on it.
constexpr std::array encoding_names{
    EncodingName{"utf-8", Encoding::utf_8},
    EncodingName{"utf8", Encoding::utf_8},
    EncodingName{"utf-16", Encoding::utf_16le},
    EncodingName{"utf-16le", Encoding::utf_16le},
    EncodingName{"utf-16be", Encoding::utf_16be},
    EncodingName{"windows-1252", Encoding::windows_1252},
    EncodingName{"cp1252", Encoding::windows_1252},
    EncodingName{"iso-8859-1", Encoding::windows_1252},
    EncodingName{"latin1", Encoding::windows_1252},
    EncodingName{"us-ascii", Encoding::windows_1252},
};

const char* icu_name(const Encoding encoding) {
    switch (encoding) {
        case Encoding::utf_8:
            break;
        case Encoding::utf_16le:
            return "UTF-16LE";
        case Encoding::utf_16be:
            return "UTF-16BE";
        case Encoding::windows_1252:
            return "windows-1252";
    }
    return "UTF-8";
}

}  // namespace

std::optional<Encoding> encoding_from(const std::string_view name) {
    const auto found =
        std::ranges::find(encoding_names, lower_case_ascii(trimmed(name)), &EncodingName::name);
    if (found == encoding_names.end()) {
        return std::nullopt;
    }
    return found->encoding;
}

std::optional<ByteOrderMark> byte_order_mark(const std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        return ByteOrderMark{Encoding::utf_8, 3};
    }
    if (bytes.starts_with("\xFF\xFE")) {
        return ByteOrderMark{Encoding::utf_16le, 2};
    }
    if (bytes.starts_with("\xFE\xFF")) {
        return ByteOrderMark{Encoding::utf_16be, 2};
    }
    return std::nullopt;
}

Encoding encoding_of(std::string_view beginning, const Encoding stated) {
    if (beginning.size() < 2) {
        return stated;
    }
    const bool zero_first = beginning[0] == '\0';
    const bool zero_second = beginning[1] == '\0';
    if (zero_first != zero_second) {
        return zero_first ? Encoding::utf_16be : Encoding::utf_16le;
    }
    const bool stated_16 = stated == Encoding::utf_16le || stated == Encoding::utf_16be;
    if (!stated_16 || beginning.substr(0, 64).find('\0') != std::string_view::npos) {
        return stated;
    }
    // The last character may be cut.
    constexpr auto first_beyond_ascii = static_cast<unsigned char>(0x80);
    while (!beginning.empty() && static_cast<unsigned char>(beginning.back()) >= first_beyond_ascii
    ) {
        beginning.remove_suffix(1);
    }
    return is_text(beginning) ? Encoding::utf_8 : Encoding::windows_1252;
}

bool is_text(const std::string_view bytes) {
    if (bytes.find('\0') != std::string_view::npos) {
        return false;
    }
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8(
        nullptr, 0, nullptr, bytes.data(), static_cast<std::int32_t>(bytes.size()), &status
    );
    return status != U_INVALID_CHAR_FOUND;
}

std::string as_text(const std::string_view bytes) {
    std::string text;
    icu::UnicodeString::fromUTF8({bytes.data(), static_cast<std::int32_t>(bytes.size())})
        .findAndReplace(icu::UnicodeString{UChar{0}}, icu::UnicodeString{UChar{0xFFFD}})
        .toUTF8String(text);
    return text;
}

std::string lower_case_ascii(const std::string_view text) {
    std::string lower{text};
    for (char& letter : lower) {
        if (letter >= 'A' && letter <= 'Z') {
            letter = static_cast<char>(letter - 'A' + 'a');
        }
    }
    return lower;
}

std::vector<std::string> pieces_of(const std::string_view text, const std::string_view separator) {
    assert(!separator.empty());
    std::vector<std::string> pieces;
    for (std::size_t start = 0; start <= text.size();) {
        const auto end = std::min(text.find(separator, start), text.size());
        if (const auto piece = trimmed(text.substr(start, end - start)); !piece.empty()) {
            pieces.emplace_back(piece);
        }
        start = end + separator.size();
    }
    return pieces;
}

std::string joined(const std::vector<std::string>& texts, const std::string_view separator) {
    std::string result;
    for (const auto& text : texts) {
        if (!text.empty()) {
            result += (result.empty() ? std::string_view{} : separator);
            result += text;
        }
    }
    return result;
}

std::string without_separators(const std::string_view text) {
    constexpr std::string_view separators = " ,;";
    const auto first = std::min(text.find_first_not_of(separators), text.size());
    return std::string{text.substr(first, text.find_last_not_of(separators) + 1 - first)};
}

/// Two converters with a pivot between them, as ICU wants for encoding to encoding.
struct Decoder::Converter {
    explicit Converter(const Encoding encoding) {
        UErrorCode status = U_ZERO_ERROR;
        from = ucnv_open(icu_name(encoding), &status);
        to = ucnv_open("UTF-8", &status);
        if (U_FAILURE(status)) {
            throw std::runtime_error{std::string{"ICU offers no "} + icu_name(encoding)};
        }
    }
    ~Converter() {
        ucnv_close(from);
        ucnv_close(to);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    UConverter* from = nullptr;
    UConverter* to = nullptr;
    std::array<UChar, 4096> pivot{};
    UChar* pivot_source = pivot.data();
    UChar* pivot_target = pivot.data();
};

Decoder::Decoder(const Encoding encoding)
    : converter_{encoding == Encoding::utf_8 ? nullptr : std::make_unique<Converter>(encoding)} {}
Decoder::~Decoder() = default;
Decoder::Decoder(Decoder&&) noexcept = default;
Decoder& Decoder::operator=(Decoder&&) noexcept = default;

std::string Decoder::decode(const std::string_view bytes, const Piece piece) {
    if (!converter_) {
        return std::string{bytes};
    }
    // A byte of windows-1252 gives at most three of UTF-8, two bytes of UTF-16 as well; a few more
    // may have been held back from the piece before.
    std::string text(3 * bytes.size() + 16, '\0');
    const char* source = bytes.data();
    char* target = text.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_convertEx(
        converter_->to,
        converter_->from,
        &target,
        text.data() + text.size(),
        &source,
        bytes.data() + bytes.size(),
        converter_->pivot.data(),
        &converter_->pivot_source,
        &converter_->pivot_target,
        converter_->pivot.data() + converter_->pivot.size(),
        false,
        static_cast<UBool>(piece == Piece::last),
        &status
    );
    if (U_FAILURE(status)) {
        throw std::runtime_error{std::string{"ICU cannot convert: "} + u_errorName(status)};
    }
    text.resize(static_cast<std::size_t>(target - text.data()));
    return text;
}

std::string decoded(const std::string_view bytes, const Encoding encoding) {
    return Decoder{encoding}.decode(bytes, Decoder::Piece::last);
}

}  // namespace sources
