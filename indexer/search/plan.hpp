#pragma once

#include "indexer/search/query_words.hpp"
#include "indexer/search/row_filter.hpp"
#include "indexer/search/search.hpp"

#include <xapian.h>

namespace search {

/// A query in the terms of the index.
struct Plan {
    QueryWords words;
    Xapian::Query text;       ///< What weighs; empty without text.
    RowFilter rows{};         ///< What the day and the parameters let pass.
    Xapian::Query row_terms;  ///< The same in terms of the index.
    Xapian::Query clauses;    ///< What the clauses of the text let pass without weighing; all.
    bool has_clauses = false;

    /// No word and no clause: rows alone say what is found.
    bool is_of_rows_alone() const { return !words.has_text() && !has_clauses; }
};

/// Refuses a place that is not known or could be several.
QueryResult<Plan> plan(const Query& query, const Clauses& clauses, const Knowledge& knowledge);

/// The terms by which a word of a text is found, in either language.
std::vector<std::string> terms_of(const std::string& word);

}  // namespace search
