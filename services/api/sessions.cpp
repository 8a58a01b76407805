#include "services/api/sessions.hpp"

#include "matcher/document/field_reader.hpp"
#include "services/api/account_parts.hpp"
#include "services/api/attempts.hpp"
#include "services/api/cookies.hpp"
#include "services/api/second_factor.hpp"
#include "services/auth/email.hpp"
#include "services/auth/password.hpp"
#include "services/auth/session_rules.hpp"
#include "services/wire/account_json.hpp"
#include "sql/store/random_token.hpp"
#include "sql/store/sha256.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace api {
namespace {

using document::FieldReader;
using document::ValueReader;

constexpr std::size_t user_agent_max = 120;

/// Nobody's: asked for where there is no account, so that the time taken does not tell.
constexpr const char* nobody = "00000000-0000-0000-0000-000000000000";

struct Credentials {
    std::string email;
    std::string password;
};
Credentials credentials(FieldReader& in) {
    return {
        .email = in.required("email").text({.max = typed_max}),
        .password = in.required("password").text({.max = typed_max})};
}

struct Given {
    std::optional<std::string> code;
    std::optional<std::string> recovery_code;
};
Given given(FieldReader& in) {
    const auto text = [](const ValueReader& value) { return value.text({.max = 100}); };
    Given result{
        .code = in.optional("code", text), .recovery_code = in.optional("recovery_code", text)};
    if (result.code.has_value() == result.recovery_code.has_value()) {
        in.refuse("either a code or a recovery_code is needed");
    }
    return result;
}

/// As a person would recognise it: printable ASCII, cut off.
std::string shortened_user_agent(const std::string_view text) {
    std::string result{text.substr(0, user_agent_max)};
    std::ranges::replace_if(
        result, [](const char c) { return c < ' ' || c > '~'; }, '?'
    );
    return result;
}

/// By which count an attempt is slowed: a browser that the account knows has one of its own.
Counted by_browser(
    const People& people,
    const http::Request& request,
    const std::string& email,
    const std::optional<store::Account>& account
) {
    const std::string device = device_token(request, people.cookies);
    const bool known =
        !device.empty() && people.sessions.knows_device(
                               account ? account->id : nobody, store::sha256(device), people.now()
                           );
    return known ? by_account(people, "device", device, auth::device_pace)
                 : by_account(people, "password", email, auth::account_pace);
}

/// Whatever the reason is why not, it takes as long.
bool is_right(const std::optional<store::Account>& account, const std::string& password) {
    const bool can_sign_in =
        account && account->password_hash && account->verified && !account->disabled;
    const std::string& hash = can_sign_in ? *account->password_hash : auth::decoy_hash();
    return auth::password_matches(hash, password) && can_sign_in;
}

/// A session that was open in this browser ends: nobody is two people there.
void end_previous(const People& people, const http::Request& request) {
    const std::string token = session_token(request, people.cookies);
    if (token.empty()) {
        return;
    }
    if (const auto found = people.sessions.find(store::sha256(token), people.now())) {
        people.sessions.end(found->account.id, found->session.id);
    }
}

http::Response open_session(
    const Service& service, const store::Account& account, const http::Request& request
) {
    const People& people = service.people;
    const auth::Principal principal = principal_of(account);
    const auth::Stage stage = auth::stage_of(principal.role, account.totp_confirmed, false);
    const bool whole = stage == auth::Stage::whole;
    const store::Instant now = people.now();
    const auth::Durations lasts =
        whole ? auth::session_durations(principal.role) : auth::unfinished_durations;
    const std::string token = store::random_token();
    const store::Session session{
        .id = "",
        .account_id = account.id,
        .created_at = now,
        .used_at = now,
        .idle_expires_at = now + lasts.idle,
        .expires_at = now + lasts.absolute,
        .user_agent = shortened_user_agent(request.header("User-Agent"))};
    end_previous(people, request);
    people.sessions.open(session, store::sha256(token));
    http::Response response;
    response.status = 201;
    set_session(response, people.cookies, token, lasts.absolute);
    if (whole) {
        remember_device(service, account, response);
    }
    response.body = document::serialize(session_facts(stage, token, session.idle_expires_at));
    return response;
}

}  // namespace

http::Response sign_in(const Service& service, const Caller&, const http::Call& call) {
    const auto spoken = spoken_in(call);
    const People& people = service.people;
    const auto body = read_body(call.request, credentials);
    if (!body) {
        return body.error();
    }
    const auto email = auth::email_address(body->email);
    if (!email) {
        return refuse(422, "email_not_valid", spoken, {}, http::in_body("email"));
    }
    const auto account = people.accounts.find_by_email(*email);
    const Counted address = by_address(people, call.request);
    const Counted browser = by_browser(people, call.request, *email, account);
    if (const auto wait = count(people, {address, browser}); wait.count() > 0) {
        return refuse_for_now(wait, spoken);
    }
    if (!is_right(account, body->password)) {
        return refuse(401, "not_right", spoken);
    }
    people.attempts.forgive(address.subject);
    people.attempts.clear(browser.subject);
    if (auth::is_outdated(*account->password_hash)) {
        people.accounts.set_password_hash(account->id, auth::hash_password(body->password));
    }
    return open_session(service, *account, call.request);
}

http::Response give_second_factor(
    const Service& service, const Caller& caller, const http::Call& call
) {
    const auto spoken = spoken_in(call);
    const People& people = service.people;
    const auto body = read_body(call.request, given);
    if (!body) {
        return body.error();
    }
    if (caller.stage != auth::Stage::second_factor_required) {
        return refuse(409, "second_factor_is_off", spoken);
    }
    const store::Account& account = caller.session->account;
    const Counted own = by_account(people, "code", account.id, auth::code_pace);
    if (const auto wait = count(people, {own}); wait.count() > 0) {
        return refuse_for_now(wait, spoken);
    }
    const bool right = body->code ? take_code(people, account, *body->code)
                                  : take_recovery_code(people, account, *body->recovery_code);
    if (!right) {
        return refuse(
            422, "code_not_right", spoken, {}, http::in_body(body->code ? "code" : "recovery_code")
        );
    }
    people.attempts.clear(own.subject);
    http::Response response;
    const auto facts = rotate(service, caller, people.now(), response);
    if (!facts) {
        return refuse(auth::Denial::session_needed, spoken);
    }
    remember_device(service, account, response);
    response.body = document::serialize(*facts);
    return response;
}

http::Response list_sessions(const Service& service, const Caller& caller, const http::Call&) {
    boost::json::array items;
    for (const store::Session& session :
         service.people.sessions.list(caller.principal.id, service.people.now())) {
        items.emplace_back(wire::session_json(session, caller.session->session.id));
    }
    return answer_json(200, {{"items", std::move(items)}});
}

http::Response end_session(const Service& service, const Caller& caller, const http::Call& call) {
    return service.people.sessions.end(caller.principal.id, call.path_uuid(0))
               ? no_content()
               : http::problem(404, "there is no session " + call.path_uuid(0));
}

http::Response sign_out(const Service& service, const Caller& caller, const http::Call&) {
    service.people.sessions.end(caller.principal.id, caller.session->session.id);
    http::Response response = no_content();
    clear_session(response, service.people.cookies);
    return response;
}

}  // namespace api
