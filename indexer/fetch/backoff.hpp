#pragma once

#include <chrono>
#include <optional>

namespace fetch {

/// How often and how fast something that failed is tried again.
struct Backoff {
    int tries_max = 4;
    std::chrono::milliseconds first{1000};  ///< Bound of the first wait; doubles with each try.
    std::chrono::milliseconds longest{60000};
    std::chrono::seconds asked_max{120};  ///< A server that asks for more is left for today.
};

/// The wait after try number `tried` (1, 2...), spread evenly between 0 and its bound by `random`
/// (0 to 1), so that many who failed together do not come back together. Not less than the server
/// asked for (`Retry-After`). Nothing where there is to be no further try.
std::optional<std::chrono::milliseconds> wait_after(
    const Backoff& backoff,
    int tried,
    double random,
    std::optional<std::chrono::seconds> asked = std::nullopt
);

}  // namespace fetch
