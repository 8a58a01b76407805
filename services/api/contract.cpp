#include "services/api/contract.hpp"

#include "services/wire/candidate_json.hpp"

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

http::Response read_candidate_schema(const Service&, const auth::Principal&, const http::Call&) {
    return document("application/schema+json; charset=utf-8", wire::candidate_schema());
}

}  // namespace api
