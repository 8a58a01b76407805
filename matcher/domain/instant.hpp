#pragma once

#include "matcher/domain/result.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace domain {

/// A moment, in UTC, to the second.
using Instant = std::chrono::sys_seconds;

/// Reads `2026-08-07T10:08:20Z` (RFC 3339 in UTC, without fractions) and nothing else.
Result<Instant> parse_instant(std::string_view text);

/// Writes it in the same form.
std::string to_string(Instant instant);

}  // namespace domain
