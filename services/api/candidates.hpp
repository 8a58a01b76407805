#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// Stored candidates: personal data. Somebody else's does not exist for a principal.
namespace api {

/// POST /v1/candidates: stores a document for the principal; 201 with its address.
http::Response create_candidate(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/candidates/{id}: the document as it is stored.
http::Response read_candidate(const Service&, const auth::Principal&, const http::Call&);

/// PUT /v1/candidates/{id}: replaces the document, under If-Match only if nobody did so since.
http::Response replace_candidate(const Service&, const auth::Principal&, const http::Call&);

/// DELETE /v1/candidates/{id}: the document and all that belongs to it; says what must be kept.
http::Response delete_candidate(const Service&, const auth::Principal&, const http::Call&);

/// The stored candidate if it is the principal's own and they may do this to it; else not_found.
domain::Result<store::StoredCandidate> find_own_candidate(
    const Service& service,
    const auth::Principal& principal,
    auth::Action action,
    const std::string& id
);

/// The same, also of a candidate who lets the principal's firm do this; that is noted as `reading`.
domain::Result<store::StoredCandidate> find_candidate(
    const Service& service,
    const auth::Principal& principal,
    auth::Action action,
    const std::string& id,
    store::Reading reading
);

/// What holds between the principal and a candidate who is reached so, beside owning.
auth::Whose standing_of(store::Reach reach);

/// Whether the principal may do this to what belongs to a candidate, for a store to ask; valid
/// while both are.
store::Permits permits(
    const Service& service, const auth::Principal& principal, auth::Action action
);

/// What was accepted when it was stored.
domain::Candidate candidate_from(const store::StoredCandidate& stored);

/// The principal as the stores know them.
store::Owner owner_of(const auth::Principal& principal);
store::Reviewer reviewer_of(const auth::Principal& principal);

}  // namespace api
