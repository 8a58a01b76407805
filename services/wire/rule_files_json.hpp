#pragma once

#include "matcher/domain/language.hpp"
#include "matcher/rules/rule_book.hpp"

#include <boost/json/array.hpp>

namespace wire {

/// Every file of rules that a program has, those that ship and those of the operator's folder:
/// `[{kind, file, shipped, in_use, id, effective_from, effective_to, confirmed, status,
/// status_text, version, sha256, bytes, source, warnings[{code, text}]}]`, by kind. `rule_book` was
/// made of `dropped`.
boost::json::array rule_files_json(
    const rules::RuleBook& rule_book,
    const rules::DroppedRules& dropped,
    domain::Date as_of,
    domain::OfficialLanguage language
);

}  // namespace wire
