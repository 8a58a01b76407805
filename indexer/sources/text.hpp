#pragma once

#include "matcher/domain/ascii.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sources {

enum class Encoding : std::uint8_t { utf_8, utf_16le, utf_16be, windows_1252 };

/// `utf-8`, `utf-16le`, `utf-16be`, `windows-1252` and what browsers take for it, in any case.
std::optional<Encoding> encoding_from(std::string_view name);

/// What the byte order mark at the head of a file says, and how long it is.
struct ByteOrderMark {
    Encoding encoding;
    std::size_t length;
};
std::optional<ByteOrderMark> byte_order_mark(std::string_view bytes);

/// The encoding of a file without a byte order mark that begins so. What was stated of it counts,
/// unless it cannot be: a table begins with letters of ASCII, so that UTF-16 has a zero in each of
/// its first characters, and no other encoding has one.
Encoding encoding_of(std::string_view beginning, Encoding stated);

/// Whether the bytes are UTF-8 without a zero byte: what every text that leaves here has to be.
bool is_text(std::string_view bytes);

/// The same bytes as text, with U+FFFD for what is none.
std::string as_text(std::string_view bytes);

using domain::ascii::trimmed;
std::string lower_case_ascii(std::string_view text);

/// The trimmed pieces of a text between separators, without the empty ones.
std::vector<std::string> pieces_of(std::string_view text, std::string_view separator);

/// The texts that are not empty, with the separator between them.
std::string joined(const std::vector<std::string>& texts, std::string_view separator);

/// Generators leave separators where a part of an address is empty: `, Mountain View`.
std::string without_separators(std::string_view text);

/// Turns the bytes of a stream into UTF-8, piece by piece. A malformed character of UTF-16 becomes
/// U+FFFD; UTF-8 passes as it is, so that the reader can tell which record was malformed.
class Decoder {
public:
    explicit Decoder(Encoding encoding);
    ~Decoder();
    Decoder(Decoder&&) noexcept;
    Decoder& operator=(Decoder&&) noexcept;

    enum class Piece : std::uint8_t { middle, last };
    std::string decode(std::string_view bytes, Piece piece);

private:
    struct Converter;
    std::unique_ptr<Converter> converter_;  ///< Null for UTF-8.
};

/// A whole document of the encoding, as UTF-8.
std::string decoded(std::string_view bytes, Encoding encoding);

}  // namespace sources
