#include "services/api/account_routes.hpp"

#include "services/api/account_closing.hpp"
#include "services/api/account_rate.hpp"
#include "services/api/accounts.hpp"
#include "services/api/api_tokens.hpp"
#include "services/api/body_sizes.hpp"
#include "services/api/firms.hpp"
#include "services/api/idempotency.hpp"
#include "services/api/mail_wishes.hpp"
#include "services/api/parameters.hpp"
#include "services/api/principals.hpp"
#include "services/api/refusals.hpp"
#include "services/api/second_factor.hpp"
#include "services/api/sessions.hpp"
#include "services/http/problem.hpp"

#include <array>

namespace api {
namespace {

using auth::Access;
using AccountHandler = http::Response (*)(const Service&, const Caller&, const http::Call&);

struct AccountRoute {
    std::string_view method;
    std::string_view pattern;
    Access access;
    std::size_t body_bytes_max;
    AccountHandler handle;

    /// Whether it goes by Idempotency-Key. What people do to accounts of their own is answered
    /// with secrets, which are not kept, or is the same twice; finding changes nothing.
    bool is_done_once() const {
        return method == "POST" && access == Access::operators && handle != find_account;
    }
};

// clang-format off
constexpr auto account_table = std::to_array<AccountRoute>({
    {"POST",   "/v1/accounts",                        Access::anyone,         small_body, register_account},
    {"POST",   "/v1/accounts/verification",           Access::anyone,         small_body, verify_account},
    {"GET",    "/v1/accounts/me",                     Access::any_session,    no_body,    read_account},
    {"PUT",    "/v1/accounts/me/password",            Access::whole_session,  small_body, change_password},
    {"PUT",    "/v1/accounts/me/standing",            Access::whole_session,  small_body, set_standing},
    {"POST",   "/v1/accounts/me/second-factor",       Access::recent_set_up,  small_body, begin_second_factor},
    {"PUT",    "/v1/accounts/me/second-factor",       Access::set_up,         small_body, confirm_second_factor},
    {"DELETE", "/v1/accounts/me/second-factor",       Access::recent_session, no_body,    remove_second_factor},
    {"POST",   "/v1/accounts/me/recovery-codes",      Access::recent_session, small_body, replace_recovery_codes},
    {"POST",   "/v1/password-resets",                 Access::anyone,         small_body, request_reset},
    {"PUT",    "/v1/password-resets",                 Access::anyone,         small_body, reset_password},

    {"POST",   "/v1/sessions",                        Access::anyone,         small_body, sign_in},
    {"GET",    "/v1/sessions",                        Access::whole_session,  no_body,    list_sessions},
    {"DELETE", "/v1/sessions/{id:uuid}",              Access::recent_session, no_body,    end_session},
    {"DELETE", "/v1/sessions/current",                Access::any_session,    no_body,    sign_out},
    {"POST",   "/v1/sessions/current/second-factor",  Access::any_session,    small_body, give_second_factor},

    {"GET",    "/v1/api-tokens",                      Access::whole_session,  no_body,    list_api_tokens},
    {"POST",   "/v1/api-tokens",                      Access::recent_session, small_body, create_api_token},
    {"DELETE", "/v1/api-tokens/{id:uuid}",            Access::whole_session,  no_body,    remove_api_token},

    {"POST",   "/v1/accounts/me/deletion",            Access::whole_session,  small_body, delete_account},
    {"GET",    "/v1/accounts/me/mail",                Access::whole_session,  no_body,    read_mail},
    {"PUT",    "/v1/accounts/me/mail",                Access::whole_session,  small_body, set_mail},
    {"GET",    "/v1/unsubscribe/{token:token}",       Access::mailed_secret,  no_body,    explain_unsubscribe},
    {"POST",   "/v1/unsubscribe/{token:token}",       Access::mailed_secret,  small_body, unsubscribe},

    {"POST",   "/v1/firms",                           Access::operators,      small_body, open_firm},
    {"POST",   "/v1/firms/{id:uuid}/advisors",        Access::operators,      small_body, invite_advisor},
    {"POST",   "/v1/operator/accounts/find",          Access::operators,      small_body, find_account},
    {"POST",   "/v1/operator/accounts/{id:uuid}/disable", Access::operators,  small_body, disable_account},
    {"POST",   "/v1/operator/accounts/{id:uuid}/enable", Access::operators,   small_body, enable_account},
    {"GET",    "/v1/operator/accounts/{id:uuid}/decisions", Access::operators, no_body,    list_account_decisions},
});
// clang-format on

auth::Standing caller_standing(const Caller& caller, const store::Instant now) {
    auth::Standing standing{
        .role = caller.principal.role, .by_api_token = caller.scopes.has_value()};
    if (caller.session) {
        standing.session = caller.stage;
        standing.since_password = now - caller.session->session.created_at;
    }
    return standing;
}

http::Response answer_account_route(
    const Service& service, const AccountRoute& row, const http::Call& call
) {
    const auto spoken = language(call.query);
    if (!spoken) {
        return http::problem(spoken.error(), http::Input::syntax);
    }
    Caller caller;
    if (row.access == Access::anyone) {
        // Nobody is signed in by another site's form, nor registered.
        if (is_cross_site(call.request)) {
            return refuse(403, "cross_site", *spoken);
        }
    } else if (row.access != Access::mailed_secret) {
        auto found = Principals{service.tokens, service.people}.of(call.request);
        if (!found) {
            return found.error();
        }
        caller = *std::move(found);
    }
    if (const auto denial =
            auth::denial(row.access, caller_standing(caller, service.people.now()))) {
        return refuse(*denial, *spoken);
    }
    if (!service.people.key) {
        return refuse(503, "no_key", *spoken);
    }
    const auto handle = [&] { return row.handle(service, caller, call); };
    return within_rate(service, caller.principal, [&] {
        return row.is_done_once() ? answer_once(service, caller.principal, call, handle) : handle();
    });
}

}  // namespace

std::vector<http::Route> account_routes(const Service& service) {
    std::vector<http::Route> result;
    result.reserve(account_table.size());
    for (const AccountRoute& row : account_table) {
        result.push_back(
            {.method = row.method,
             .pattern = row.pattern,
             .parameters = {{"lang"}},
             .body_bytes_max = row.body_bytes_max,
             .ignores_body = row.access == Access::mailed_secret,
             .handle = [&service, &row](const http::Call& call
                       ) { return answer_account_route(service, row, call); }}
        );
    }
    return result;
}

std::vector<AccountPermission> account_permissions() {
    std::vector<AccountPermission> result;
    result.reserve(account_table.size());
    for (const AccountRoute& row : account_table) {
        result.push_back({.method = row.method, .pattern = row.pattern, .access = row.access});
    }
    return result;
}

}  // namespace api
