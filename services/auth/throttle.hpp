#pragma once

#include <chrono>

/// How attempts are slowed down. Nobody is locked out: every wait has an end that guessing cannot
/// move out for long, and a browser in which the account has signed in before has a count of its
/// own, which strangers do not move.
namespace auth {

struct Pace {
    int free = 0;                ///< So many attempts need not wait.
    std::chrono::seconds first;  ///< Before the one after them; doubles with each,
    std::chrono::seconds max;    ///< up to here.
    std::chrono::seconds kept;   ///< Attempts are forgotten after so long without another.
};

using namespace std::chrono_literals;

/// Passwords for one account, by strangers: at most some 1,500 a day.
inline constexpr Pace account_pace{.free = 5, .first = 2s, .max = 60s, .kept = 1h};
/// Passwords for one account from a browser that it knows.
inline constexpr Pace device_pace{.free = 10, .first = 2s, .max = 60s, .kept = 1h};
/// Passwords, registrations and the like from one address; an office may stand behind it.
inline constexpr Pace address_pace{.free = 30, .first = 1s, .max = 30s, .kept = 1h};
/// Codes of a second factor, by somebody who knows the password: three of a million are right at a
/// time, so the wait is long.
inline constexpr Pace code_pace{.free = 5, .first = 10s, .max = 15min, .kept = 24h};
/// Mail that anybody can cause to one address.
inline constexpr Pace mail_pace{.free = 3, .first = 10min, .max = 6h, .kept = 24h};
/// Claims of one employer to postings, each of which a reviewer looks at.
inline constexpr Pace claim_pace{.free = 30, .first = 1min, .max = 1h, .kept = 24h};

/// How much longer to wait after so many attempts, the last one `since_last` ago; zero: go on.
constexpr std::chrono::seconds remaining_wait(
    const Pace& pace, const int attempts, const std::chrono::seconds since_last
) {
    if (attempts < pace.free) {
        return std::chrono::seconds{0};
    }
    std::chrono::seconds wait = pace.first;
    for (int attempt = pace.free; attempt < attempts && wait < pace.max; ++attempt) {
        wait *= 2;
    }
    wait = wait < pace.max ? wait : pace.max;
    return since_last < wait ? wait - since_last : std::chrono::seconds{0};
}

}  // namespace auth
