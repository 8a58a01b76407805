#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// What readers report and reviewers decide.
namespace api {

/// POST /v1/postings/{id}/reports: a problem with a posting that is served.
http::Response report_posting(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/reviews: what waits for a reviewer, page by page.
http::Response list_waiting(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/reviews/{id}: a posting, served or not, with its evidence, reports and decisions.
http::Response read_review(const Service&, const auth::Principal&, const http::Call&);

/// POST /v1/reviews/{id}/decisions: confirm or clear a finding, reject the posting, or note.
http::Response decide_review(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
