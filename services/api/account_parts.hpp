#pragma once

#include "matcher/document/field_reader.hpp"
#include "services/api/document.hpp"
#include "services/api/parameters.hpp"
#include "services/api/principals.hpp"
#include "services/api/refusals.hpp"
#include "services/api/service.hpp"
#include "services/http/problem.hpp"
#include "services/http/router.hpp"
#include "services/mail/account_mail.hpp"

#include <boost/json/object.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// What the handlers of the routes about accounts have in common; for them only.
namespace api {

/// The body, read by `read(document::FieldReader&)`.
template <class Body>
Read<Body> read_body(const http::Request& request, Body (*read)(document::FieldReader&)) {
    const auto document = read_json(request);
    if (!document) {
        return document.error();
    }
    auto body = document::read_document(*document, [read](const document::ValueReader& root) {
        return root.object(read);
    });
    if (!body) {
        return http::problem(body.error(), http::Input::document);
    }
    return *std::move(body);
}

/// The most of an address, a password or a token that is read: more than any may have, so that its
/// own refusal says what is wrong.
inline constexpr std::size_t typed_max = 1'024;

/// `{email}`, as it was typed.
std::string email_only(document::FieldReader& in);

/// `lang=`, which the table of routes has asked already.
domain::OfficialLanguage spoken_in(const http::Call& call);

/// Of an account.
domain::OfficialLanguage language_of(const store::Account& account);

/// Why this cannot be the password of the account with this address.
std::optional<http::Response> refusal_of_password(
    const People& people,
    std::string_view password,
    std::string_view email,
    domain::OfficialLanguage language,
    std::string_view field
);

/// Of a page in the language of a mail. A secret stands behind the `#`, which no browser sends to
/// any server.
std::string page_link(
    const People& people,
    domain::OfficialLanguage language,
    std::string_view page,
    const std::string& secret = {}
);

/// A mail to the account about itself.
store::Mail notice(const store::Account& account, mail::Notice notice);

/// Gives the session of the caller another token; `second_factor_at` where it was given now. Its
/// end by age counts from the sign-in. The cookie goes into the response; what comes back is
/// `{stage, csrf_token, expires_at}`. Nothing where the session has ended meanwhile.
std::optional<boost::json::object> rotate(
    const Service& service,
    const Caller& caller,
    std::optional<store::Instant> second_factor_at,
    http::Response& response
);

/// What a browser has to know of its session.
boost::json::object session_facts(
    auth::Stage stage, const std::string& token, store::Instant expires_at
);

/// The browser is one of the account's from now on.
void remember_device(
    const Service& service, const store::Account& account, http::Response& response
);

}  // namespace api
