#pragma once

#include "matcher/express_entry/offer.hpp"
#include "matcher/express_entry/profile.hpp"
#include "matcher/fit/fit.hpp"
#include "matcher/ranking/top_k.hpp"
#include "services/matching/snapshot_keeper.hpp"
#include "sql/store/trust_store.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace matching {

struct MatchQuery {
    domain::Date as_of;
    ranking::Order order = ranking::Order::fit;
    std::size_t count = 20;                 ///< 1 to 100.
    const rules::RuleSet* asked = nullptr;  ///< A rule set to show beside the usual ones.
};

/// One posting for one candidate: why it fits, what it would add.
struct Match {
    domain::Posting posting;
    fit::Fit fit;
    std::vector<fit::PlacedAfter> placed_after;
    std::vector<express_entry::Lift> lifts;
    std::optional<store::TrustSummary> trust = {};  ///< Of its evidence card.
};

struct Matches {
    MatchQuery query;
    std::int64_t revision = 0;  ///< Of the truth that was ranked.
    std::size_t live = 0;       ///< Postings open on the day and not excluded.
    express_entry::CrsProfile profile;
    std::vector<Match> best;  ///< Best first.
};

/// What every answer about points rests on. Lives as long as the program.
struct Knowledge {
    rules::RuleBook rule_book;
    fit::Weights weights;
};

/// The best postings for a candidate: exact ranking over the snapshot, then the postings by id in
/// one query, then lift and explanation. Same inputs, same revision: the same answer.
Matches match(
    const Knowledge& knowledge,
    const ranking::Snapshot& snapshot,
    store::PostingStore& postings,
    store::TrustStore& trust,
    const domain::Candidate& candidate,
    const MatchQuery& query
);

/// One posting for one candidate.
Match match_one(
    const Knowledge& knowledge,
    const domain::Posting& posting,
    const domain::Candidate& candidate,
    const MatchQuery& query
);

}  // namespace matching
