#pragma once

#include "matcher/domain/result.hpp"
#include "matcher/rules/rule_book.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <string>
#include <vector>

/// Rule sets before an operator puts them into the folder of rules.
namespace wire {

struct RulesToCheck {
    std::string rule_set;                ///< As a file of the folder would hold it.
    std::vector<rules::RuleFile> grids;  ///< By the names by which rule sets call them.
};

/// The body of POST /v1/rules/check: `{rule_set: {}, grids?: {name: {}}}`.
domain::Result<RulesToCheck> rules_to_check_from(const boost::json::value& document);

/// Whether a program would start with the rule set in its folder beside those that it knows, by
/// rules::load() as every program asks it; one with the same id is replaced. Nothing is loaded.
/// `{valid, rules, errors: [{pointer, message}]}`: rules is the id of a valid set, a pointer
/// (RFC 6901) leads into the body, and the first error is the only one, as at the command line.
boost::json::object rules_check_json(const RulesToCheck& asked, const rules::RuleBook& known);

}  // namespace wire
