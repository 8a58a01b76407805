#pragma once

#include <chrono>
#include <cstdint>

namespace store {

/// A moment, UTC, to the second. Callers say what time it is.
using Instant = std::chrono::sys_seconds;

/// As the queries take it: seconds since 1970, for to_timestamp().
inline std::int64_t epoch(const Instant instant) { return instant.time_since_epoch().count(); }

inline Instant instant_from(const std::int64_t epoch_seconds) {
    return Instant{std::chrono::seconds{epoch_seconds}};
}

}  // namespace store
