#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

#include <string_view>
#include <vector>

namespace api {

/// Every route of the API, with who may ask it. `service` outlives them.
std::vector<http::Route> routes(const Service& service);

/// By which action a route is permitted.
struct Permission {
    std::string_view method;
    std::string_view pattern;
    auth::Action action;
};

/// Of every route, in their order.
std::vector<Permission> permissions();

}  // namespace api
