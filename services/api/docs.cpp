#include "services/api/docs.hpp"

#include "matcher/document/json.hpp"
#include "services/api/contract.hpp"
#include "services/api/parameters.hpp"
#include "services/api/routes.hpp"
#include "services/http/problem.hpp"
#include "services/wire/messages.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <array>
#include <embedded_docs.hpp>
#include <regex>
#include <string_view>

namespace api {
namespace {

namespace json = boost::json;
using auth::Whose;
using domain::OfficialLanguage;

constexpr const char* content_security_policy =
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'";

constexpr std::string_view refusal_prefix = "account.";

constexpr std::array<unsigned, 16> refusals{
    400, 401, 403, 404, 405, 408, 409, 412, 413, 414, 415, 422, 429, 431, 500, 503};

/// In the order of auth::all_roles.
constexpr std::array<std::string_view, auth::all_roles.size()> roles{
    "anonymous", "candidate", "advisor", "employer", "reviewer", "operator"};

struct Word {
    Whose whose;
    std::string_view name;
};
constexpr std::array words{
    Word{Whose::anyone, "anyone"},
    Word{Whose::own, "own"},
    Word{Whose::read_consented, "read_consented"},
    Word{Whose::replace_consented, "replace_consented"},
    Word{Whose::own_posting, "own_posting"},
    Word{Whose::agreed, "agreed"},
};

std::string escaped(const std::string_view text) {
    std::string result;
    for (const char letter : text) {
        switch (letter) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            default:
                result += letter;
        }
    }
    return result;
}

/// `content` is HTML already.
std::string in(const std::string_view tag, const std::string_view content) {
    const std::string_view name = tag.substr(0, tag.find(' '));
    return "<" + std::string{tag} + ">" + std::string{content} + "</" + std::string{name} + ">";
}

std::string code(const std::string_view text) { return in("code", escaped(text)); }

const json::value& contract() {
    static const json::value document = document::parse(openapi()).value();
    return document;
}

const json::object& resolved(const json::value& value) {
    const json::value* const reference = value.as_object().if_contains("$ref");
    if (reference == nullptr) {
        return value.as_object();
    }
    const json::string_view address{reference->as_string()};
    return contract().at_pointer(address.substr(1)).as_object();
}

/// `/v1/postings/{id:integer}` as the document has it.
std::string path_of(const std::string_view pattern) {
    static const std::regex parameter{R"(\{(\w+):\w+\})"};
    return std::regex_replace(std::string{pattern}, parameter, "{$1}");
}

std::string upper(std::string text) {
    std::ranges::transform(text, text.begin(), [](const char letter) {
        return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    });
    return text;
}

class DocsPage {
public:
    explicit DocsPage(const OfficialLanguage language) : language_{language} {}

    std::string html() const {
        const bool french = language_ == OfficialLanguage::french;
        const std::string title = escaped(says("title"));
        const std::string other =
            french ? R"(<a href="/docs?lang=en" hreflang="en" lang="en">English</a>)"
                   : R"(<a href="/docs?lang=fr" hreflang="fr" lang="fr">Français</a>)";
        const std::string head =
            R"(<meta charset="utf-8"/><meta name="viewport" content="width=device-width"/>)"
            R"(<link rel="stylesheet" href="/docs/style.css"/>)" +
            in("title", title);
        const std::string contents =
            in("nav",
               link("#routes", says("routes")) + " " + link("#permissions", says("permissions")) +
                   " " + link("#errors", says("errors")) + " " +
                   link("/v1/openapi.json", "openapi.json") + " " + other);
        const std::string body =
            in("main",
               in("h1", title) + in("p", escaped(says("lead"))) + contents +
                   in("h2 id=\"routes\"", escaped(says("routes"))) + routes() +
                   in("h2 id=\"permissions\"", escaped(says("permissions"))) + permissions() +
                   in("h2 id=\"errors\"", escaped(says("errors"))) + errors());
        return "<!DOCTYPE html>\n" +
               in(french ? "html lang=\"fr\"" : "html lang=\"en\"",
                  in("head", head) + in("body", body)) +
               "\n";
    }

private:
    std::string says(const std::string_view name) const {
        return wire::text(language_, "docs." + std::string{name});
    }

    static std::string link(const std::string& address, const std::string_view text) {
        return in("a href=\"" + address + "\"", escaped(text));
    }

    /// What a route does; `code` between back quotes.
    std::string summary(const json::object& operation) const {
        const char* const member =
            language_ == OfficialLanguage::french ? "x-summary-fr" : "summary";
        static const std::regex quoted{"`([^`]*)`"};
        return std::regex_replace(
            escaped(operation.at(member).as_string()), quoted, "<code>$1</code>"
        );
    }

