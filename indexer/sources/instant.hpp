#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sources {

/// The day of an instant that a feed gives as a number of milliseconds, or of seconds, since 1970,
/// as YYYY-MM-DD in UTC; else the text as it is.
std::string day_of_milliseconds(std::string_view text);
std::string day_of_seconds(std::string_view text);

/// The day of `Wed, 19 Aug 2026 23:10:38 GMT`, the form of RSS and of job feeds, as YYYY-MM-DD
/// where the sender was; else the text as it is.
std::string day_of_rfc_822(std::string_view text);

}  // namespace sources
