#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// Reviewers and operators decide whose a posting is.
namespace api {

/// GET /v1/reviews/claims: what waits, page by page.
http::Response list_waiting_claims(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/reviews/claims/{claim}: with what became of all claims to its posting.
http::Response read_claim(const Service&, const auth::Principal&, const http::Call&);

/// POST /v1/reviews/claims/{claim}/decisions: accept, refuse or revoke, and why.
http::Response decide_claim(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
