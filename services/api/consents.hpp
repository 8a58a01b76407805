#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// Being shown to employers: who agrees, who is shown, and to whom they were shown.
namespace api {

/// GET /v1/candidates/{id}/consent
http::Response read_consent(const Service&, const auth::Principal&, const http::Call&);

/// PUT /v1/candidates/{id}/consent: agrees to the current wording.
http::Response give_consent(const Service&, const auth::Principal&, const http::Call&);

/// DELETE /v1/candidates/{id}/consent: from then on nobody is shown the candidate.
http::Response withdraw_consent(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/candidates/{id}/views: who has read the candidate, newest first.
http::Response list_views(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/postings/{id}/candidates: who agrees to be shown, best fit first, without who they are;
/// for employers of their own postings. Each one that is shown is noted.
http::Response candidates_for_posting(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
