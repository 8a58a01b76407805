#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/language.hpp"
#include "services/matching/matching.hpp"

#include <cstdint>
#include <istream>
#include <optional>
#include <ostream>
#include <string>

namespace cli {

struct PackageOptions {
    domain::PostingId posting = 0;  ///< --posting
    domain::Date as_of;             ///< --as-of, else today.
    std::string rules;              ///< --rules, shown beside the usual sets; may be empty.
    std::string out;                ///< --out: a folder, or a file that ends in .zip.
    std::string own_words;          ///< --letter: a file of parts in the sender's own words.
    std::optional<domain::OfficialLanguage> sent;  ///< --documents-lang, else the posting's.
    domain::OfficialLanguage language = domain::OfficialLanguage::english;
    bool json = false;  ///< --json: the manifest instead of a list of files.
};

/// `jobscout package CANDIDATE.json --posting ID --out OUT`: what the candidate of the document in
/// `in` sends for a posting, and what to know of it. Exit status: 0, 1 where the document, the
/// posting or a claim is refused, 2 where there is no such rule set or files cannot be written.
int package(
    const rules::RuleBook& rule_book,
    const matching::Facts& facts,
    const matching::Stores& stores,
    const PackageOptions& options,
    std::istream& in,
    std::ostream& out,
    std::ostream& errors
);

}  // namespace cli
