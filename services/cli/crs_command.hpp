#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/language.hpp"
#include "matcher/rules/rule_book.hpp"

#include <istream>
#include <ostream>
#include <string>

namespace cli {

struct CrsOptions {
    domain::Date as_of;  ///< --as-of, else today.
    std::string rules;   ///< --rules; empty: the basis, the latest confirmed and a reported set.
    bool json = false;
    domain::OfficialLanguage language = domain::OfficialLanguage::english;
};

/// `jobscout crs FILE`: the score of one document with every factor, under each rule set shown.
/// `in` holds a candidate document (told by its member `schema`) or the input of
/// wire::crs_input_from. Exit status: 0, 1 where the document is refused, 2 where there is no such
/// rule set.
int crs(
    const rules::RuleBook& rule_book,
    const CrsOptions& options,
    std::istream& in,
    std::ostream& out,
    std::ostream& errors
);

/// `jobscout crs --ndjson`: an answer of wire::CrsLines for every line that is not blank. Always 0:
/// a refused line has its error among the answers.
int crs_ndjson(const rules::RuleBook& rule_book, std::istream& in, std::ostream& out);

}  // namespace cli
