#pragma once

#include "services/api/principals.hpp"
#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// Tokens by which programs act for an account, within scopes: a bearer token, no cookie.
namespace api {

/// GET /v1/api-tokens
http::Response list_api_tokens(const Service&, const Caller&, const http::Call&);

/// POST /v1/api-tokens: the token, told this once.
http::Response create_api_token(const Service&, const Caller&, const http::Call&);

/// DELETE /v1/api-tokens/{id}
http::Response remove_api_token(const Service&, const Caller&, const http::Call&);

}  // namespace api
