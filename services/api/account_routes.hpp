#pragma once

#include "services/api/service.hpp"
#include "services/auth/account_access.hpp"
#include "services/http/router.hpp"

#include <string_view>
#include <vector>

namespace api {

/// The routes about accounts, with what each asks of whoever asks it. `service` outlives them.
std::vector<http::Route> account_routes(const Service& service);

/// What a route about accounts asks of who asks it.
struct AccountPermission {
    std::string_view method;
    std::string_view pattern;
    auth::Access access;
};

/// Of every route, in their order.
std::vector<AccountPermission> account_permissions();

}  // namespace api
