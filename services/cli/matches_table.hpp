#pragma once

#include "matcher/domain/language.hpp"
#include "matcher/rules/rule_book.hpp"
#include "services/matching/matching.hpp"

#include <cstddef>
#include <string>

namespace cli {

struct TableStyle {
    domain::OfficialLanguage language = domain::OfficialLanguage::english;
    bool colour = false;      ///< ANSI sequences.
    std::size_t width = 100;  ///< Columns, at least 60.
};

/// The matches as a person reads them: what the answer rests on (day, order, rule sets with their
/// status, the candidate's score under each), then each posting with its fit as a sum of parts,
/// its lift under each rule set, and why it stands after others.
std::string matches_table(
    const matching::Matches& matches, const rules::RuleBook& rule_book, const TableStyle& style
);

}  // namespace cli
