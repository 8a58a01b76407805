#pragma once

#include "services/api/principals.hpp"
#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// Which mail beside that about the account itself somebody agrees to, and how it ends.
namespace api {

/// GET /v1/accounts/me/mail
http::Response read_mail(const Service&, const Caller&, const http::Call&);

/// PUT /v1/accounts/me/mail: agrees to the current wordings; what the body leaves out is withdrawn.
http::Response set_mail(const Service&, const Caller&, const http::Call&);

/// GET /v1/unsubscribe/{token}: what a POST to the same address does, and nothing else: programs
/// that look through mail follow its links.
http::Response explain_unsubscribe(const Service&, const Caller&, const http::Call&);

/// POST /v1/unsubscribe/{token}: ends all mail that was agreed to, by one click (RFC 8058), whoever
/// asks and as often as they do.
http::Response unsubscribe(const Service&, const Caller&, const http::Call&);

}  // namespace api
