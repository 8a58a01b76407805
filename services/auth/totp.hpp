#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// One-time codes by time (RFC 6238) as every authenticator application makes them: six digits,
/// HMAC-SHA-1, steps of 30 seconds.
namespace auth {

/// 160 random bits, as RFC 4226 recommends; raw bytes.
std::string new_totp_secret();

/// RFC 4648, without padding: what a person types where no camera reads it.
std::string base32(std::string_view bytes);

/// What an authenticator application reads from a QR code. Source: the Key URI format of Google
/// Authenticator.
std::string totp_uri(std::string_view secret, std::string_view email);

/// The step of which this is the code at `now` (seconds since 1970), or one step earlier or later,
/// for clocks that differ and for people who type; nothing where it is none of theirs. Whoever
/// takes a step must take none at or before it again.
std::optional<std::int64_t> totp_step(
    std::string_view secret, const std::string& code, std::int64_t now
);

}  // namespace auth
