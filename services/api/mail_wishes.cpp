#include "services/api/mail_wishes.hpp"

#include "services/api/account_parts.hpp"
#include "services/wire/mail_json.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/vocabulary.hpp"
#include "sql/store/sha256.hpp"

#include <boost/json.hpp>

namespace api {
namespace {

http::Response answer_state(
    const Service& service, const Caller& caller, const domain::OfficialLanguage spoken
) {
    const store::Account& account = caller.session->account;
    boost::json::object body =
        wire::mail_json(service.people.mail_consents.find(account.id), spoken);
    body["email_confirmed"] = account.verified;
    return answer_json(200, body);
}

/// A person with a browser gets a page with the words, everybody else a document. Nothing in the
/// page comes from outside.
http::Response answer_words(
    const http::Call& call,
    const domain::OfficialLanguage spoken,
    const std::string& words,
    const std::string& button
) {
    const bool page = call.request.header("Accept").find("text/html") != std::string_view::npos;
    if (!page) {
        return answer_json(200, {{"message", words}});
    }
    http::Response response;
    response.content_type = "text/html; charset=utf-8";
    response.body = R"(<!DOCTYPE html><html lang=")" +
                    std::string{wire::name_of(wire::language_names, spoken)} +
                    R"("><meta charset="utf-8"><title>Job Scout</title><p>)" + words + "</p>";
    if (!button.empty()) {
        response.body += R"(<form method="post"><button>)" + button + "</button></form>";
    }
    response.body += "</html>\n";
    return response;
}

/// In the language of the account; nothing where the secret is none.
std::optional<domain::OfficialLanguage> language_of_token(
    const People& people, const std::string& sha256
) {
    const auto language = people.mail_consents.language_of(sha256, people.now());
    return language ? std::optional{wire::language_from(*language).value()} : std::nullopt;
}

}  // namespace

http::Response read_mail(const Service& service, const Caller& caller, const http::Call& call) {
    return answer_state(service, caller, spoken_in(call));
}

http::Response set_mail(const Service& service, const Caller& caller, const http::Call& call) {
    const auto spoken = spoken_in(call);
    const auto document = read_json(call.request);
    if (!document) {
        return document.error();
    }
    const auto terms = wire::mail_terms_from(*document, spoken);
    if (!terms) {
        return refuse(terms.error());
    }
    const auto set =
        service.people.mail_consents.set(caller.session->account.id, *terms, service.people.now());
    return set ? answer_state(service, caller, spoken) : refuse(set.error());
}

http::Response explain_unsubscribe(const Service& service, const Caller&, const http::Call& call) {
    const auto spoken = language_of_token(service.people, store::sha256(call.path_token(0)));
    if (!spoken) {
        return refuse(404, "unsubscribe_not_valid", spoken_in(call));
    }
    return answer_words(
        call,
        *spoken,
        wire::text(*spoken, "unsubscribe.ask"),
        wire::text(*spoken, "unsubscribe.button")
    );
}

http::Response unsubscribe(const Service& service, const Caller&, const http::Call& call) {
    const std::string sha256 = store::sha256(call.path_token(0));
    const auto spoken = language_of_token(service.people, sha256);
    if (!spoken || !service.people.mail_consents.unsubscribe(sha256, service.people.now())) {
        return refuse(404, "unsubscribe_not_valid", spoken_in(call));
    }
    return answer_words(call, *spoken, wire::text(*spoken, "unsubscribe.done"), "");
}

}  // namespace api
