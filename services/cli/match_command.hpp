#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/language.hpp"
#include "services/matching/matching.hpp"
#include "sql/store/posting_store.hpp"

#include <cstddef>
#include <istream>
#include <ostream>
#include <string>

namespace cli {

struct MatchOptions {
    domain::Date as_of;  ///< --as-of, else today.
    ranking::Order order = ranking::Order::fit;
    std::size_t count = 20;  ///< --top, 1 to 100.
    std::string rules;       ///< --rules, shown beside the usual sets; may be empty.
    std::string snapshot;    ///< --snapshot: columns that jobscout-api keeps; may be empty.
    bool json = false;       ///< --json: the answer of POST /v1/matches.
    bool colour = false;     ///< For the table only.
    domain::OfficialLanguage language = domain::OfficialLanguage::english;
};

/// `jobscout match CANDIDATE.json`: the best postings for the candidate document in `in`. Exit
/// status: 0, 1 where the document is refused, 2 where there is no such rule set.
int match(
    const rules::RuleBook& rule_book,
    const matching::Facts& facts,
    const matching::Stores& stores,
    const MatchOptions& options,
    std::istream& in,
    std::ostream& out,
    std::ostream& errors
);

}  // namespace cli
