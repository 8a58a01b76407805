#include "services/wire/rule_set_json.hpp"

#include "matcher/document/json.hpp"
#include "matcher/express_entry/offer.hpp"
#include "services/wire/lift_json.hpp"

#include <algorithm>
#include <utility>

namespace wire {
namespace {

namespace json = boost::json;

/// What the set is in an answer that asks for it.
express_entry::LiftRole role_of(
    const rules::RuleBook& rule_book, const rules::RuleSet& rule_set, const domain::Date as_of
) {
    const auto shown = express_entry::shown_rules(rule_book, &rule_set, as_of);
    return std::ranges::find(shown, &rule_set, &express_entry::ShownRules::rule_set)->role;
}

json::object with_source(
    const rules::RuleBook& rule_book,
    const rules::RuleSet& rule_set,
    const domain::Date as_of,
    const domain::OfficialLanguage language
) {
    json::object members =
        rules_json(rule_book, rule_set, role_of(rule_book, rule_set, as_of), as_of, language);
    members["instrument"] = rule_set.instrument;
    members["source"] = rule_set.source;
    return members;
}

}  // namespace

json::object rule_sets_json(
    const rules::RuleBook& rule_book,
    const domain::Date as_of,
    const domain::OfficialLanguage language
) {
    json::array sets;
    for (const rules::RuleSet& rule_set : rule_book.all()) {
        sets.push_back(with_source(rule_book, rule_set, as_of, language));
    }
    return {
        {"as_of", domain::to_string(as_of)},
        {"basis", rule_book.basis().id},
        {"rules", std::move(sets)}};
}

json::object rule_set_json(
    const rules::RuleBook& rule_book,
    const rules::RuleSet& rule_set,
    const domain::Date as_of,
    const domain::OfficialLanguage language
) {
    json::object result{{"as_of", domain::to_string(as_of)}};
    for (auto& [name, member] : with_source(rule_book, rule_set, as_of, language)) {
        result[name] = std::move(member);
    }
    result["document"] = document::parse(rule_set.document).value();
    result["grid"] = document::parse(rule_set.grid_document).value();
    return result;
}

}  // namespace wire
