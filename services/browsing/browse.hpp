#pragma once

#include "indexer/search/highlight.hpp"
#include "indexer/search/search.hpp"
#include "matcher/rules/rule_book.hpp"
#include "services/matching/shelf.hpp"

#include <functional>
#include <string>
#include <variant>
#include <vector>

/// Postings as people look through them, without a candidate.
namespace browsing {

/// A page of a search with what is served of it.
struct Results {
    domain::Date as_of;
    search::Page page;
    /// Served on the day; a hit that is not served any more, which the index may not know yet, is
    /// left out.
    std::vector<matching::ServedPosting> postings;
    std::vector<search::Highlights> highlights;  ///< One for each posting; none without words.
    bool asks_for_lift = false;  ///< The query rests on the points that an offer would add.
};

/// What is asked, and where the answer is found.
struct Shelves {
    const search::SearchedIndex& index;
    const normalise::Gazetteer& gazetteer;  ///< Empty while it is being loaded.
    const rules::RuleBook& rule_book;
    matching::Shelf& shelf;
};

/// What queries ask that no posting says: places, and what an offer in an occupation adds under the
/// basis for a person who has none. Both must outlive it.
search::Knowledge knowledge(
    const normalise::Gazetteer& gazetteer, const rules::RuleBook& rule_book
);

/// Why there is no answer: what is wrong with the text of the query and where, or another
/// parameter.
using Refusal = std::variant<search::QueryFault, domain::Error>;

/// Searches, and shows of the hits what may be served. Throws where a place is asked for and the
/// places are not loaded yet.
std::variant<Results, Refusal> browse(const Shelves& shelves, const search::Query& query);

/// All that a text finds of what is open on the day, ascending by id. `lift` is what a qualifying
/// offer in an occupation adds for the person who asks. Throws as browse().
std::variant<std::vector<domain::PostingId>, Refusal> find_all(
    const Shelves& shelves,
    const std::string& text,
    domain::Date as_of,
    std::function<std::optional<int>(domain::NocCode)> lift
);

}  // namespace browsing
