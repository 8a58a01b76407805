#pragma once

#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// What candidates have applied to: kept by themselves, and by the advisors of a firm that they let
/// read.
namespace api {

/// GET /v1/applications: one's own, the newest first.
http::Response list_applications(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/advisor/applications: those of everybody who lets the advisor's firm read, what is due
/// first.
http::Response list_caseload(const Service&, const auth::Principal&, const http::Call&);

/// POST /v1/applications: a draft; 200 with the one that there is already.
http::Response create_application(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/applications/{application}
http::Response read_application(const Service&, const auth::Principal&, const http::Call&);

/// PUT /v1/applications/{application}: how it stands now, and what is due.
http::Response change_application(const Service&, const auth::Principal&, const http::Call&);

/// GET /v1/applications/{application}/events: changes and comments, the newest first.
http::Response list_application_events(const Service&, const auth::Principal&, const http::Call&);

/// POST /v1/applications/{application}/comments
http::Response comment_application(const Service&, const auth::Principal&, const http::Call&);

}  // namespace api
