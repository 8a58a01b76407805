#include "services/api/principals.hpp"

#include "services/api/cookies.hpp"
#include "services/api/refusals.hpp"
#include "services/auth/cross_site.hpp"
#include "services/auth/role_names.hpp"
#include "services/auth/session_rules.hpp"
#include "services/http/problem.hpp"
#include "sql/store/sha256.hpp"

#include <algorithm>
#include <cassert>

namespace api {
namespace {

bool changes_something(const std::string_view method) {
    return method != "GET" && method != "HEAD" && method != "OPTIONS";
}

auth::Role role_from(const std::string_view name) {
    const auto* const found =
        std::ranges::find(auth::role_names, name, [](const auto& named) { return named.name; });
    assert(found != auth::role_names.end());
    return found->value;
}

}  // namespace

auth::Principal principal_of(const store::Account& account) {
    return {.role = role_from(account.role), .id = account.id, .firm = account.firm_id};
}

store::Instant idle_end(
    const auth::Principal& principal, const auth::Stage stage, const store::Instant now
) {
    return now + (stage == auth::Stage::whole ? auth::session_durations(principal.role).idle
                                              : auth::unfinished_durations.idle);
}

bool is_cross_site(const http::Request& request) {
    return auth::is_cross_site(
        {.sec_fetch_site = request.header("Sec-Fetch-Site"),
         .origin = request.header("Origin"),
         .host = request.header("Host")}
    );
}

Read<Caller> Principals::of(const http::Request& request) const {
    const std::string_view authorization = request.header("Authorization");
    if (!authorization.empty()) {
        return of_bearer(auth::bearer_token(authorization));
    }
    const std::string token = session_token(request, people_.cookies);
    return token.empty() ? Caller{} : of_session(request, token);
}

Read<Caller> Principals::of_bearer(const std::string_view token) const {
    const std::string sha256 = store::sha256(token);
    if (auth::Principal principal = tokens_.find(sha256); principal.role != auth::Role::anonymous) {
        return Caller{.principal = std::move(principal)};
    }
    if (auto found = people_.api_tokens.use(sha256, people_.now())) {
        return Caller{
            .principal = principal_of(found->account), .scopes = std::move(found->token.scopes)};
    }
    return http::problem(
        {domain::ErrorKind::unauthenticated, "the token is not known", ""}, http::Input::syntax
    );
}

Read<Caller> Principals::of_session(const http::Request& request, const std::string& token) const {
    const store::Instant now = people_.now();
    auto found = people_.sessions.find(store::sha256(token), now);
    if (!found) {
        return Caller{};
    }
    if (changes_something(request.method) &&
        (is_cross_site(request) || !auth::is_csrf_token(request.header("X-CSRF-Token"), token))) {
        return refuse(403, "cross_site", domain::OfficialLanguage::english);
    }
    Caller caller{.principal = principal_of(found->account), .session_token = token};
    caller.stage = auth::stage_of(
        caller.principal.role,
        found->account.totp_confirmed,
        found->session.second_factor_at.has_value()
    );
    if (now - found->session.used_at >= auth::touch_interval) {
        people_.sessions.touch(found->session, now, idle_end(caller.principal, caller.stage, now));
    }
    caller.session = std::move(found);
    return caller;
}

}  // namespace api
