#pragma once

#include "indexer/search/location.hpp"
#include "matcher/domain/date.hpp"
#include "matcher/domain/language.hpp"
#include "matcher/rules/rule_book.hpp"
#include "sql/store/database.hpp"

#include <CLI/CLI.hpp>

#include <ostream>
#include <string>

namespace cli {

/// What `jobscout search` is told on the command line.
struct SearchOptions {
    std::string query;       ///< In the language of indexer/search/query_language.hpp.
    std::size_t limit = 20;  ///< --limit, 1 to 100
    std::string cursor;      ///< --cursor, of the page before
    bool facets = false;     ///< --facets
};

/// Adds the command with its options, without those that all commands share.
CLI::App& define_search(CLI::App& app, SearchOptions& options);

/// How the answer is given.
struct SearchAnswer {
    search::IndexLocation index;
    domain::Date as_of;
    bool json = false;  ///< That of GET /v1/postings.
    domain::OfficialLanguage language = domain::OfficialLanguage::english;
    bool colour = false;  ///< For the table only.
};

/// `jobscout search QUERY`. Exit status: 0, 1 where the query is refused.
int search(
    const SearchOptions& options,
    const SearchAnswer& answer,
    const rules::RuleBook& rule_book,
    store::Database& database,
    std::ostream& out,
    std::ostream& errors
);

}  // namespace cli
