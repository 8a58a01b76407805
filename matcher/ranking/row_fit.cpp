#include "matcher/ranking/row_fit.hpp"

#include <algorithm>

namespace ranking {
namespace {

using domain::Licence;
using domain::NocCode;
using domain::WorkingLanguage;

constexpr std::size_t working_languages = static_cast<std::size_t>(WorkingLanguage::bilingual) + 1;

std::size_t qualification_index(const Row& row) {
    constexpr std::size_t educations = 1 + domain::education_levels;
    const std::size_t equivalent = (row.flags & flag::equivalent_experience_accepted) != 0 ? 1 : 0;
    return (row.licence_asked * educations + row.education_asked) * 2 + equivalent;
}

}  // namespace

RowFit::RowFit(const Snapshot& snapshot, const fit::CandidateTraits& candidate)
    : candidate_{candidate},
      place_(2 * snapshot.places(), unknown),
      remote_{candidate.remote_points(false), candidate.remote_points(true)},
      terms_{candidate.terms_points(false), candidate.terms_points(true)} {
    static_assert(languages == 2 * working_languages);
    static_assert(hard_facts == working_languages * 2 * 2);
    static_assert(qualifications == domain::licences * (1 + domain::education_levels) * 2);
    qualification_.fill(unknown);
    for (std::size_t teer = 0; teer < teers; ++teer) {
        best_language_[teer] = best_language(static_cast<int>(teer));
    }
    for (std::size_t at = 0; at < domain::licences; ++at) {
        const fit::PostingTraits posting{.licence_asked = static_cast<Licence>(at)};
        lacks_[at] = !candidate.placed_after(posting).empty();
    }
    for (std::size_t at = 0; at < hard_facts; ++at) {
        const fit::PostingTraits posting{
            .working_language = static_cast<WorkingLanguage>(at / 4),
            .asks_other_language = at / 2 % 2 == 1,
            .refuses_outside_canada = at % 2 == 1,
        };
        after_[at] = !candidate.placed_after(posting).empty();
    }
    const fit::Weights& weights = candidate.weights();
    best_of_the_rest_ = weights.qualifications.max + weights.place.max + weights.pay.max +
                        weights.remote.max + weights.start.max + weights.terms.max;
}

void RowFit::enter(const NocCode noc) {
    noc_ = noc;
    occupation_.fill(unknown);
    experience_.fill(unknown);
    language_.fill(unknown);
}

int RowFit::occupation(const Row& row) {
    std::int16_t& points = occupation_[row.title_support];
    if (points == unknown) {
        points = static_cast<std::int16_t>(candidate_.occupation_points(noc_, row.title_support));
    }
    return points;
}

int RowFit::experience(const Row& row) {
    const bool stated = (row.flags & flag::experience_stated) != 0;
    std::int16_t& points = experience_[stated ? 1U + row.experience_months_asked : 0U];
    if (points == unknown) {
        points = static_cast<std::int16_t>(candidate_.experience_points(traits(row)));
    }
    return points;
}

int RowFit::language(const Row& row) {
    const bool french_likely = (row.flags & flag::french_likely) != 0;
    std::int16_t& points = language_[2U * row.working_language + (french_likely ? 1U : 0U)];
    if (points == unknown) {
        points = static_cast<std::int16_t>(candidate_.language_points(traits(row)));
    }
    return points;
}

int RowFit::qualification(const Row& row) {
    std::int16_t& points = qualification_[qualification_index(row)];
    if (points == unknown) {
        points = static_cast<std::int16_t>(candidate_.qualification_points(traits(row)));
    }
    return points;
}

int RowFit::place(const Row& row) {
    if (row.place == Places::beyond) {
        return candidate_.place_points(traits(row));
    }
    std::int16_t& points = place_[2U * row.place + ((row.flags & flag::remote) != 0 ? 1U : 0U)];
    if (points == unknown) {
        points = static_cast<std::int16_t>(candidate_.place_points(traits(row)));
    }
    return points;
}

std::optional<int> RowFit::distance_km(const Row& row) {
    constexpr std::int32_t not_asked = -1;
    constexpr std::int32_t not_known = -2;
    if (row.place == Places::beyond) {
        return candidate_.distance_km(row.spot);
    }
    if (distance_.empty()) {
        distance_.assign(place_.size() / 2, not_asked);
    }
    std::int32_t& distance = distance_[row.place];
    if (distance == not_asked) {
        distance = candidate_.distance_km(row.spot).value_or(not_known);
    }
    return distance == not_known ? std::nullopt : std::optional<int>{distance};
}

bool RowFit::placed_after(const Row& row) const {
    const bool refuses = (row.flags & flag::refuses_outside_canada) != 0;
    const bool asks_other_language = (row.flags & flag::asks_other_language) != 0;
    return lacks_[row.licence_asked] ||
           after_
               [4U * row.working_language + (asks_other_language ? 2U : 0U) + (refuses ? 1U : 0U)];
}

int RowFit::bound(const NocCode noc) const {
    return candidate_.occupation_points(noc, 100) + best_experience(noc) +
           best_language_[static_cast<std::size_t>(noc.teer())] + best_of_the_rest_;
}

/// The level expected, and so the points, depend on the TEER of the posting. A likely language
/// never counts for more than the same language stated.
int RowFit::best_language(const int teer) const {
    fit::PostingTraits posting{.noc = NocCode::from_number(1'000 * teer)};
    int best = 0;
    for (std::size_t index = 0; index < working_languages; ++index) {
        posting.working_language = static_cast<WorkingLanguage>(index);
        best = std::max(best, candidate_.language_points(posting));
    }
    return best;
}

/// Nothing stated, nothing asked, or the least that can be asked.
int RowFit::best_experience(const NocCode noc) const {
    const fit::Weights::Experience& weights = candidate_.weights().experience;
    const int with_one_month_asked = candidate_.experience_points(
        {.noc = noc, .experience_months_asked = 1, .experience_stated = true}
    );
    return std::max({weights.not_stated, weights.not_asked, with_one_month_asked});
}

}  // namespace ranking
