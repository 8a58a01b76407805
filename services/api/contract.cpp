#include "services/api/contract.hpp"

#include "matcher/document/json.hpp"
#include "services/api/parameters.hpp"
#include "services/http/problem.hpp"
#include "services/wire/candidate_json.hpp"
#include "services/wire/lift_json.hpp"

#include <algorithm>
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

/// What the set is in an answer that asks for it.
express_entry::LiftRole role_of(
    const rules::RuleBook& rule_book, const rules::RuleSet& rule_set, const domain::Date day
) {
    const auto shown = express_entry::shown_rules(rule_book, &rule_set, day);
    return std::find_if(
               shown.begin(),
               shown.end(),
               [&rule_set](const auto& one) { return one.rule_set == &rule_set; }
    )->role;
}

}  // namespace

std::string_view openapi() { return embedded_openapi::openapi.text; }

http::Response read_openapi(const Service&, const auth::Principal&, const http::Call&) {
    return document("application/json; charset=utf-8", openapi());
}

http::Response read_candidate_schema(const Service&, const auth::Principal&, const http::Call&) {
    return document("application/schema+json; charset=utf-8", wire::candidate_schema());
}

http::Response list_rules(const Service& service, const auth::Principal&, const http::Call& call) {
    const auto day = as_of(call.query, service);
    if (!day) {
        return http::problem(day.error(), http::Input::syntax);
    }
    const auto spoken = language(call.query);
    if (!spoken) {
        return http::problem(spoken.error(), http::Input::syntax);
    }
    const rules::RuleBook& book = service.knowledge.rule_book;
    boost::json::array sets;
    for (const rules::RuleSet& set : book.all()) {
        sets.push_back(wire::rules_json(book, set, role_of(book, set, *day), *day, *spoken));
    }
    http::Response response;
    response.body = document::serialize(boost::json::object{
        {"as_of", domain::to_string(*day)},
        {"basis", book.basis().id},
        {"rules", std::move(sets)},
    });
    return response;
}

}  // namespace api
