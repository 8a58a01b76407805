#include "services/api/operator_rules.hpp"

#include "indexer/reference_data/kinds.hpp"
#include "services/api/document.hpp"
#include "services/api/parameters.hpp"
#include "services/http/problem.hpp"
#include "services/wire/operation_json.hpp"
#include "services/wire/rule_files_json.hpp"

namespace api {

http::Response list_rule_files(
    const Service& service, const auth::Principal&, const http::Call& call
) {
    const auto day = as_of(call.query, service);
    if (!day) {
        return http::problem(day.error(), http::Input::syntax);
    }
    const auto spoken = language(call.query);
    if (!spoken) {
        return http::problem(spoken.error(), http::Input::syntax);
    }
    const rules::RuleBook& book = service.rule_book;
    return answer_json(
        200,
        {{"as_of", domain::to_string(*day)},
         {"basis", book.basis().id},
         {"loaded_at", domain::to_string(service.rules_loaded_at)},
         {"items", wire::rule_files_json(book, service.dropped_rules, *day, *spoken)}}
    );
}

http::Response list_references(
    const Service& service, const auth::Principal&, const http::Call& call
) {
    const auto day = as_of(call.query, service);
    if (!day) {
        return http::problem(day.error(), http::Input::syntax);
    }
    const auto spoken = language(call.query);
    if (!spoken) {
        return http::problem(spoken.error(), http::Input::syntax);
    }
    std::vector<std::string_view> kinds;
    for (const reference_data::Kind& kind : reference_data::kinds()) {
        kinds.push_back(kind.name);
    }
    return answer_json(200, wire::references_json(service.imports.list(), kinds, *day, *spoken));
}

}  // namespace api
