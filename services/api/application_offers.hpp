#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// What came of an application that ended in an offer, and what the offer adds.
namespace api {

/// GET /v1/applications/{application}/offer: with the lift under the rules of the day it came.
http::Response read_application_offer(const Service&, const auth::Principal&, const http::Call&);

/// PUT /v1/applications/{application}/offer, of an application that has come to one; under If-Match
/// only if nobody wrote since.
http::Response write_application_offer(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
