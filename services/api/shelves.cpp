#include "services/api/shelves.hpp"

#include "matcher/document/json.hpp"
#include "services/http/problem.hpp"
#include "services/wire/search_json.hpp"

namespace api {

browsing::Shelves shelves_of(const Service& service, const matching::Facts& facts) {
    return {
        .index = service.index,
        .gazetteer = facts.gazetteer,
        .rule_book = service.rule_book,
        .shelf = service.shelf};
}

http::Response query_problem(
    const browsing::Refusal& refusal, const domain::OfficialLanguage language
) {
    if (const auto* error = std::get_if<domain::Error>(&refusal)) {
        return http::problem(*error, http::Input::syntax);
    }
    const auto& fault = std::get<search::QueryFault>(refusal);
    const wire::QueryFaultText text = wire::fault_text(fault, language);
    http::Response response =
        http::problem(400, text.detail, http::in_parameter("q"), "query_not_read");
    boost::json::object body = document::parse(response.body).value().as_object();
    body["position"] = fault.position;
    body["read"] = fault.read;
    body["hint"] = text.hint;
    response.body = document::serialize(body);
    return response;
}

}  // namespace api
