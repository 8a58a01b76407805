#include "services/api/accounts.hpp"

#include "matcher/document/field_reader.hpp"
#include "services/api/account_parts.hpp"
#include "services/api/attempts.hpp"
#include "services/auth/cross_site.hpp"
#include "services/auth/email.hpp"
#include "services/auth/password.hpp"
#include "services/wire/account_json.hpp"
#include "services/wire/vocabulary.hpp"
#include "sql/store/random_token.hpp"
#include "sql/store/sha256.hpp"

#include <boost/json.hpp>

#include <array>
#include <chrono>

namespace api {
namespace {

using document::FieldReader;
using document::ValueReader;
using namespace std::chrono_literals;

constexpr auto confirmation_lasts = 24h;
constexpr auto reset_lasts = 1h;

std::string typed(const ValueReader& value) { return value.text({.max = typed_max}); }

/// Everybody else is invited, or made on the machine itself.
constexpr std::array registered_roles{
    document::Named{"candidate", auth::Role::candidate},
    document::Named{"employer", auth::Role::employer},
};

struct Registration {
    std::string email;
    std::string password;
    domain::OfficialLanguage language = domain::OfficialLanguage::english;
    auth::Role role = auth::Role::candidate;
    std::optional<std::string> employer_name;
};
Registration registration(FieldReader& in) {
    Registration result{
        .email = in.required("email").text({.max = typed_max}),
        .password = typed(in.required("password")),
        .language =
            in.optional(
                  "language",
                  [](const ValueReader& value) { return value.choice(wire::language_names); }
            ).value_or(domain::OfficialLanguage::english),
        .role =
            in.optional(
                  "role", [](const ValueReader& value) { return value.choice(registered_roles); }
            ).value_or(auth::Role::candidate),
        .employer_name = in.optional("employer_name", [](const ValueReader& value) {
            return value.text({.min = 1, .max = 200});
        })};
    const bool employer = result.role == auth::Role::employer;
    if (employer && !result.employer_name) {
        in.refuse("employer_name", "missing: an employer has a name");
    }
    if (!employer && result.employer_name) {
        in.refuse("employer_name", "only an employer has one");
    }
    return result;
}

struct Answered {
    std::string token;
    std::string password;
};
Answered answered(FieldReader& in) {
    return {
        .token = in.required("token").text({.max = typed_max}),
        .password = typed(in.required("password"))};
}

struct Change {
    std::string current;
    std::string wanted;
};
Change change(FieldReader& in) {
    return {
        .current = typed(in.required("current_password")),
        .wanted = typed(in.required("new_password"))};
}

enum class StandingKind : std::uint8_t { regulated, employment_adviser };
constexpr std::array standing_names{
    document::Named{"regulated", StandingKind::regulated},
    document::Named{"employment_adviser", StandingKind::employment_adviser},
};
struct StatedStanding {
    StandingKind kind = StandingKind::employment_adviser;
    std::optional<std::string> licence_number;
};
StatedStanding stated_standing(FieldReader& in) {
    return {
        .kind = in.required("standing").choice(standing_names),
        .licence_number = in.optional("licence_number", [](const ValueReader& value) {
            return value.text({.min = 1, .max = 40});
        })};
}

http::Response refuse_email(const domain::OfficialLanguage language) {
    return refuse(422, "email_not_valid", language, {}, http::in_body("email"));
}

/// The same whatever was done.
http::Response mail_sent(const domain::OfficialLanguage language) {
    return answer_json(202, {{"message", wire::text(language, "account.mail_sent")}});
}

std::chrono::seconds count_mail(const People& people, const std::string& email) {
    return count(people, {by_account(people, "mail", email, auth::mail_pace)});
}

}  // namespace

http::Response register_account(const Service& service, const Caller&, const http::Call& call) {
    const auto spoken = spoken_in(call);
    const People& people = service.people;
    const auto body = read_body(call.request, registration);
    if (!body) {
        return body.error();
    }
    const auto email = auth::email_address(body->email);
    if (!email) {
        return refuse_email(spoken);
    }
    if (const auto refusal =
            refusal_of_password(service.people, body->password, *email, spoken, "password")) {
        return *refusal;
    }
    if (const auto wait = count(people, {by_address(people, call.request)}); wait.count() > 0) {
        return refuse_for_now(wait, spoken);
    }
    const std::string hash = auth::hash_password(body->password);
    if (count_mail(people, *email).count() > 0) {
        return mail_sent(spoken);
    }
    const std::string token = store::random_token();
    const store::Instant now = people.now();
    people.accounts.register_account(
        {.email = *email,
         .role = std::string{document::name_of<auth::Role>(registered_roles, body->role)},
         .employer_name = body->employer_name,
         .password_hash = hash,
         .language = std::string{wire::name_of(wire::language_names, body->language)},
         .token = {.sha256 = store::sha256(token), .expires_at = now + confirmation_lasts},
         .confirm = mail::compose(
             {.notice = mail::Notice::confirm_email,
              .recipient = *email,
              .language = body->language,
              .link = page_link(people, body->language, "confirm", token)}
         ),
         .exists = mail::compose(
             {.notice = mail::Notice::account_exists,
              .recipient = *email,
              .language = body->language,
              .link = page_link(people, body->language, "reset")}
         )},
        now
    );
    return mail_sent(spoken);
}

http::Response verify_account(const Service& service, const Caller&, const http::Call& call) {
    const auto spoken = spoken_in(call);
    const People& people = service.people;
    const auto body = read_body(call.request, answered);
    if (!body) {
        return body.error();
    }
    if (const auto wait = count(people, {by_address(people, call.request)}); wait.count() > 0) {
        return refuse_for_now(wait, spoken);
    }
    const std::string sha256 = store::sha256(body->token);
    const store::Instant now = people.now();
    const auto account =
        people.accounts.find_by_token(sha256, store::TokenPurpose::verify_email, now);
    if (!account || account->disabled || !account->password_hash) {
        return refuse(422, "link_not_valid", spoken, {}, http::in_body("token"));
    }
    if (!auth::password_matches(*account->password_hash, body->password)) {
        return refuse(422, "password_not_right", spoken, {}, http::in_body("password"));
    }
    if (!people.accounts.verify(account->id, sha256, now)) {
        return refuse(422, "link_not_valid", spoken, {}, http::in_body("token"));
    }
    return no_content();
}

http::Response request_reset(const Service& service, const Caller&, const http::Call& call) {
    const auto spoken = spoken_in(call);
    const People& people = service.people;
    const auto body = read_body(call.request, email_only);
    if (!body) {
        return body.error();
    }
    const auto email = auth::email_address(*body);
    if (!email) {
        return refuse_email(spoken);
    }
    if (const auto wait = count(people, {by_address(people, call.request)}); wait.count() > 0) {
        return refuse_for_now(wait, spoken);
    }
    if (count_mail(people, *email).count() > 0) {
        return mail_sent(spoken);
    }
    const std::string token = store::random_token();
    people.accounts.request_reset(
        *email,
        {.sha256 = store::sha256(token), .expires_at = people.now() + reset_lasts},
        mail::compose(
            {.notice = mail::Notice::reset_password,
             .recipient = *email,
             .language = spoken,
             .link = page_link(people, spoken, "reset", token)}
        )
    );
    return mail_sent(spoken);
}

http::Response reset_password(const Service& service, const Caller&, const http::Call& call) {
    const auto spoken = spoken_in(call);
    const People& people = service.people;
    const auto body = read_body(call.request, answered);
    if (!body) {
        return body.error();
    }
    if (const auto wait = count(people, {by_address(people, call.request)}); wait.count() > 0) {
        return refuse_for_now(wait, spoken);
    }
    const std::string sha256 = store::sha256(body->token);
    const store::Instant now = people.now();
    const auto account =
        people.accounts.find_by_token(sha256, store::TokenPurpose::reset_password, now);
    if (!account || account->disabled) {
        return refuse(422, "link_not_valid", spoken, {}, http::in_body("token"));
    }
    if (const auto refusal = refusal_of_password(
            service.people, body->password, account->email, spoken, "password"
        )) {
        return *refusal;
    }
    const bool taken = people.accounts.reset_password(
        account->id,
        sha256,
        auth::hash_password(body->password),
        notice(*account, mail::Notice::password_changed),
        now
    );
    if (!taken) {
        return refuse(422, "link_not_valid", spoken, {}, http::in_body("token"));
    }
    people.attempts.clear(by_account(people, "password", account->email, auth::account_pace).subject
    );
    return no_content();
}

http::Response read_account(const Service& service, const Caller& caller, const http::Call&) {
    const auto& [session, account] = *caller.session;
    boost::json::object body = wire::account_json(account);
    // What else would lead a person from another device to their own?
    const auto candidate = service.candidates.latest_own({.id = account.id});
    body["candidate_id"] = candidate ? boost::json::value(*candidate) : boost::json::value(nullptr);
    body["recovery_codes_left"] = service.people.accounts.recovery_codes_left(account.id);
    body["session"] = session_facts(caller.stage, caller.session_token, session.idle_expires_at);
    return answer_json(200, body);
}

http::Response change_password(
    const Service& service, const Caller& caller, const http::Call& call
) {
    const auto spoken = spoken_in(call);
    const People& people = service.people;
    const store::Account& account = caller.session->account;
    const auto body = read_body(call.request, change);
    if (!body) {
        return body.error();
    }
    // Not the count of signing in: whoever is signed in is not kept waiting by strangers.
    const Counted own = by_account(people, "change", account.id, auth::device_pace);
    if (const auto wait = count(people, {own}); wait.count() > 0) {
        return refuse_for_now(wait, spoken);
    }
    if (!account.password_hash || !auth::password_matches(*account.password_hash, body->current)) {
        return refuse(422, "password_not_right", spoken, {}, http::in_body("current_password"));
    }
    people.attempts.clear(own.subject);
    if (const auto refusal = refusal_of_password(
            service.people, body->wanted, account.email, spoken, "new_password"
        )) {
        return *refusal;
    }
    people.accounts.change_password(
        account.id,
        auth::hash_password(body->wanted),
        caller.session->session.id,
        notice(account, mail::Notice::password_changed)
    );
    http::Response response;
    const auto facts = rotate(service, caller, std::nullopt, response);
    if (!facts) {
        return refuse(auth::Denial::session_needed, spoken);
    }
    response.body = document::serialize(*facts);
    return response;
}

http::Response set_standing(const Service& service, const Caller& caller, const http::Call& call) {
    const auto spoken = spoken_in(call);
    const auto body = read_body(call.request, stated_standing);
    if (!body) {
        return body.error();
    }
    if (caller.principal.role != auth::Role::advisor) {
        return refuse(403, "standing_not_of_role", spoken);
    }
    if (body->kind == StandingKind::regulated && !body->licence_number) {
        return refuse(422, "number_missing", spoken, {}, http::in_body("licence_number"));
    }
    service.people.accounts.set_standing(
        caller.principal.id,
        std::string{document::name_of<StandingKind>(standing_names, body->kind)},
        body->licence_number
    );
    return no_content();
}

}  // namespace api
