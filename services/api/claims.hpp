#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// Employers say which postings are theirs. Until a reviewer has said so too, no candidate is shown
/// for them.
namespace api {

/// POST /v1/postings/{id}/claim: the claim as it stands; made now where the address of the account
/// is at the domain where the posting's link shows it, and that domain is an employer's own.
http::Response claim_posting(const Service&, const auth::Principal&, const http::Call&);

/// DELETE /v1/postings/{id}/claim: withdraws it, whether it was decided or not.
http::Response withdraw_claim(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/employer/claims: all that the employer has made, with what was decided.
http::Response list_claims(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/employer/postings: those with an open claim, and what each lacks for an offer to count.
http::Response list_employer_postings(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
