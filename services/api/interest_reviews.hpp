#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// A reviewer looks again at what an employer said of a candidate who asks for that.
namespace api {

/// GET /v1/reviews/interests: which requests wait, page by page; nothing of the candidates.
http::Response list_waiting_interests(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/reviews/interests/{request}: the decision, what it was made on and the candidate's
/// words, without who they are; the reading is noted for the candidate.
http::Response read_waiting_interest(const Service&, const auth::Principal&, const http::Call&);

/// POST /v1/reviews/interests/{request}/answer: once, in words that the candidate reads.
http::Response answer_waiting_interest(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
