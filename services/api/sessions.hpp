#pragma once

#include "services/api/principals.hpp"
#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// Signing in and out. A session is known by a cookie; whoever changes something by it shows the
/// `csrf_token` that signing in has told, in the header X-CSRF-Token.
namespace api {

/// POST /v1/sessions: by address and password. The same answer, in the same time, for an address
/// without an account as for a wrong password.
http::Response sign_in(const Service&, const Caller&, const http::Call&);

/// POST /v1/sessions/current/second-factor: by a code, or by a recovery code.
http::Response give_second_factor(const Service&, const Caller&, const http::Call&);

/// GET /v1/sessions: where the account is signed in.
http::Response list_sessions(const Service&, const Caller&, const http::Call&);

/// DELETE /v1/sessions/{id}: the password has to have been given a moment ago.
http::Response end_session(const Service&, const Caller&, const http::Call&);

/// DELETE /v1/sessions/current
http::Response sign_out(const Service&, const Caller&, const http::Call&);

}  // namespace api
