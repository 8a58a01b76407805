#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/language.hpp"
#include "matcher/rules/rule_book.hpp"

#include <ostream>
#include <string>

namespace cli {

struct RulesOptions {
    domain::Date as_of;  ///< --as-of, else today.
    std::string id;      ///< Empty: every rule set.
    std::string diff;    ///< --diff: a rule set to compare `id` with; may be empty.
    bool json = false;
    domain::OfficialLanguage language = domain::OfficialLanguage::english;
};

/// `jobscout rules [ID] [--diff ID]`: every rule set with its dates, status and source; one of them
/// with its document and grid; or what differs between two. Exit status: 0, or 2 where there is no
/// such rule set.
int show_rules(
    const rules::RuleBook& rule_book,
    const RulesOptions& options,
    std::ostream& out,
    std::ostream& errors
);

}  // namespace cli
