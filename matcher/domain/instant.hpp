#pragma once
#include "matcher/domain/result.hpp"
#include <chrono>
#include <string>
#include <string_view>
namespace domain {
using Instant = std::chrono::sys_seconds;
Result<Instant> parse_instant(std::string_view text);
std::string to_string(Instant instant);
}
