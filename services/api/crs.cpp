#include "services/api/crs.hpp"

#include "matcher/document/json.hpp"
#include "services/api/document.hpp"
#include "services/api/parameters.hpp"
#include "services/http/problem.hpp"
#include "services/wire/crs_answer.hpp"

namespace api {
http::Response score_crs(const Service& service, const auth::Principal&, const http::Call& call) {
    const auto parameters = match_parameters(call.query, service);
    if (!parameters) {
        return http::problem(parameters.error(), http::Input::syntax);
    }
    const auto document = read_json(call.request);
    if (!document) {
        return document.error();
    }
    const domain::Date day = parameters->query.as_of;
    const auto question = wire::crs_question_from(*document, day);
    if (!question) {
        return http::problem(question.error(), http::Input::document);
    }
    http::Response response;
    response.body = document::serialize(wire::crs_answer_json(
        {.rule_book = service.rule_book,
         .asked = parameters->query.asked,
         .asked_alone = true,
         .as_of = day,
         .language = parameters->language},
        *question
    ));
    return response;
}

}  // namespace api
