#pragma once

#include "services/api/service.hpp"
#include "services/auth/permission.hpp"
#include "services/http/message.hpp"

#include <functional>

namespace api {

/// What `handle` answers, with what is left to the account; 429 in its place where the account has
/// asked too often. Who has not signed in is limited by address alone, by the server.
http::Response within_rate(
    const Service& service,
    const auth::Principal& principal,
    const std::function<http::Response()>& handle
);

}  // namespace api
