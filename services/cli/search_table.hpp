#pragma once

#include "services/browsing/browse.hpp"
#include "services/cli/matches_table.hpp"

#include <string>

namespace cli {

/// A page of a search as a person reads it: how many there are, each posting with the words that
/// were found, and the counts where they were asked for.
std::string search_table(
    const browsing::Results& results, const rules::RuleBook& rule_book, const TableStyle& style
);

}  // namespace cli
