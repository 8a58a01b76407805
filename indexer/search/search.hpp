#pragma once

#include "indexer/normalise/gazetteer.hpp"
#include "indexer/search/columns.hpp"
#include "indexer/search/facets.hpp"
#include "indexer/search/location.hpp"
#include "indexer/search/query_language.hpp"
#include "matcher/domain/date.hpp"
#include "matcher/domain/noc.hpp"
#include "matcher/domain/place.hpp"
#include "matcher/domain/posting.hpp"
#include "matcher/domain/result.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace search {

/// The index cannot be opened, read or written.
struct IndexError : std::runtime_error {
    using runtime_error::runtime_error;
};

/// Filters: OR within one, AND between them and with the text; an empty one does not filter.
struct Query {
    /// In the language of query_language.hpp; may be empty. Words are in English or French,
    /// stemmed, accents and gendered endings folded; a hit has all of them.
    std::string text{};
    std::vector<domain::Province> provinces{};
    std::vector<domain::NocCode> nocs{};
    std::vector<int> teers{};
    /// Passes a posting whose stated pay reaches it; one without pay does not pass.
    std::optional<domain::Cents> hourly_pay_min{};
    domain::Date as_of{};    ///< Only postings open on this day.
    std::size_t limit = 20;  ///< 1 to 100.
    std::string cursor{};    ///< From the last page; empty for the first.
    bool facets = false;     ///< Whether all hits are counted by their facets.
};

/// What queries ask that no posting says. Without a gazetteer no place is known; without the points
/// of occupations no offer adds any.
struct Knowledge {
    const normalise::Gazetteer* gazetteer = nullptr;
    /// What a qualifying offer in an occupation adds for a person who has none, under the rule set
    /// that the operator scores by; nothing where that is not known.
    std::function<std::optional<int>(domain::NocCode)> lift{};
    std::vector<domain::NocCode> nocs{};  ///< All there are.
};

/// A word of the query that a hit does not have, and the synonym that it has instead.
struct SynonymHit {
    std::string asked;  ///< As typed.
    std::string found;
    bool operator==(const SynonymHit&) const = default;
};

struct Hit {
    domain::PostingId id = 0;
    double text_score = 0;  ///< 0 without text.
    std::vector<SynonymHit> synonyms{};
};

struct Page {
    /// Best text first, then newest, then id; newest without text. A hit with a word of the query
    /// stands before every hit that has a synonym of it only.
    std::vector<Hit> hits;
    std::int64_t total = 0;     ///< When the first page was asked for.
    bool total_exact = true;    ///< Else it is estimated.
    std::string next_cursor;    ///< Empty on the last page.
    std::int64_t revision = 0;  ///< Of the truth that the index shows.
    /// The index has changed since the first page. Without text that shifts nothing; with text, a
    /// hit may have crossed the border of two pages, and be shown twice or not at all.
    bool moved = false;
    /// The query with words in place of those that no posting has; empty where all are known.
    std::string did_you_mean;
    std::optional<FacetCounts> facets;  ///< Where asked for, of all hits.
    bool facets_exact = true;           ///< Else from a part of the hits, for want of time.
};

/// Why a query is refused, with the place in its text.
std::optional<QueryFault> fault_of(const Query& query, const Knowledge& knowledge);

/// Refuses a limit out of range, a malformed cursor, or one for another query, and a text that
/// fault_of() finds fault with (field `q`). An index that cannot be opened throws IndexError. Opens
/// its own reader: a concurrent writer is never noticed. What is found does not depend on whether
/// columns are kept. Paging without text shows each posting once, whatever is written meanwhile.
domain::Result<Page> search(
    const SearchedIndex& index, const Query& query, const Knowledge& knowledge = {}
);

/// All hits, ascending by id, whatever limit, cursor and facets say. Refuses and throws as
/// search().
domain::Result<std::vector<domain::PostingId>> search_all(
    const SearchedIndex& index, const Query& query, const Knowledge& knowledge = {}
);

struct IndexStatus {
    std::int64_t revision = 0;  ///< Of the truth that the index shows.
    std::int64_t documents = 0;
};

/// All 0 where there is no index yet.
IndexStatus status(const IndexLocation& location);

/// The revision of status().
std::int64_t revision(const IndexLocation& location);

}  // namespace search
