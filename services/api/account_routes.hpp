#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

#include <vector>

namespace api {

/// The routes about accounts, with what each asks of whoever asks it. `service` outlives them.
std::vector<http::Route> account_routes(const Service& service);

}  // namespace api
