#include "services/matching/matching.hpp"

#include "services/matching/exclusions.hpp"
#include "services/matching/resume.hpp"

#include <algorithm>
#include <span>
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

    Match match(ServedPosting served) {
        const domain::Posting& posting = served.shelved->posting();
        const fit::PostingTraits traits = fit::traits(posting);
        const express_entry::OfferTerms terms = express_entry::offer_terms(posting);
        Match match{
            .shelved = served.shelved,
            .fit = traits_.fit(traits, resume_.match(posting.id)),
            .placed_after = traits_.placed_after(traits),
            .lifts =
                express_entry::lifts(rule_book_, query_.asked, query_.as_of, profile_.input, terms),
            .trust = std::move(served.trust),
        };
        if (query_.explain) {
            match.prospects = outlook_.prospects(posting, match.lifts.front());
        }
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
         .count = query.skip + query.count,
         .points_needed = cut_off ? std::optional{cut_off->points_needed} : std::nullopt,
         .filter = query.filter,
         .facets = query.facets},
        seen.text()
    );
    const auto page = std::span{ranking.best}.subspan(std::min(query.skip, ranking.best.size()));
    std::vector<domain::PostingId> ids;
    for (const ranking::Ranked& ranked : page) {
        ids.push_back(ranked.id);
    }
    Matches result{
        .query = query,
        .revision = snapshot.revision(),
        .live = ranking.live,
        .shown = ranking.shown,
        .facets = ranking.facets,
        .profile = seen.profile(),
        .cut_off = cut_off,
        .best = {},
    };
    // A posting held back since the snapshot was taken, or whose evidence has run out, is not
    // found.
    auto ranked = page.begin();
    for (ServedPosting& served : stores.shelf.served(ids, query.as_of)) {
        while (ranked->id != served.shelved->posting().id) {
            ++ranked;
        }
        result.best.push_back(seen.match(std::move(served)));
        result.best.back().order_key = ranked->key;
    }
    return result;
}

Match match_one(
    const rules::RuleBook& rule_book,
    const Facts& facts,
    const Stores& stores,
    const ServedPosting& served,
    const domain::Candidate& candidate,
    const MatchQuery& query
) {
    return Seen{rule_book, facts, stores, candidate, query}.match(served);
}

}  // namespace matching
