#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

/// Passwords, kept by argon2id. There are no rules about kinds of characters, and nobody has to
/// change a password because time has passed (NIST SP 800-63B-4, 3.1.1.2; ASVS 5.0, 6.2).
namespace auth {

/// In Unicode code points after NFC.
inline constexpr std::size_t password_length_min = 8;
inline constexpr std::size_t password_length_advised = 15;
/// Far more than the 64 that have to be allowed; bounds what is hashed.
inline constexpr std::size_t password_length_max = 256;

enum class PasswordFault : std::uint8_t {
    too_short,
    too_long,
    breached,    ///< Known from a breach.
    common,      ///< One of those that are tried first, with or without figures after it.
    of_account,  ///< The address, parts of it or the name of this service, and little else.
};

/// How many passwords of the minimal length or more are refused because they are listed (ASVS 5.0,
/// 6.2.4).
std::size_t listed_passwords();

/// Whether a password, in NFC, is known from a breach; none: nobody knows.
using IsBreached = std::function<bool(std::string_view)>;

/// Why this cannot be the password of the account with this address; nothing where it can.
std::optional<PasswordFault> password_fault(
    std::string_view password, std::string_view email, const IsBreached& is_breached = {}
);

/// With a salt of its own and the parameters in it, `$argon2id$...`. Two writings of the same
/// letters (NFC) are one password. Throws std::bad_alloc where memory is short.
std::string hash_password(std::string_view password);

bool password_matches(const std::string& hash, std::string_view password);

/// Whether the hash was made with other limits than today's.
bool is_outdated(const std::string& hash);

/// The hash of a password that nobody knows: compared with where there is no account, so that the
/// time taken does not tell.
const std::string& decoy_hash();

}  // namespace auth
