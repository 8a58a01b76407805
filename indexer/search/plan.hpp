#pragma once

#include "indexer/search/query_words.hpp"
#include "indexer/search/search.hpp"

#include <xapian.h>

namespace search {

/// A query in the terms of the index.
struct Plan {
    QueryWords words;
    Xapian::Query text;    ///< What weighs; empty without text.
    Xapian::Query filter;  ///< What only lets pass; whatever order and page ask for is not in it.
};

/// Refuses a place that is not known or could be several.
QueryResult<Plan> plan(const Query& query, const Clauses& clauses, const Knowledge& knowledge);

/// The terms by which a word of a text is found, in either language.
std::vector<std::string> terms_of(const std::string& word);

}  // namespace search
