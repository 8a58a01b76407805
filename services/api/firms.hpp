#pragma once

#include "services/api/principals.hpp"
#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// Firms of advisors; an operator opens them.
namespace api {

/// GET /v1/firms?q=: those with `q` in their names.
http::Response find_firms(const Service&, const auth::Principal&, const http::Call&);

/// POST /v1/firms
http::Response open_firm(const Service&, const Caller&, const http::Call&);

/// POST /v1/firms/{id}/advisors: an account for an advisor, who is invited by mail to choose a
/// password.
http::Response invite_advisor(const Service&, const Caller&, const http::Call&);

}  // namespace api
