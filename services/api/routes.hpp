#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

#include <vector>

namespace api {

/// Every route of the API, with who may ask it. `service` outlives them.
std::vector<http::Route> routes(const Service& service);

}  // namespace api
