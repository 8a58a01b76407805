#pragma once

#include <boost/json/object.hpp>

#include <cstdint>
#include <string>
#include <string_view>

/// One JSON object a line on standard error, instants in UTC: `{"time", "level", "event", ...}`.
/// Nothing that a person wrote or is known by stands in a log.
namespace logging {

enum class Level : std::uint8_t { info, error };

/// To be called once, before the first line.
void start(const std::string& program);

/// `members` has no `time`, `level` or `event` of its own.
void line(Level level, std::string_view event, const boost::json::object& members = {});

}  // namespace logging
