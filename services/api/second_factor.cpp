#include "services/api/second_factor.hpp"

#include "matcher/document/field_reader.hpp"
#include "services/api/account_parts.hpp"
#include "services/api/attempts.hpp"
#include "services/auth/recovery_code.hpp"
#include "services/auth/totp.hpp"
#include "sql/store/sha256.hpp"

#include <boost/json.hpp>

#include <stdexcept>
#include <vector>

namespace api {
namespace {

using document::FieldReader;

std::string code_only(FieldReader& in) { return in.required("code").text({.max = 100}); }

/// A secret that the key does not open is a fault of whoever runs the service.
std::string secret_of(const People& people, const store::Account& account) {
    auto secret = people.key->open(*account.totp_secret);
    if (!secret) {
        throw std::runtime_error{"a second factor was sealed with another key"};
    }
    return *std::move(secret);
}

std::optional<std::int64_t> step_of(
    const People& people, const store::Account& account, const std::string& code
) {
    return auth::totp_step(secret_of(people, account), code, store::epoch(people.now()));
}

struct RecoveryCodes {
    std::vector<std::string> codes;
    std::vector<std::string> sha256;
};
RecoveryCodes new_recovery_codes() {
    RecoveryCodes result;
    for (int index = 0; index < auth::recovery_codes; ++index) {
        result.codes.push_back(auth::new_recovery_code());
        result.sha256.push_back(store::sha256(auth::recovery_code_from(result.codes.back())));
    }
    return result;
}

}  // namespace

bool take_code(const People& people, const store::Account& account, const std::string& code) {
    const auto step = step_of(people, account, code);
    return step && people.accounts.take_totp_step(account.id, *step);
}

bool take_recovery_code(
    const People& people, const store::Account& account, const std::string& code
) {
    return people.accounts.take_recovery_code(
        account.id, store::sha256(auth::recovery_code_from(code))
    );
}

http::Response begin_second_factor(
    const Service& service, const Caller& caller, const http::Call& call
) {
    if (auto refusal = refusal_of_terms(call.request)) {
        return *std::move(refusal);
    }
    const store::Account& account = caller.session->account;
    const std::string secret = auth::new_totp_secret();
    if (!service.people.accounts.set_totp_secret(account.id, service.people.key->seal(secret))) {
        return refuse(409, "second_factor_is_on", spoken_in(call));
    }
    return answer_json(
        201, {{"secret", auth::base32(secret)}, {"uri", auth::totp_uri(secret, account.email)}}
    );
}

http::Response confirm_second_factor(
    const Service& service, const Caller& caller, const http::Call& call
) {
    const auto spoken = spoken_in(call);
    const People& people = service.people;
    const store::Account& account = caller.session->account;
    const auto code = read_body(call.request, code_only);
    if (!code) {
        return code.error();
    }
    if (!account.totp_secret || account.totp_confirmed) {
        return refuse(409, "second_factor_is_off", spoken);
    }
    const Counted own = by_account(people, "code", account.id, auth::code_pace);
    if (const auto wait = count(people, {own}); wait.count() > 0) {
        return refuse_for_now(wait, spoken);
    }
    const auto step = step_of(people, account, *code);
    if (!step) {
        return refuse(422, "code_not_right", spoken, {}, http::in_body("code"));
    }
    const RecoveryCodes recovery = new_recovery_codes();
    const store::Instant now = people.now();
    const bool confirmed = people.accounts.confirm_totp(
        account.id,
        *step,
        recovery.sha256,
        caller.session->session.id,
        notice(account, mail::Notice::second_factor_added),
        now
    );
    if (!confirmed) {
        return refuse(409, "second_factor_is_off", spoken);
    }
    people.attempts.clear(own.subject);
    http::Response response;
    const auto facts = rotate(service, caller, now, response);
    if (!facts) {
        return refuse(auth::Denial::session_needed, spoken);
    }
    remember_device(service, account, response);
    response.body = document::serialize(boost::json::object{
        {"recovery_codes", boost::json::value_from(recovery.codes)}, {"session", *facts}});
    return response;
}

http::Response remove_second_factor(
    const Service& service, const Caller& caller, const http::Call& call
) {
    const store::Account& account = caller.session->account;
    if (auth::needs_second_factor(caller.principal.role)) {
        return refuse(403, "second_factor_stays", spoken_in(call));
    }
    if (!account.totp_confirmed) {
        return refuse(409, "second_factor_is_off", spoken_in(call));
    }
    service.people.accounts.clear_totp(
        account.id, caller.session->session.id, notice(account, mail::Notice::second_factor_removed)
    );
    return no_content();
}

http::Response replace_recovery_codes(
    const Service& service, const Caller& caller, const http::Call& call
) {
    if (auto refusal = refusal_of_terms(call.request)) {
        return *std::move(refusal);
    }
    const store::Account& account = caller.session->account;
    if (!account.totp_confirmed) {
        return refuse(409, "second_factor_is_off", spoken_in(call));
    }
    const RecoveryCodes recovery = new_recovery_codes();
    service.people.accounts.replace_recovery_codes(
        account.id, recovery.sha256, notice(account, mail::Notice::recovery_codes_replaced)
    );
    return answer_json(201, {{"recovery_codes", boost::json::value_from(recovery.codes)}});
}

}  // namespace api
