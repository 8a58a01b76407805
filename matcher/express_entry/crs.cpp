#include "matcher/express_entry/crs.hpp"

#include <algorithm>
#include <cstddef>

namespace express_entry {
namespace {

using domain::AbilityLevels;
using domain::Clb;
using rules::Column;
using rules::RuleSet;

std::size_t index(const int value) { return static_cast<std::size_t>(value); }
std::size_t index(const Column column) { return static_cast<std::size_t>(column); }
std::size_t index(const domain::EducationLevel level) { return static_cast<std::size_t>(level); }

/// A sum that is not known if an addend is not.
Points plus(const Points left, const int right) {
    return left ? Points{*left + right} : std::nullopt;
}

Column column_of(const CrsInput& input) {
    return input.marital == domain::Marital::spouse_accompanying ? Column::with_spouse
                                                                 : Column::without_spouse;
}

/// Points of the four abilities together; nothing proven earns nothing.
template <class PointsFor>
int sum_abilities(const std::optional<domain::LanguageLevels>& language, PointsFor points_for) {
    if (!language) {
        return 0;
    }
    const AbilityLevels& levels = language->levels;
    return points_for(index(levels.listening)) + points_for(index(levels.reading)) +
           points_for(index(levels.writing)) + points_for(index(levels.speaking));
}

Clb lowest(const std::optional<domain::LanguageLevels>& language) {
    return language ? language->levels.lowest() : 0;
}

/// Points for Canadian work, of which the grid gives `by_grid`.
struct CanadianWorkPoints {
    const CrsInput& input;
    int by_grid;

    Points operator()(const rules::CanadianWorkByGrid&) const { return by_grid; }
    Points operator()(const rules::UnknownCanadianWork&) const {
        return input.canadian_work_years > 0 ? std::nullopt : Points{by_grid};
    }
    Points operator()(const rules::CanadianWorkByOccupation& rule) const {
        if (input.canadian_work_years < rule.years_min) {
            return by_grid;
        }
        return input.canadian_work_noc ? plus(rule.list.points(*input.canadian_work_noc), by_grid)
                                       : std::nullopt;
    }
};

CoreScore core_score(const RuleSet& rule_set, const CrsInput& input, const std::size_t column) {
    const rules::CoreGrid& grid = rule_set.core;
    CoreScore score;
    score.age = grid.age[index(input.age)][column];
    score.education = grid.education[index(input.education)][column];
    score.first_language = sum_abilities(input.first_language, [&](const std::size_t level) {
        return grid.first_language[level][column];
    });
    score.second_language =
        std::min(grid.second_language_max[column], second_language_uncapped(rule_set, input));
    score.canadian_work = std::visit(
        CanadianWorkPoints{input, grid.canadian_work[index(input.canadian_work_years)][column]},
        rule_set.canadian_work
    );
    score.subtotal = plus(
        score.canadian_work,
        score.age + score.education + score.first_language + score.second_language
    );
    return score;
}

SpouseScore spouse_score(const rules::SpouseGrid& grid, const SpouseInput& spouse) {
    SpouseScore score;
    score.education = grid.education[index(spouse.education)];
    score.language = sum_abilities(spouse.first_language, [&](const std::size_t level) {
        return grid.first_language[level];
    });
    score.canadian_work = grid.canadian_work[index(spouse.canadian_work_years)];
    score.subtotal = score.education + score.language + score.canadian_work;
    return score;
}

/// 0 below the lower tier, 1 in it, 2 in the upper.
std::size_t tier(const std::array<int, 2>& begins, const int value) {
    return index(static_cast<int>(value >= begins[0]) + static_cast<int>(value >= begins[1]));
}

TransferabilityScore transferability_score(const RuleSet& rule_set, const CrsInput& input) {
    const rules::TransferabilityGrid& grid = rule_set.transferability;
    const std::size_t language = tier(grid.language_tiers, lowest(input.first_language));
    const std::size_t work = tier(grid.canadian_work_tiers, input.canadian_work_years);
    const std::size_t education = index(input.education);
    const std::size_t foreign_years = index(input.foreign_work_years);

    TransferabilityScore score;
    score.education_language = grid.education_language[education][language];
    score.education_canadian_work = grid.education_canadian_work[education][work];
    score.education_group =
        std::min(grid.group_cap, score.education_language + score.education_canadian_work);
    score.foreign_language = grid.foreign_language[foreign_years][language];
    score.foreign_canadian_work = grid.foreign_canadian_work[foreign_years][work];
    score.foreign_group =
        std::min(grid.group_cap, score.foreign_language + score.foreign_canadian_work);
    score.certificate_group = std::min(grid.group_cap, certificate_uncapped(rule_set, input));
    score.subtotal =
        std::min(grid.cap, score.education_group + score.foreign_group + score.certificate_group);
    return score;
}

/// The lowest level proven in `language`, whichever of the two comes first.
Clb lowest_in(const CrsInput& input, const domain::OfficialLanguage language) {
    if (input.first_language && input.first_language->language == language) {
        return lowest(input.first_language);
    }
    if (input.second_language && input.second_language->language == language) {
        return lowest(input.second_language);
    }
    return 0;
}

int french_points(const std::optional<rules::FrenchBonus>& bonus, const CrsInput& input) {
    if (!bonus || lowest_in(input, domain::OfficialLanguage::french) < bonus->french_level) {
        return 0;
    }
    const bool english =
        lowest_in(input, domain::OfficialLanguage::english) >= bonus->english_level;
    return english ? bonus->french_and_english : bonus->french_only;
}

int canadian_study_points(
    const std::optional<rules::CanadianStudyBonus>& bonus, const CanadianStudy study
) {
    if (!bonus || study == CanadianStudy::none) {
        return 0;
    }
    return study == CanadianStudy::three_year_plus ? bonus->three_year_plus
                                                   : bonus->one_or_two_year;
}

AdditionalScore additional_score(const RuleSet& rule_set, const CrsInput& input) {
    const rules::AdditionalPoints& points = rule_set.additional;
    AdditionalScore score;
    score.provincial_nomination = input.provincial_nomination ? points.provincial_nomination : 0;
    if (counts(rule_set, input.job_offer)) {
        score.job_offer = offer_points(rule_set, input.job_offer->noc);
    }
    score.french = french_points(points.french, input);
    score.canadian_study = canadian_study_points(points.canadian_study, input.canadian_study);
    score.sibling = input.sibling_in_canada ? points.sibling : 0;
    score.uncapped = plus(
        score.job_offer,
        score.provincial_nomination + score.french + score.canadian_study + score.sibling
    );
    // A figure that is not known stays so even where the cap would hide it: the reported rules may
    // have moved the cap as well.
    if (score.uncapped) {
        score.subtotal = std::min(points.cap, *score.uncapped);
    } else {
        score.subtotal = std::nullopt;
    }
    return score;
}

struct OfferPointsFor {
    domain::NocCode noc;

