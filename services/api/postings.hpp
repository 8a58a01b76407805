#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// Verified postings. Nothing else reaches an answer.
namespace api {

/// GET /v1/postings: search and filters, page by page.
http::Response list_postings(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/postings/{id}: one posting, or the same as JSON-LD.
http::Response read_posting(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/postings/{id}/evidence: what every check says of it.
http::Response read_evidence(const Service&, const auth::Principal&, const http::Call&);

/// 404: there is no posting of this id, or it is not to be seen.
http::Response no_posting(domain::PostingId id);

}  // namespace api
