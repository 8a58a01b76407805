#include "services/api/firms.hpp"

#include "matcher/document/field_reader.hpp"
#include "services/api/account_parts.hpp"
#include "services/auth/email.hpp"
#include "services/wire/vocabulary.hpp"
#include "sql/store/random_token.hpp"
#include "sql/store/sha256.hpp"

#include <chrono>

namespace api {
namespace {

using document::FieldReader;

constexpr std::size_t name_bytes_max = 200;
constexpr std::chrono::hours advisor_invitation_lasts{7 * 24};

std::string name_only(FieldReader& in) { return in.required("name").text({.min = 1, .max = 200}); }

struct Invited {
    std::string email;
    domain::OfficialLanguage language = domain::OfficialLanguage::english;
};
Invited invited(FieldReader& in) {
    return {
        .email = in.required("email").text({.max = typed_max}),
        .language = in.required("language").choice(wire::language_names)};
}

}  // namespace

http::Response find_firms(const Service& service, const auth::Principal&, const http::Call& call) {
    const auto part = asked_text(call.query, "q").value_or("");
    if (part.size() > name_bytes_max) {
        return http::problem(domain::invalid("q", "longer than 200 bytes"), http::Input::syntax);
    }
    const auto count = limit(call.query, page_items);
    if (!count) {
        return http::problem(count.error(), http::Input::syntax);
    }
    boost::json::array items;
    for (const store::Firm& firm : service.people.firms.find_by_name(part, *count)) {
        items.push_back({{"id", firm.id}, {"name", firm.name}});
    }
    return answer_json(200, {{"items", std::move(items)}});
}

http::Response open_firm(const Service& service, const Caller& caller, const http::Call& call) {
    const auto name = read_body(call.request, name_only);
    if (!name) {
        return name.error();
    }
    return answer_json(
        201, {{"id", service.people.firms.open(*name, caller.principal.id, service.people.now())}}
    );
}

http::Response invite_advisor(const Service& service, const Caller&, const http::Call& call) {
    const auto spoken = spoken_in(call);
    const People& people = service.people;
    const auto body = read_body(call.request, invited);
    if (!body) {
        return body.error();
    }
    const auto email = auth::email_address(body->email);
    if (!email) {
        return refuse(422, "email_not_valid", spoken, {}, http::in_body("email"));
    }
    const auto firm = people.firms.find(call.path_uuid(0));
    if (!firm) {
        return refuse(404, "firm_not_known", spoken);
    }
    const std::string token = store::random_token();
    const store::Instant now = people.now();
    const auto id = people.accounts.invite(
        {.email = *email,
         .role = "advisor",
         .language = std::string{wire::name_of(wire::language_names, body->language)},
         .firm_id = call.path_uuid(0)},
        {.sha256 = store::sha256(token), .expires_at = now + advisor_invitation_lasts},
        mail::compose(
            {.notice = mail::Notice::invitation,
             .recipient = *email,
             .language = body->language,
             .link = page_link(people, body->language, "invitation", token),
             .firm = *firm}
        ),
        now
    );
    return id ? answer_json(201, {{"id", *id}})
              : refuse(409, "exists", spoken, {}, http::in_body("email"));
}

}  // namespace api
