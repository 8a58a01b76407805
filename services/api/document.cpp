#include "services/api/document.hpp"

#include "matcher/document/json.hpp"
#include "services/http/problem.hpp"
#include "services/wire/candidate_json.hpp"

namespace api {

Read<boost::json::value> read_json(const http::Request& request) {
    auto document = document::parse(request.body);
    if (!document) {
        return http::problem(document.error(), http::Input::syntax);
    }
    return *std::move(document);
}

Read<domain::Candidate> read_candidate_document(const http::Request& request) {
    const auto document = read_json(request);
    if (!document) {
        return document.error();
    }
    auto candidate = wire::candidate_from(*document);
    if (!candidate) {
        return http::problem(candidate.error(), http::Input::document);
    }
    return *std::move(candidate);
}

http::Response answer_json(const unsigned status, const boost::json::object& body) {
    http::Response response;
    response.status = status;
    response.body = document::serialize(body);
    return response;
}

http::Response no_content() {
    http::Response response;
    response.status = 204;
    response.content_type = "";
    return response;
}

http::Response refuse(const domain::Error& error) {
    return http::problem(error, http::Input::document);
}

}  // namespace api
