#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// Who a candidate is: employers ask, candidates answer each of them.
namespace api {

/// POST /v1/postings/{id}/candidates/{alias}/agreement: asks, or tells what was answered.
http::Response ask_for_agreement(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/postings/{id}/candidates/{alias}/contact: name and contact, where the candidate agreed.
http::Response read_contact(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/candidates/{id}/agreements: which employers have asked, and the answers.
http::Response list_agreements(const Service&, const auth::Principal&, const http::Call&);

/// PUT /v1/candidates/{id}/agreements/{request}: yes or no, as often as the candidate likes.
http::Response answer_agreement(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
