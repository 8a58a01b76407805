#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// Which firms of advisors a candidate lets read the document.
namespace api {

/// GET /v1/candidates/{id}/firms: all that were given, with those that have ended.
http::Response list_firm_consents(const Service&, const auth::Principal&, const http::Call&);

/// PUT /v1/candidates/{id}/firms/{firm}: agrees to the current wording.
http::Response give_firm_consent(const Service&, const auth::Principal&, const http::Call&);

/// DELETE /v1/candidates/{id}/firms/{firm}: from then on none of its advisors sees the candidate.
http::Response withdraw_firm_consent(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/advisor/candidates: who lets the advisor's firm read, the newest first; each one listed
/// is noted for the candidate.
http::Response list_clients(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
