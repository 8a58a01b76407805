#include "services/api/account_parts.hpp"

#include "services/api/cookies.hpp"
#include "services/auth/cross_site.hpp"
#include "services/auth/password.hpp"
#include "services/auth/session_rules.hpp"
#include "services/wire/account_json.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/vocabulary.hpp"
#include "sql/store/random_token.hpp"
#include "sql/store/sha256.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <cassert>
#include <cstdint>

namespace api {
namespace {

std::string_view name_of(const auth::Stage stage) {
    switch (stage) {
        case auth::Stage::whole:
            return "whole";
        case auth::Stage::second_factor_required:
            return "second_factor_required";
        case auth::Stage::second_factor_to_set_up:
            return "second_factor_to_set_up";
    }
    assert(false);
    return "";
}

std::string_view code_of(const auth::PasswordFault fault) {
    switch (fault) {
        case auth::PasswordFault::too_short:
            return "password_too_short";
        case auth::PasswordFault::too_long:
            return "password_too_long";
        case auth::PasswordFault::breached:
            return "password_breached";
        case auth::PasswordFault::common:
            return "password_common";
        case auth::PasswordFault::of_account:
            return "password_of_account";
    }
    assert(false);
    return "";
}

}  // namespace

std::string email_only(document::FieldReader& in) {
    return in.required("email").text({.max = typed_max});
}

domain::OfficialLanguage spoken_in(const http::Call& call) { return *language(call.query); }

domain::OfficialLanguage language_of(const store::Account& account) {
    return wire::language_from(account.language).value();
}

std::string page_link(
    const People& people,
    const domain::OfficialLanguage language,
    const std::string_view page,
    const std::string& secret
) {
    std::string link = people.public_url;
    link.append("/").append(wire::name_of(wire::language_names, language)).append("/").append(page);
    return secret.empty() ? link : link.append("#").append(secret);
}

std::optional<http::Response> refusal_of_password(
    const People& people,
    const std::string_view password,
    const std::string_view email,
    const domain::OfficialLanguage language,
    const std::string_view field
) {
    const auto fault = auth::password_fault(password, email, people.is_breached);
    if (!fault) {
        return std::nullopt;
    }
    const auto number = [](const std::size_t value) { return static_cast<std::int64_t>(value); };
    return refuse(
        422,
        code_of(*fault),
        language,
        {{"min", number(auth::password_length_min)},
         {"advised", number(auth::password_length_advised)},
         {"max", number(auth::password_length_max)}},
        http::in_body(field)
    );
}

store::Mail notice(const store::Account& account, const mail::Notice notice) {
    return mail::compose(
        {.notice = notice, .recipient = account.email, .language = language_of(account)}
    );
}

boost::json::object session_facts(
    const auth::Stage stage, const std::string& token, const store::Instant expires_at
) {
    return {
        {"stage", name_of(stage)},
        {"csrf_token", auth::csrf_token(token)},
        {"expires_at", wire::instant_text(expires_at)}};
}

std::optional<boost::json::object> rotate(
    const Service& service,
    const Caller& caller,
    const std::optional<store::Instant> second_factor_at,
    http::Response& response
) {
    const People& people = service.people;
    const store::Instant now = people.now();
    store::Session session = caller.session->session;
    session.second_factor_at = second_factor_at ? second_factor_at : session.second_factor_at;
    const auth::Stage stage = second_factor_at ? auth::Stage::whole : caller.stage;
    if (second_factor_at) {
        session.expires_at =
            session.created_at + auth::session_durations(caller.principal.role).absolute;
    }
    session.idle_expires_at = std::min(idle_end(caller.principal, stage, now), session.expires_at);
    const std::string token = store::random_token();
    if (!people.sessions.rotate(session, store::sha256(token))) {
        return std::nullopt;
    }
    set_session(response, people.cookies, token, session.expires_at - now);
    return session_facts(stage, token, session.idle_expires_at);
}

void remember_device(
    const Service& service, const store::Account& account, http::Response& response
) {
    const People& people = service.people;
    const std::string token = store::random_token();
    const store::Instant now = people.now();
    people.sessions.add_device(account.id, store::sha256(token), now, now + auth::device_known);
    set_device(response, people.cookies, token, auth::device_known);
}

}  // namespace api
