#pragma once

#include "services/api/principals.hpp"
#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// Accounts and their passwords. What is answered before somebody has signed in is the same
/// whether an address has an account or not; the mail says it to whoever reads that address.
namespace api {

/// POST /v1/accounts: a candidate or an employer registers.
http::Response register_account(const Service&, const Caller&, const http::Call&);

/// POST /v1/accounts/verification: the secret that was mailed, with the password: whoever reads the
/// mail and whoever chose the password are the same.
http::Response verify_account(const Service&, const Caller&, const http::Call&);

/// POST /v1/password-resets: asks for the mail.
http::Response request_reset(const Service&, const Caller&, const http::Call&);

/// PUT /v1/password-resets: the secret that was mailed, and another password.
http::Response reset_password(const Service&, const Caller&, const http::Call&);

/// GET /v1/accounts/me
http::Response read_account(const Service&, const Caller&, const http::Call&);

/// PUT /v1/accounts/me/password: ends all other sessions.
http::Response change_password(const Service&, const Caller&, const http::Call&);

/// PUT /v1/accounts/me/standing: what an advisor says of themselves.
http::Response set_standing(const Service&, const Caller&, const http::Call&);

}  // namespace api