    Points operator()(const rules::NoOfferPoints&) const { return 0; }
    Points operator()(const rules::UnknownOfferPoints&) const { return std::nullopt; }
    Points operator()(const rules::FixedOfferPoints& offer) const {
        return noc.teer() <= offer.teer_max ? offer.points : 0;
    }
    Points operator()(const rules::OfferPointsByOccupation& offer) const {
        return offer.list.points(noc);
    }
    Points operator()(const rules::OfferPointsByMajorGroup& offer) const {
        if (noc.major_group() == 0) {
            return offer.major_group_00;
        }
        return noc.teer() <= offer.teer_max ? offer.other : 0;
    }
};

}  // namespace

CrsScore score(const RuleSet& rule_set, const CrsInput& input) {
    CrsScore score;
    score.column = column_of(input);
    score.core = core_score(rule_set, input, index(score.column));
    if (score.column == Column::with_spouse && input.spouse) {
        score.spouse = spouse_score(rule_set.spouse, *input.spouse);
    }
    score.transferability = transferability_score(rule_set, input);
    score.additional = additional_score(rule_set, input);
    if (score.core.subtotal && score.additional.subtotal) {
        const int sum = *score.core.subtotal + score.spouse.subtotal +
                        score.transferability.subtotal + *score.additional.subtotal;
        score.total = std::min(rule_set.total_cap, sum);
    } else {
        score.total = std::nullopt;
    }
    return score;
}

bool counts(const RuleSet& rule_set, const std::optional<JobOffer>& offer) {
    if (!offer) {
        return false;
    }
    const bool needs_lmia = rule_set.additional.offer_needs_lmia_or_exemption;
    return offer->qualifying || (offer->but_for_lmia && !needs_lmia);
}

Points offer_points(const RuleSet& rule_set, const domain::NocCode noc) {
    return std::visit(OfferPointsFor{noc}, rule_set.additional.job_offer);
}

int second_language_uncapped(const RuleSet& rule_set, const CrsInput& input) {
    return sum_abilities(input.second_language, [&](const std::size_t level) {
        return rule_set.core.second_language[level];
    });
}

int certificate_uncapped(const RuleSet& rule_set, const CrsInput& input) {
    if (!input.certificate_of_qualification) {
        return 0;
    }
    const rules::TransferabilityGrid& grid = rule_set.transferability;
    const Clb level = lowest(input.first_language);
    return grid.certificate_language[tier(grid.certificate_language_tiers, level)];
}

}  // namespace express_entry
