#include "services/api/rules.hpp"

#include "services/api/document.hpp"
#include "services/api/parameters.hpp"
#include "services/http/problem.hpp"
#include "services/wire/rule_set_json.hpp"
#include "services/wire/rules_check.hpp"
#include "services/wire/rules_diff.hpp"

namespace api {
namespace {

/// The rule set that a parameter names, which has to be given.
domain::Result<const rules::RuleSet*> named_rules(
    const http::Query& query, const std::string_view name, const Service& service
) {
    const auto id = query.find(name);
    if (!id) {
        return domain::invalid(std::string{name}, "missing");
    }
    const rules::RuleSet* found = service.rule_book.find(*id);
    if (found == nullptr) {
        return domain::invalid(
            std::string{name}, "there is no rule set '" + std::string{*id} + "'"
        );
    }
    return found;
}

}  // namespace

http::Response list_rules(const Service& service, const auth::Principal&, const http::Call& call) {
    const auto day = as_of(call.query, service);
    if (!day) {
        return http::problem(day.error(), http::Input::syntax);
    }
    const auto spoken = language(call.query);
    if (!spoken) {
        return http::problem(spoken.error(), http::Input::syntax);
    }
    return answer_json(200, wire::rule_sets_json(service.rule_book, *day, *spoken));
}

http::Response read_rules(const Service& service, const auth::Principal&, const http::Call& call) {
    const auto day = as_of(call.query, service);
    if (!day) {
        return http::problem(day.error(), http::Input::syntax);
    }
    const auto spoken = language(call.query);
    if (!spoken) {
        return http::problem(spoken.error(), http::Input::syntax);
    }
    const rules::RuleBook& book = service.rule_book;
    const rules::RuleSet* rule_set = book.find(call.path_day(0));
    if (rule_set == nullptr) {
        return http::problem(404, "there is no rule set " + call.path_day(0));
    }
    return answer_json(200, wire::rule_set_json(book, *rule_set, *day, *spoken));
}

http::Response compare_rules(
    const Service& service, const auth::Principal&, const http::Call& call
) {
    const auto from = named_rules(call.query, "from", service);
    if (!from) {
        return http::problem(from.error(), http::Input::syntax);
    }
    const auto to = named_rules(call.query, "to", service);
    if (!to) {
        return http::problem(to.error(), http::Input::syntax);
    }
    return answer_json(200, wire::rules_diff_json(**from, **to));
}

http::Response check_rules(const Service& service, const auth::Principal&, const http::Call& call) {
    const auto document = read_json(call.request);
    if (!document) {
        return document.error();
    }
    const auto asked = wire::rules_to_check_from(*document);
    if (!asked) {
        return refuse(asked.error());
    }
    return answer_json(200, wire::rules_check_json(*asked, service.rule_book));
}

}  // namespace api
