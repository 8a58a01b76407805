#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

#include <string_view>

/// What callers can rely on: routes and documents.
namespace api {

/// The text of services/api/openapi.json.
std::string_view openapi();

/// GET /v1/openapi.json
http::Response read_openapi(const Service&, const auth::Principal&, const http::Call&);

/// GET /.well-known/security.txt (RFC 9116): whom to tell of a weakness, good for half a year from
/// each day. 404 where the operator has named nobody.
http::Response read_security_contact(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/schemas/candidate.json
http::Response read_candidate_schema(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
