#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// Employers say whether a candidate interests them, and candidates ask why.
namespace api {

/// PUT /v1/postings/{id}/candidates/{alias}/interest: kept with the fit as it is shown now. The
/// same again changes nothing.
http::Response say_interest(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/candidates/{id}/interests: what employers said, and what each of it was made on.
http::Response list_interests(const Service&, const auth::Principal&, const http::Call&);

/// POST /v1/candidates/{id}/interests/{interest}/review: asks for a person to look at it again.
http::Response ask_for_person(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
