#include "services/matching/matching.hpp"

#include "services/matching/exclusions.hpp"
#include "services/matching/resume.hpp"

#include <utility>

namespace matching {
namespace {

std::vector<const rules::RuleSet*> rule_sets_shown(
    const rules::RuleBook& rule_book, const MatchQuery& query
) {
    std::vector<const rules::RuleSet*> result;
    for (const auto& shown : express_entry::shown_rules(rule_book, query.asked, query.as_of)) {
        result.push_back(shown.rule_set);
    }
    return result;
}

/// The candidate as every posting is held against them.
class Seen {
public:
    Seen(
        const rules::RuleBook& rule_book,
        const Facts& facts,
        const Stores& stores,
        const domain::Candidate& candidate,
        const MatchQuery& query
    )
        : rule_book_{rule_book},
          query_{query},
          traits_{
              candidate,
              query.as_of,
              facts.model,
              wished_places(facts.gazetteer, candidate.preferences.places)},
          profile_{express_entry::crs_profile(candidate, query.as_of)},
          resume_{stores.words, candidate, query.as_of, facts.model},
          outlook_{
              candidate, profile_, rule_sets_shown(rule_book, query), facts.rounds, query.as_of} {}

    const fit::CandidateTraits& traits() const { return traits_; }
    const express_entry::CrsProfile& profile() const { return profile_; }
    std::optional<CutOff> cut_off() const { return outlook_.nearest_cut_off(); }

    ranking::Text text() { return resume_.text(); }

    Match match(domain::Posting posting) {
        const fit::PostingTraits traits = fit::traits(posting);
        const express_entry::OfferTerms terms = express_entry::offer_terms(posting);
        Match match{
            .posting = {},
            .fit = traits_.fit(traits, resume_.match(posting.id)),
            .placed_after = traits_.placed_after(traits),
            .lifts =
                express_entry::lifts(rule_book_, query_.asked, query_.as_of, profile_.input, terms),
        };
        if (query_.explain) {
            match.prospects = outlook_.prospects(posting, match.lifts.front());
        }
        match.posting = std::move(posting);
        return match;
    }

private:
    const rules::RuleBook& rule_book_;
    const MatchQuery& query_;
    fit::CandidateTraits traits_;
    express_entry::CrsProfile profile_;
    Resume resume_;
    Outlook outlook_;
};

void add_trust(std::vector<Match>& matches, std::vector<store::TrustSummary> summaries) {
    for (store::TrustSummary& summary : summaries) {
        for (Match& match : matches) {
            if (match.posting.id == summary.id) {
                match.trust = std::move(summary);
                break;
            }
        }
    }
}

}  // namespace

Matches match(
    const rules::RuleBook& rule_book,
    const Facts& facts,
    const ranking::Snapshot& snapshot,
    const Stores& stores,
    const domain::Candidate& candidate,
    const MatchQuery& query
) {
    Seen seen{rule_book, facts, stores, candidate, query};
    const std::optional<CutOff> cut_off = seen.cut_off();
    const ranking::Ranking ranking = ranking::top_k(
        snapshot,
        seen.traits(),
        with_spellings(candidate.exclusions, stores.postings),
        ranking::LiftByNoc{rule_book.basis(), seen.profile().input},
        {.as_of = query.as_of,
         .order = query.order,
         .count = query.count,
         .points_needed = cut_off ? std::optional{cut_off->points_needed} : std::nullopt},
        seen.text()
    );
    std::vector<domain::PostingId> ids;
    for (const ranking::Ranked& ranked : ranking.best) {
        ids.push_back(ranked.id);
    }
    Matches result{
        .query = query,
        .revision = snapshot.revision(),
        .live = ranking.live,
        .profile = seen.profile(),
        .cut_off = cut_off,
        .best = {},
    };
    // A posting held back since the snapshot was taken, or whose evidence has run out, is not
    // found.
    auto ranked = ranking.best.begin();
    for (domain::Posting& posting : stores.postings.find_served(ids, query.as_of)) {
        while (ranked->id != posting.id) {
            ++ranked;
        }
        result.best.push_back(seen.match(std::move(posting)));
        result.best.back().order_key = ranked->key;
    }
    add_trust(result.best, stores.trust.summaries(ids));
    return result;
}

Match match_one(
    const rules::RuleBook& rule_book,
    const Facts& facts,
    const Stores& stores,
    const domain::Posting& posting,
    const domain::Candidate& candidate,
    const MatchQuery& query
) {
    std::vector<Match> one;
    one.push_back(Seen{rule_book, facts, stores, candidate, query}.match(posting));
    add_trust(one, stores.trust.summaries({posting.id}));
    return std::move(one.front());
}

}  // namespace matching
