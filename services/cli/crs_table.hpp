#pragma once

#include "matcher/express_entry/offer.hpp"
#include "matcher/express_entry/profile.hpp"
#include "matcher/rules/rule_book.hpp"

#include <string>
#include <vector>

namespace cli {

/// The score with every factor as text: a row for each factor and each cap, a column for each rule
/// set; below it the dates and the status of each set, what was not counted, and the notice.
std::string crs_table(
    const rules::RuleBook& rule_book,
    const std::vector<express_entry::ShownRules>& shown,
    const express_entry::CrsProfile& profile,
    domain::Date as_of,
    domain::OfficialLanguage language
);

}  // namespace cli
