#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// What postings are to a candidate: how they fit, and what an offer would add.
namespace api {

/// GET /v1/candidates/{id}/matches
http::Response matches_of_stored(const Service&, const auth::Principal&, const http::Call&);

/// POST /v1/matches: the same answer, byte for byte, for the document in the body; stores nothing.
http::Response matches_of_document(const Service&, const auth::Principal&, const http::Call&);

/// POST /v1/postings/{id}/lift: one posting for the candidate in the body; stores nothing.
http::Response lift_of_posting(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
