#include "services/api/account_closing.hpp"

#include "services/api/account_parts.hpp"
#include "services/api/attempts.hpp"
#include "services/api/cookies.hpp"
#include "services/api/second_factor.hpp"
#include "services/auth/email.hpp"
#include "services/auth/password.hpp"
#include "services/wire/account_closing_json.hpp"
#include "services/wire/account_json.hpp"

#include <boost/json.hpp>

namespace api {
namespace {

using document::FieldReader;
using document::ValueReader;

constexpr std::size_t reason_max = 500;

struct Proof {
    std::string password;
    std::optional<std::string> code;
    std::optional<std::string> recovery_code;
};
Proof proof(FieldReader& in) {
    const auto text = [](const ValueReader& value) { return value.text({.max = 100}); };
    return {
        .password = in.required("password").text({.max = typed_max}),
        .code = in.optional("code", text),
        .recovery_code = in.optional("recovery_code", text)};
}

std::string reason_only(FieldReader& in) {
    return in.required("reason").text({.min = 1, .max = reason_max});
}

bool has_second_factor(const People& people, const store::Account& account, const Proof& given) {
    if (!account.totp_confirmed) {
        return true;
    }
    return given.code
               ? take_code(people, account, *given.code)
               : given.recovery_code && take_recovery_code(people, account, *given.recovery_code);
}

http::Response decide_on_account(
    const Service& service,
    const Caller& caller,
    const http::Call& call,
    const std::string& decision
) {
    const auto spoken = spoken_in(call);
    const auto reason = read_body(call.request, reason_only);
    if (!reason) {
        return reason.error();
    }
    const std::string& id = call.path_uuid(0);
    if (id == caller.principal.id) {
        return refuse(409, "not_oneself", spoken);
    }
    const People& people = service.people;
    const bool decided = people.closings.decide(
        id,
        {.decision = decision,
         .reason = *reason,
         .operator_id = caller.principal.id,
         .decided_at = people.now()}
    );
    return decided ? no_content()
                   : refuse(404, "account_not_known", spoken, {}, http::in_parameter("id"));
}

}  // namespace

http::Response delete_account(
    const Service& service, const Caller& caller, const http::Call& call
) {
    const auto spoken = spoken_in(call);
    const People& people = service.people;
    const store::Account& account = caller.session->account;
    const auto given = read_body(call.request, proof);
    if (!given) {
        return given.error();
    }
    const Counted own = by_account(people, "change", account.id, auth::device_pace);
    const Counted codes = by_account(people, "code", account.id, auth::code_pace);
    if (const auto wait = count(people, {own, codes}); wait.count() > 0) {
        return refuse_for_now(wait, spoken);
    }
    if (!account.password_hash ||
        !auth::password_matches(*account.password_hash, given->password)) {
        return refuse(422, "password_not_right", spoken, {}, http::in_body("password"));
    }
    if (!has_second_factor(people, account, *given)) {
        return refuse(
            422,
            "code_not_right",
            spoken,
            {},
            http::in_body(given->recovery_code ? "recovery_code" : "code")
        );
    }
    const auto removed = people.closings.remove(
        account.id, service.today(), notice(account, mail::Notice::account_deleted)
    );
    people.attempts.clear(own.subject);
    people.attempts.clear(codes.subject);
    http::Response response =
        answer_json(200, wire::account_deletion_json(removed, account.role, spoken));
    clear_session(response, people.cookies);
    return response;
}

http::Response find_account(const Service& service, const Caller&, const http::Call& call) {
    const auto spoken = spoken_in(call);
    const auto address = read_body(call.request, email_only);
    if (!address) {
        return address.error();
    }
    const auto email = auth::email_address(*address);
    const auto account =
        email ? service.people.accounts.find_by_email(*email) : std::optional<store::Account>{};
    return account ? answer_json(200, wire::found_account_json(*account))
                   : refuse(404, "account_not_known", spoken, {}, http::in_body("email"));
}

http::Response disable_account(
    const Service& service, const Caller& caller, const http::Call& call
) {
    return decide_on_account(service, caller, call, "disable");
}

http::Response enable_account(
    const Service& service, const Caller& caller, const http::Call& call
) {
    return decide_on_account(service, caller, call, "enable");
}

http::Response list_account_decisions(
    const Service& service, const Caller&, const http::Call& call
) {
    return answer_json(
        200,
        {{"items",
          wire::account_decisions_json(service.people.closings.decisions(call.path_uuid(0)))}}
    );
}

}  // namespace api
