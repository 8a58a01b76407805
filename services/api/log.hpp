#pragma once

#include "services/http/server.hpp"

#include <string_view>

/// One JSON object a line on standard error, instants in UTC. Nothing that a person wrote or is
/// known by stands in a log: no path with an id, no query, no header, no body.
namespace api {

/// To be called once, before the first line.
void start_log();

void log_exchange(const http::Exchange& exchange);

void log_event(std::string_view event);

/// A failure of the world that the service goes on after.
void log_failure(std::string_view event, std::string_view failure);

}  // namespace api
