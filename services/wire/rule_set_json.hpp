#pragma once

#include "matcher/domain/language.hpp"
#include "matcher/rules/rule_book.hpp"

#include <boost/json/object.hpp>

/// The answers about rule sets themselves, of the API and of `jobscout rules --json`.
namespace wire {

/// `{as_of, basis, rules[{rules, role, status, status_text, effective_from, effective_to,
/// confirmed, instrument, source}]}`: every rule set, oldest first. A role says what the set is in
/// an answer that asks for it.
boost::json::object rule_sets_json(
    const rules::RuleBook& rule_book, domain::Date as_of, domain::OfficialLanguage language
);

/// `{as_of, rules, role, ..., source, document, grid}`: one rule set (of the book) with its
/// document and the content of its grid, as they stand in their files.
boost::json::object rule_set_json(
    const rules::RuleBook& rule_book,
    const rules::RuleSet& rule_set,
    domain::Date as_of,
    domain::OfficialLanguage language
);

}  // namespace wire
