#include "services/api/crs.hpp"

#include "matcher/document/json.hpp"
#include "services/api/document.hpp"
#include "services/api/parameters.hpp"
#include "services/http/problem.hpp"
#include "services/wire/crs_answer.hpp"

namespace api {
namespace {

/// The set that was asked for and no other, else those that an answer shows.
std::vector<express_entry::ShownRules> shown(
    const Service& service, const matching::MatchQuery& query
) {
    if (query.asked != nullptr) {
        return {{.rule_set = query.asked, .role = express_entry::LiftRole::asked}};
    }
    return express_entry::shown_rules(service.knowledge.rule_book, nullptr, query.as_of);
}

}  // namespace

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
    const auto profile = wire::crs_profile_from(*document, day);
    if (!profile) {
        return http::problem(profile.error(), http::Input::document);
    }
    http::Response response;
    response.body = document::serialize(wire::crs_answer_json(
        service.knowledge.rule_book,
        shown(service, parameters->query),
        *profile,
        day,
        parameters->language
    ));
    return response;
}

}  // namespace api
