#include "services/api/contract.hpp"

#include "services/http/problem.hpp"
#include "services/wire/candidate_json.hpp"

#include <chrono>
#include <embedded_openapi.hpp>

namespace api {
namespace {

http::Response document(const std::string_view content_type, const std::string_view text) {
    http::Response response;
    response.content_type = content_type;
    response.headers.emplace_back("Cache-Control", "no-cache");
    response.body = text;
    return response;
}

}  // namespace

std::string_view openapi() { return embedded_openapi::openapi.text; }

http::Response read_openapi(const Service&, const auth::Principal&, const http::Call&) {
    return document("application/json; charset=utf-8", openapi());
}

http::Response
read_security_contact(const Service& service, const auth::Principal&, const http::Call&) {
    if (service.security_contact.empty()) {
        return http::problem(404, "nobody is named here whom to tell of a weakness");
    }
    constexpr std::chrono::days good_for{180};
    return document(
        "text/plain; charset=utf-8",
        "Contact: " + service.security_contact +
            "\nExpires: " + domain::to_string(service.today() + good_for) +
            "T00:00:00Z\nPreferred-Languages: en, fr\nCanonical: " + service.people.public_url +
            "/.well-known/security.txt\n"
    );
}

http::Response read_candidate_schema(const Service&, const auth::Principal&, const http::Call&) {
    return document("application/schema+json; charset=utf-8", wire::candidate_schema());
}

}  // namespace api
