#pragma once

#include "services/http/server.hpp"

#include <string_view>

namespace api {

/// A request by its route: no path with an id, no query, no header, no body.
void log_exchange(const http::Exchange& exchange);

/// What happens to no request; an error where there is a failure.
void log_event(std::string_view event, std::string_view failure);

}  // namespace api
