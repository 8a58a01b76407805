#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// Employers who are interested in a candidate invite them to say who they are. A yes is that to a
/// request of agreements.hpp: contact is read there.
namespace api {

/// POST /v1/postings/{id}/candidates/{alias}/invitation: 200 with the one that is open or accepted.
http::Response invite_candidate(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/postings/{id}/invitations: those sent, by alias, the newest first.
http::Response list_sent_invitations(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/invitations: to one's own candidates, the newest first.
http::Response list_invitations(const Service&, const auth::Principal&, const http::Call&);

/// PUT /v1/invitations/{invitation}/answer: yes or no, which can be changed.
http::Response answer_invitation(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
