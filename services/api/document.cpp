#include "services/api/document.hpp"

#include "matcher/document/field_reader.hpp"
#include "matcher/document/json.hpp"
#include "services/http/problem.hpp"
#include "services/wire/candidate_json.hpp"

#include <algorithm>

namespace api {
namespace {

bool holds_nul(const boost::json::string_view text) { return text.find('\0') != text.npos; }

/// PostgreSQL keeps every character but this one.
bool holds_nul(const boost::json::value& value) {
    if (const auto* text = value.if_string()) {
        return holds_nul(boost::json::string_view{*text});
    }
    if (const auto* elements = value.if_array()) {
        return std::any_of(elements->begin(), elements->end(), [](const auto& element) {
            return holds_nul(element);
        });
    }
    if (const auto* members = value.if_object()) {
        return std::any_of(members->begin(), members->end(), [](const auto& member) {
            return holds_nul(member.key()) || holds_nul(member.value());
        });
    }
    return false;
}

}  // namespace

Read<boost::json::value> read_json(const http::Request& request) {
    auto document = document::parse(request.body);
    if (!document) {
        return http::problem(400, document.error().message);
    }
    if (holds_nul(*document)) {
        return refuse(domain::invalid("", "a text holds the character U+0000"));
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

std::optional<http::Response> refusal_of_terms(const http::Request& request) {
    const auto body = read_json(request);
    if (!body) {
        return body.error();
    }
    const auto terms = document::read_document(*body, [](const document::ValueReader& root) {
        return root.object([](document::FieldReader&) { return true; });
    });
    return terms ? std::nullopt : std::optional{refuse(terms.error())};
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
