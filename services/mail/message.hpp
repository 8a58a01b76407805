#pragma once

#include "sql/store/instant.hpp"
#include "sql/store/mail.hpp"

#include <cstdint>
#include <string>
#include <string_view>

/// Mail as it travels.
namespace mail {

/// In whose name it is sent.
struct Sender {
    std::string address;  ///< As services/auth/email.hpp accepts it.
    std::string name = "Job Scout";
};

/// The mail as RFC 5322 has it, lines ended by CRLF: text in UTF-8, quoted-printable (RFC 2045);
/// a subject or name that is not plain ASCII in encoded words (RFC 2047); marked as sent by a
/// machine (RFC 3834); and, where it has an address to unsubscribe at, with one click (RFC 8058).
/// Whatever stands in it, it has these headers and no others: characters that end a line are spaces
/// in a header. `id` makes its Message-ID, so that whoever gets it twice can tell.
std::string to_rfc5322(
    const store::Mail& mail, const Sender& sender, std::int64_t id, store::Instant date
);

/// A header's text: as it is where that is plain ASCII, else encoded words of at most 75
/// characters, none of which cuts a character in two.
std::string encoded_words(std::string_view text);

/// Lines of at most 76 characters.
std::string quoted_printable(std::string_view text);

}  // namespace mail
