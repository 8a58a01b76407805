#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

namespace api {

/// GET /v1/noc: unit groups for what somebody types, by title in either language and by likelihood.
http::Response suggest_noc(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
