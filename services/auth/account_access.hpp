#pragma once

#include "services/auth/permission.hpp"
#include "services/auth/session_rules.hpp"

#include <cstdint>
#include <optional>

/// Who may ask the routes about accounts, beside auth::may: these are about how one signs in, which
/// a token that a program keeps never is.
namespace auth {

enum class Access : std::uint8_t {
    anyone,
    mailed_secret,  ///< Whoever has the secret in the address; who asks is not looked at.
    any_session,    ///< Also one whose second factor is missing.
    set_up,         ///< A whole one, or one that has a second factor to set up first.
    recent_set_up,  ///< The same, and the password was given a moment ago.
    whole_session,
    recent_session,  ///< A whole one, and the password was given a moment ago.
    operators,       ///< By a whole session or the token file.
};

/// Who asks.
struct Standing {
    Role role = Role::anonymous;
    std::optional<Stage> session = std::nullopt;  ///< Nothing: no session.
    std::chrono::seconds since_password{0};
    bool by_api_token = false;
};

enum class Denial : std::uint8_t {
    session_needed,  ///< Nobody is signed in.
    second_factor_required,
    second_factor_to_set_up,
    sign_in_again,  ///< The password was given too long ago.
    not_allowed,
};

/// Why not; nothing where they may.
std::optional<Denial> denial(Access access, const Standing& standing);

}  // namespace auth
