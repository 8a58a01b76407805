#pragma once

#include "services/http/server.hpp"

namespace api {

/// A request by its route: no path with an id, no query, no header, no body.
void log_exchange(const http::Exchange& exchange);

}  // namespace api
