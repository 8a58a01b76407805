#include "services/matching/candidates.hpp"

#include "services/matching/exclusions.hpp"
#include "services/matching/resume.hpp"

#include <algorithm>
#include <utility>

namespace matching {
namespace {

bool stands_before(const RankedCandidate& left, const RankedCandidate& right) {
    const auto key = [](const RankedCandidate& one) {
        return std::pair{one.placed_after.empty() ? 0 : 1, -one.fit.total};
    };
    return key(left) != key(right) ? key(left) < key(right) : left.id < right.id;
}

/// Whether words, of which the fit knows nothing yet, could bring the candidate into the list.
bool could_be_listed(
    RankedCandidate candidate,
    const std::vector<RankedCandidate>& best,
    const std::size_t count,
    const int words_max
) {
    candidate.fit.total += words_max;
    return best.size() < count || (count > 0 && stands_before(candidate, best.back()));
}

}  // namespace

CandidateRanking candidates_for(
    const Facts& facts,
    const search::PostingWords& words,
    const domain::Posting& posting,
    const domain::Date as_of,
    const std::size_t count,
    const std::function<std::vector<Applicant>()>& next
) {
    const fit::PostingTraits seen = fit::traits(posting);
    const fit::Weights& weights = facts.model.weights;
    const int words_max = weights.skills_and_duties.max + weights.title.max;
    CandidateRanking result;
    for (auto page = next(); !page.empty(); page = next()) {
        for (Applicant& applicant : page) {
            if (excludes(applicant.candidate.exclusions, posting)) {
                continue;
            }
            const fit::CandidateTraits traits{
                applicant.candidate,
                as_of,
                facts.model,
                wished_places(facts.gazetteer, applicant.candidate.preferences.places)};
            RankedCandidate ranked{
                .id = std::move(applicant.id),
                .fit = traits.fit(seen, {}),
                .placed_after = traits.placed_after(seen)};
            ++result.matching;
            if (!could_be_listed(ranked, result.best, count, words_max)) {
                continue;  // Looking up words costs more than all the rest.
            }
            Resume resume{words, applicant.candidate, as_of, facts.model};
            ranked.fit = traits.fit(seen, resume.match(posting.id));
            const auto place = std::ranges::upper_bound(result.best, ranked, stands_before);
            result.best.insert(place, std::move(ranked));
            if (result.best.size() > count) {
                result.best.pop_back();
            }
        }
    }
    return result;
}

}  // namespace matching