    std::string routes() const {
        std::string text;
        for (const auto& [path, operations] : contract().at("paths").as_object()) {
            for (const auto& [method, operation] : operations.as_object()) {
                const json::object& one = operation.as_object();
                const std::string id{one.at("operationId").as_string()};
                text += in("section id=\"" + id + "\"",
                           in("h3", code(upper(method) + " " + std::string{path})) +
                               in("p", summary(one)) + in("dl", facts(one))) +
                        "\n";
            }
        }
        return text;
    }

    std::string fact(const std::string_view name, const std::string& html) const {
        return html.empty() ? "" : in("dt", escaped(says(name))) + in("dd", html);
    }

    std::string facts(const json::object& operation) const {
        std::string parameters;
        if (const json::value* all = operation.if_contains("parameters")) {
            for (const json::value& parameter : all->as_array()) {
                parameters += (parameters.empty() ? "" : ", ") +
                              code(resolved(parameter).at("name").as_string());
            }
        }
        std::string body;
        if (const json::value* wanted = operation.if_contains("requestBody")) {
            body = content(wanted->as_object());
        }
        std::string answers;
        for (const auto& [status, answer] : operation.at("responses").as_object()) {
            const std::string forms = status < "300" ? content(resolved(answer)) : "";
            answers += (answers.empty() ? "" : ", ") +
                       (status < "400" ? escaped(status) : link(refusal_link(status), status)) +
                       (forms.empty() ? "" : " (" + forms + ")");
        }
        return fact("parameters", parameters) + fact("body", body) + fact("answers", answers);
    }

    static std::string refusal_link(const std::string_view status) {
        return "#problem-" +
               http::problem_name(static_cast<unsigned>(std::stoul(std::string{status})));
    }

    static std::string content(const json::object& message) {
        std::string forms;
        if (const json::value* all = message.if_contains("content")) {
            for (const auto& [type, ignored] : all->as_object()) {
                forms += (forms.empty() ? "" : ", ") + code(type);
            }
        }
        return forms;
    }

    std::string granted(const Whose whose) const {
        std::string text;
        for (const Word& word : words) {
            if (meet(whose, word.whose)) {
                text +=
                    (text.empty() ? "" : ", ") + escaped(says("whose." + std::string{word.name}));
            }
        }
        return text.empty() ? escaped(says("whose.nobody")) : text;
    }

    std::string permissions() const {
        std::string head = in("th scope=\"col\"", escaped(says("route")));
        for (const std::string_view role : roles) {
            head += in("th scope=\"col\"", escaped(says("role." + std::string{role})));
        }
        std::string rows;
        const std::vector<Permission> all = api::permissions();
        for (const Permission& route : all) {
            const std::string name = std::string{route.method} + " " + path_of(route.pattern);
            std::string cells = in("th scope=\"row\"", code(name));
            for (const auth::Role role : auth::all_roles) {
                cells += in("td", granted(auth::granted(route.action, role)));
            }
            rows += in("tr", cells) + "\n";
        }
        return in("p", escaped(says("permissions_text"))) +
               in("table", in("thead", in("tr", head)) + in("tbody", rows));
    }

    std::string errors() const {
        std::string rows;
        for (const unsigned status : refusals) {
            const std::string number = std::to_string(status);
            rows += error(
                http::problem_name(status),
                number + " " + in("span lang=\"en\"", escaped(http::title_of(status))),
                says("error." + number)
            );
        }
        rows += error("query_not_read", "400", says("error.query_not_read"));
        for (const std::string& message : wire::codes_with(refusal_prefix)) {
            rows +=
                error(message.substr(refusal_prefix.size()), "", wire::text(language_, message));
        }
        return in("p", escaped(says("errors_text"))) + in("dl", rows);
    }

    /// `more` is HTML already.
    static std::string error(
        const std::string& name, const std::string& more, const std::string& text
    ) {
        return in("dt id=\"problem-" + name + "\"", code(name) + (more.empty() ? "" : " " + more)) +
               in("dd", escaped(text)) + "\n";
    }

    OfficialLanguage language_;
};

}  // namespace

std::string docs_page(const OfficialLanguage language) { return DocsPage{language}.html(); }

http::Response read_docs(const Service&, const auth::Principal&, const http::Call& call) {
    const auto asked = language(call.query);
    if (!asked) {
        return http::problem(asked.error(), http::Input::syntax);
    }
    const bool french = *asked == OfficialLanguage::french;
    static const std::array<std::string, 2> pages{
        docs_page(OfficialLanguage::english), docs_page(OfficialLanguage::french)};
    http::Response response;
    response.content_type = "text/html; charset=utf-8";
    response.headers = {
        {"Cache-Control", "no-cache"}, {"Content-Security-Policy", content_security_policy}};
    response.body = pages[french ? 1 : 0];
    return response;
}

http::Response read_docs_style(const Service&, const auth::Principal&, const http::Call&) {
    http::Response response;
    response.content_type = "text/css; charset=utf-8";
    response.headers.emplace_back("Cache-Control", "no-cache");
    response.body = embedded_docs::docs.text;
    return response;
}

}  // namespace api
