#pragma once

#include "services/api/principals.hpp"
#include "services/api/service.hpp"
#include "services/http/router.hpp"

/// How accounts end.
namespace api {

/// POST /v1/accounts/me/deletion: by password and, where there is one, second factor; deletes the
/// account and all that it owns, and says what is kept.
http::Response delete_account(const Service&, const Caller&, const http::Call&);

/// POST /v1/operator/accounts/find: by its address, which has no place in a URL.
http::Response find_account(const Service&, const Caller&, const http::Call&);

/// POST /v1/operator/accounts/{id}/disable: its sessions end at once.
http::Response disable_account(const Service&, const Caller&, const http::Call&);

/// POST /v1/operator/accounts/{id}/enable
http::Response enable_account(const Service&, const Caller&, const http::Call&);

/// GET /v1/operator/accounts/{id}/decisions: who disabled or enabled it, when and why.
http::Response list_account_decisions(const Service&, const Caller&, const http::Call&);

}  // namespace api
