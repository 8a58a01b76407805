#pragma once

#include "services/api/principals.hpp"
#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// The second factor of an account: codes of an authenticator application (RFC 6238), and recovery
/// codes for when it is lost.
namespace api {

/// POST /v1/accounts/me/second-factor: a secret to be put into the application.
http::Response begin_second_factor(const Service&, const Caller&, const http::Call&);

/// PUT /v1/accounts/me/second-factor: a code confirms it; the recovery codes, told this once.
http::Response confirm_second_factor(const Service&, const Caller&, const http::Call&);

/// DELETE /v1/accounts/me/second-factor: not where the role needs one.
http::Response remove_second_factor(const Service&, const Caller&, const http::Call&);

/// POST /v1/accounts/me/recovery-codes: others in their place, told this once.
http::Response replace_recovery_codes(const Service&, const Caller&, const http::Call&);

/// Whether it is a code of the account's that was never taken; takes it.
bool take_code(const People& people, const store::Account& account, const std::string& code);
bool take_recovery_code(
    const People& people, const store::Account& account, const std::string& code
);

}  // namespace api
