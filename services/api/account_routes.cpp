#include "services/api/account_routes.hpp"

#include "services/api/account_closing.hpp"
#include "services/api/account_rate.hpp"
#include "services/api/accounts.hpp"
#include "services/api/api_tokens.hpp"
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
using Handler = http::Response (*)(const Service&, const Caller&, const http::Call&);

constexpr std::size_t small = std::size_t{16} * 1024;
constexpr std::size_t nothing = 0;

struct Row {
    std::string_view method;
    std::string_view pattern;
    Access access;
    std::size_t body_bytes_max;
    Handler handle;
};

// clang-format off
constexpr std::array table{
    Row{"POST",   "/v1/accounts",                        Access::anyone,         small,   register_account},
    Row{"POST",   "/v1/accounts/verification",           Access::anyone,         small,   verify_account},
    Row{"GET",    "/v1/accounts/me",                     Access::any_session,    nothing, read_account},
    Row{"PUT",    "/v1/accounts/me/password",            Access::whole_session,  small,   change_password},
    Row{"PUT",    "/v1/accounts/me/standing",            Access::whole_session,  small,   set_standing},
    Row{"POST",   "/v1/accounts/me/second-factor",       Access::recent_set_up,  small,   begin_second_factor},
    Row{"PUT",    "/v1/accounts/me/second-factor",       Access::set_up,         small,   confirm_second_factor},
    Row{"DELETE", "/v1/accounts/me/second-factor",       Access::recent_session, nothing, remove_second_factor},
    Row{"POST",   "/v1/accounts/me/recovery-codes",      Access::recent_session, small,   replace_recovery_codes},
    Row{"POST",   "/v1/password-resets",                 Access::anyone,         small,   request_reset},
    Row{"PUT",    "/v1/password-resets",                 Access::anyone,         small,   reset_password},

    Row{"POST",   "/v1/sessions",                        Access::anyone,         small,   sign_in},
    Row{"GET",    "/v1/sessions",                        Access::whole_session,  nothing, list_sessions},
    Row{"DELETE", "/v1/sessions/{id:uuid}",              Access::recent_session, nothing, end_session},
    Row{"DELETE", "/v1/sessions/current",                Access::any_session,    nothing, sign_out},
    Row{"POST",   "/v1/sessions/current/second-factor",  Access::any_session,    small,   give_second_factor},

    Row{"GET",    "/v1/api-tokens",                      Access::whole_session,  nothing, list_api_tokens},
    Row{"POST",   "/v1/api-tokens",                      Access::recent_session, small,   create_api_token},
    Row{"DELETE", "/v1/api-tokens/{id:uuid}",            Access::whole_session,  nothing, remove_api_token},

    Row{"POST",   "/v1/accounts/me/deletion",            Access::whole_session,  small,   delete_account},
    Row{"GET",    "/v1/accounts/me/mail",                Access::whole_session,  nothing, read_mail},
    Row{"PUT",    "/v1/accounts/me/mail",                Access::whole_session,  small,   set_mail},
    Row{"GET",    "/v1/unsubscribe/{token:token}",       Access::mailed_secret,  nothing, explain_unsubscribe},
    Row{"POST",   "/v1/unsubscribe/{token:token}",       Access::mailed_secret,  small,   unsubscribe},

    Row{"POST",   "/v1/firms",                           Access::operators,      small,   open_firm},
    Row{"POST",   "/v1/firms/{id:uuid}/advisors",        Access::operators,      small,   invite_advisor},
    Row{"POST",   "/v1/operator/accounts/find",          Access::operators,      small,   find_account},
    Row{"POST",   "/v1/operator/accounts/{id:uuid}/disable", Access::operators,  small,   disable_account},
    Row{"POST",   "/v1/operator/accounts/{id:uuid}/enable", Access::operators,   small,   enable_account},
    Row{"GET",    "/v1/operator/accounts/{id:uuid}/decisions", Access::operators, nothing, list_account_decisions},
};
// clang-format on

auth::Standing standing_of(const Caller& caller, const store::Instant now) {
    auth::Standing standing{
        .role = caller.principal.role, .by_api_token = caller.scopes.has_value()};
    if (caller.session) {
        standing.session = caller.stage;
        standing.since_password = now - caller.session->session.created_at;
    }
    return standing;
}

/// Whether it goes by Idempotency-Key. What people do to accounts of their own is answered with
/// secrets, which are not kept, or is the same twice; finding changes nothing.
bool is_done_once(const Row& row) {
    return row.method == "POST" && row.access == Access::operators && row.handle != find_account;
}

http::Response answer(const Service& service, const Row& row, const http::Call& call) {
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
    if (const auto denial = auth::denial(row.access, standing_of(caller, service.people.now()))) {
        return refuse(*denial, *spoken);
    }
    if (!service.people.key) {
        return refuse(503, "no_key", *spoken);
    }
    const auto handle = [&] { return row.handle(service, caller, call); };
    return within_rate(service, caller.principal, [&] {
        return is_done_once(row) ? answer_once(service, caller.principal, call, handle) : handle();
    });
}

}  // namespace

std::vector<http::Route> account_routes(const Service& service) {
    std::vector<http::Route> result;
    result.reserve(table.size());
    for (const Row& row : table) {
        result.push_back(
            {.method = row.method,
             .pattern = row.pattern,
             .parameters = {{"lang"}},
             .body_bytes_max = row.body_bytes_max,
             .ignores_body = row.access == Access::mailed_secret,
             .handle = [&service,
                        &row](const http::Call& call) { return answer(service, row, call); }}
        );
    }
    return result;
}

std::vector<AccountPermission> account_permissions() {
    std::vector<AccountPermission> result;
    result.reserve(table.size());
    for (const Row& row : table) {
        result.push_back({.method = row.method, .pattern = row.pattern, .access = row.access});
    }
    return result;
}

}  // namespace api
