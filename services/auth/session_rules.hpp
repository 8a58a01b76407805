#pragma once

#include "services/auth/permission.hpp"

#include <chrono>
#include <cstdint>

/// How long a sign-in lasts, and what it is worth.
namespace auth {

struct Durations {
    std::chrono::seconds idle;      ///< Without a request.
    std::chrono::seconds absolute;  ///< Whatever is done.
};

/// Whoever sees other people's data signs in every working day and after an hour away (NIST SP
/// 800-63B-4, 2.2.3); a candidate sees their own.
constexpr Durations session_durations(const Role role) {
    using namespace std::chrono_literals;
    return role == Role::candidate ? Durations{.idle = 7 * 24h, .absolute = 30 * 24h}
                                   : Durations{.idle = 1h, .absolute = 12h};
}

/// To give the second factor, or to set it up.
inline constexpr Durations unfinished_durations{
    .idle = std::chrono::minutes{15}, .absolute = std::chrono::minutes{15}};

/// What may be changed about how one signs in only so long after the password was given.
inline constexpr std::chrono::seconds recent = std::chrono::minutes{15};

/// A session is noted as used at most so often.
inline constexpr std::chrono::seconds touch_interval = std::chrono::minutes{1};

/// A browser is known for so long after a sign-in.
inline constexpr std::chrono::seconds device_known = std::chrono::hours{180 * 24};

/// Whoever may see data of others.
constexpr bool needs_second_factor(const Role role) { return role != Role::candidate; }

enum class Stage : std::uint8_t {
    whole,
    second_factor_required,   ///< Its code has to be given.
    second_factor_to_set_up,  ///< The role needs one, and there is none yet.
};

/// What a session whose password was right is worth.
constexpr Stage stage_of(
    const Role role, const bool has_second_factor, const bool second_factor_given
) {
    if (has_second_factor) {
        return second_factor_given ? Stage::whole : Stage::second_factor_required;
    }
    return needs_second_factor(role) ? Stage::second_factor_to_set_up : Stage::whole;
}

}  // namespace auth
