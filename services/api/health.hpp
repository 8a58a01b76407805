#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

namespace api {

/// GET /healthz: the process answers.
http::Response answer_health(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/operator/health: at which revision what requests need stands.
http::Response describe_health(const Service&, const auth::Principal&, const http::Call&);

/// GET /readyz: what requests need is there, else 503 with what is not.
http::Response answer_readiness(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
