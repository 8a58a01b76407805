#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace verification {

/// An e-mail address or a link in a text.
struct Contact {
    bool email = false;
    std::size_t at = 0;        ///< Offset in the text.
    std::string_view written;  ///< The address, or the link up to the end of its host.
    std::string_view host;     ///< As written, without `www.` and a port.
};

/// In the order of the text, at most `contacts_max`.
inline constexpr std::size_t contacts_max = 64;
std::vector<Contact> contacts_in(std::string_view text);

/// The whole of a link in the text, with its path, as far as it can be told where a sentence goes
/// on. Empty where the text leaves its end out: `https://example.ca/jobs/...`.
std::string_view whole_link(std::string_view text, const Contact& link);

/// The host of a link (`https://www.example.ca:8080/jobs`: `example.ca`), lower case; empty if it
/// is none.
std::string site_of(std::string_view url);

/// How a host stands to the site of an employer.
enum class Likeness : std::uint8_t {
    same,        ///< The same name: subdomains and other top-level domains count as the same.
    look_alike,  ///< Another name that is read as the same, or is a slip or two away from it.
    other,
};

/// Neither a plural, a hyphen nor a word more makes a look-alike; nor do slips in short names. That
/// two characters look the same is the word of Unicode's list of confusables (UTS 39).
Likeness likeness(std::string_view host, std::string_view site);

}  // namespace verification
