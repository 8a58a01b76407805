#include "services/matching/matching.hpp"

#include <utility>

namespace matching {
namespace {

/// The candidate as every posting is held against them.
struct Seen {
    fit::CandidateTraits traits;
    express_entry::CrsProfile profile;
};

Seen see(const Knowledge& knowledge, const domain::Candidate& candidate, const domain::Date as_of) {
    return {
        .traits = {candidate, as_of, knowledge.weights},
        .profile = express_entry::crs_profile(candidate, as_of),
    };
}

Match explain(
    const Knowledge& knowledge, const Seen& seen, domain::Posting posting, const MatchQuery& query
) {
    const fit::PostingTraits traits = fit::traits(posting);
    const express_entry::OfferTerms terms = express_entry::offer_terms(posting);
    return {
        .posting = std::move(posting),
        .fit = seen.traits.fit(traits),
        .placed_after = seen.traits.placed_after(traits),
        .lifts = express_entry::lifts(
            knowledge.rule_book, query.asked, query.as_of, seen.profile.input, terms
        ),
    };
}

}  // namespace

Matches match(
    const Knowledge& knowledge,
    const ranking::Snapshot& snapshot,
    store::PostingStore& postings,
    store::TrustStore& trust,
    const domain::Candidate& candidate,
    const MatchQuery& query
) {
    const Seen seen = see(knowledge, candidate, query.as_of);
    const ranking::Ranking ranking = ranking::top_k(
        snapshot,
        seen.traits,
        candidate.exclusions,
        ranking::LiftByNoc{knowledge.rule_book.basis(), seen.profile.input},
        {.as_of = query.as_of, .order = query.order, .count = query.count}
    );
    std::vector<domain::PostingId> ids;
    for (const ranking::Ranked& ranked : ranking.best) {
        ids.push_back(ranked.id);
    }
    Matches result{
        .query = query,
        .revision = snapshot.revision(),
        .live = ranking.live,
        .profile = seen.profile,
        .best = {},
    };
    // A posting held back since the snapshot was taken, or whose evidence has run out, is not
    // found.
    for (domain::Posting& posting : postings.find_served(ids, query.as_of)) {
        result.best.push_back(explain(knowledge, seen, std::move(posting), query));
    }
    for (store::TrustSummary& summary : trust.summaries(ids)) {
        for (Match& match : result.best) {
            if (match.posting.id == summary.id) {
                match.trust = std::move(summary);
                break;
            }
        }
    }
    return result;
}

Match match_one(
    const Knowledge& knowledge,
    const domain::Posting& posting,
    const domain::Candidate& candidate,
    const MatchQuery& query
) {
    return explain(knowledge, see(knowledge, candidate, query.as_of), posting, query);
}

}  // namespace matching
