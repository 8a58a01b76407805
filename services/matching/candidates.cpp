#include "services/matching/candidates.hpp"

#include "matcher/ranking/excluded.hpp"
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

}  // namespace

CandidateRanking candidates_for(
    const Facts& facts,
    const search::IndexLocation& index,
    const domain::Posting& posting,
    const domain::Date as_of,
    const std::size_t count,
    const std::function<std::vector<Applicant>()>& next
) {
    const fit::PostingTraits seen = fit::traits(posting);
    const ranking::Row row = ranking::row(posting);
    CandidateRanking result;
    for (auto page = next(); !page.empty(); page = next()) {
        for (Applicant& applicant : page) {
            if (ranking::Excluded{applicant.candidate.exclusions}.has(row)) {
                continue;
            }
            const fit::CandidateTraits traits{
                applicant.candidate,
                as_of,
                facts.model,
                wished_places(facts.gazetteer, applicant.candidate.preferences.places)};
            Resume resume{index, applicant.candidate, as_of, facts.model};
            RankedCandidate ranked{
                .id = std::move(applicant.id),
                .fit = traits.fit(seen, resume.match(posting.id)),
                .placed_after = traits.placed_after(seen)};
            ++result.matching;
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
