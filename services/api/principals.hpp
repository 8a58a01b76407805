#pragma once

#include "services/api/document.hpp"
#include "services/api/people.hpp"
#include "services/auth/account_access.hpp"
#include "services/auth/tokens.hpp"
#include "services/http/message.hpp"

#include <optional>
#include <string>
#include <vector>

namespace api {

/// Whoever makes a request.
struct Caller {
    auth::Principal principal;
    std::optional<store::SessionStore::Found> session = {};  ///< By cookie.
    std::string session_token = {};
    auth::Stage stage = auth::Stage::whole;               ///< Of the session.
    std::optional<std::vector<std::string>> scopes = {};  ///< By API token.
};

/// Finds out who asks: by a bearer token of the operator's file, by one of an account, or by the
/// cookie of a session; a request without any is anonymous. A bearer token has to be a known one,
/// and counts before a cookie; a cookie that is none any more is as good as none.
class Principals {
public:
    Principals(const auth::Tokens& tokens, const People& people)
        : tokens_{tokens}, people_{people} {}

    /// The error is the answer: 401 for a token that is not known; 403 where the request changes
    /// something by the cookie and cannot show that it comes from our own pages.
    Read<Caller> of(const http::Request& request) const;

private:
    Read<Caller> of_bearer(std::string_view token) const;
    Read<Caller> of_session(const http::Request& request, const std::string& token) const;

    const auth::Tokens& tokens_;
    const People& people_;
};

/// The account as the permissions know it.
auth::Principal principal_of(const store::Account& account);

/// When a session that was used now ends, by its stage.
store::Instant idle_end(const auth::Principal& principal, auth::Stage stage, store::Instant now);

/// What the request says of the site that it comes from.
bool is_cross_site(const http::Request& request);

}  // namespace api
