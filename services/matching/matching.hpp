#pragma once

#include "indexer/search/posting_words.hpp"
#include "matcher/express_entry/offer.hpp"
#include "matcher/express_entry/profile.hpp"
#include "matcher/fit/fit.hpp"
#include "matcher/ranking/top_k.hpp"
#include "matcher/rules/rule_book.hpp"
#include "services/matching/facts.hpp"
#include "services/matching/prospects.hpp"
#include "services/matching/shelf.hpp"
#include "services/matching/snapshot_keeper.hpp"
#include "sql/store/posting_store.hpp"
#include "sql/store/trust_store.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace matching {

struct MatchQuery {
    domain::Date as_of;
    ranking::Order order = ranking::Order::fit;
    std::size_t skip = 0;                   ///< How many of the best stand on pages before.
    std::size_t count = 20;                 ///< 1 to 100.
    const rules::RuleSet* asked = nullptr;  ///< A rule set to show beside the usual ones.
    bool explain = true;                    ///< With the prospects of each match.
    ranking::Filter filter{};
    bool facets = false;  ///< Whether what passes the filter is counted by its facets.
};

/// Where postings and what is known of them stand.
struct Stores {
    store::PostingStore& postings;
    store::TrustStore& trust;
    Shelf& shelf;
    /// Of the search index; where there is none, no words are compared.
    search::PostingWords words;
};

/// One posting for one candidate: why it fits, what it would add.
struct Match {
    std::shared_ptr<const Shelved> shelved;
    fit::Fit fit;
    std::vector<fit::PlacedAfter> placed_after;
    std::vector<express_entry::Lift> lifts;
    std::optional<Prospects> prospects = {};  ///< Nothing for a job in Quebec, nor unexplained.
    std::optional<int> order_key = {};        ///< As in ranking::Ranked.
    std::optional<store::TrustSummary> trust = {};  ///< Of its evidence card.

    const domain::Posting& posting() const { return shelved->posting(); }
};

struct Matches {
    MatchQuery query;
    std::int64_t revision = 0;  ///< Of the truth that was ranked.
    std::size_t live = 0;       ///< Postings open on the day and not excluded.
    std::size_t shown = 0;      ///< How many of these pass the filter.
    std::optional<ranking::FacetCounts> facets = {};
    express_entry::CrsProfile profile;
    std::optional<CutOff> cut_off = {};  ///< That Order::best_chance looks at.
    std::vector<Match> best;             ///< Best first.
};

/// The best postings for a candidate: exact ranking over the snapshot, with the words that still
/// matter from the index, then the postings by id in one query, then lift and explanation. Same
/// inputs, same revisions: the same answer.
Matches match(
    const rules::RuleBook& rule_book,
    const Facts& facts,
    const ranking::Snapshot& snapshot,
    const Stores& stores,
    const domain::Candidate& candidate,
    const MatchQuery& query
);

/// One posting for one candidate.
Match match_one(
    const rules::RuleBook& rule_book,
    const Facts& facts,
    const Stores& stores,
    const ServedPosting& served,
    const domain::Candidate& candidate,
    const MatchQuery& query
);

}  // namespace matching
