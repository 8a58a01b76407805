#include "matcher/express_entry/crs_caps.hpp"

#include <algorithm>

namespace express_entry {
namespace {

constexpr int abilities = 4;

template <class Table>
int greatest(const Table& table) {
    return *std::ranges::max_element(table);
}

template <class Table>
int greatest_in(const Table& table, const std::size_t column) {
    int most = 0;
    for (const rules::ByColumn& row : table) {
        most = std::max(most, row[column]);
    }
    return most;
}

template <class Table>
int greatest_tier(const Table& table) {
    int most = 0;
    for (const rules::Tiers& tiers : table) {
        most = std::max(most, greatest(tiers));
    }
    return most;
}

/// The greatest points of any level; not known if one level's are not.
Points greatest(const rules::OccupationList& list) {
    int most = 0;
    for (const rules::OccupationLevel& level : list.levels) {
        if (!level.points) {
            return std::nullopt;
        }
        most = std::max(most, *level.points);
    }
    return most;
}

struct GreatestOffer {
    Points operator()(const rules::NoOfferPoints&) const { return 0; }
    Points operator()(const rules::UnknownOfferPoints&) const { return std::nullopt; }
    Points operator()(const rules::FixedOfferPoints& offer) const { return offer.points; }
    Points operator()(const rules::OfferPointsByOccupation& offer) const {
        return greatest(offer.list);
    }
    Points operator()(const rules::OfferPointsByMajorGroup& offer) const {
        return std::max(offer.major_group_00, offer.other);
    }
};

struct GreatestCanadianWork {
    int by_grid;

    Points operator()(const rules::CanadianWorkByGrid&) const { return by_grid; }
    Points operator()(const rules::UnknownCanadianWork&) const { return std::nullopt; }
    Points operator()(const rules::CanadianWorkByOccupation& rule) const {
        const Points by_list = greatest(rule.list);
        return by_list ? Points{by_grid + *by_list} : std::nullopt;
    }
};

Points sum(const Points left, const int right) {
    return left ? Points{*left + right} : std::nullopt;
}

void fill_core(CrsScore& most, const rules::RuleSet& rule_set, const std::size_t column) {
    const rules::CoreGrid& grid = rule_set.core;
    most.core.age = greatest_in(grid.age, column);
    most.core.education = greatest_in(grid.education, column);
    most.core.first_language = abilities * greatest_in(grid.first_language, column);
    most.core.second_language =
        std::min(grid.second_language_max[column], abilities * greatest(grid.second_language));
    most.core.canadian_work = std::visit(
        GreatestCanadianWork{greatest_in(grid.canadian_work, column)}, rule_set.canadian_work
    );
    most.core.subtotal = sum(
        most.core.canadian_work,
        most.core.age + most.core.education + most.core.first_language + most.core.second_language
    );
}

void fill_spouse(SpouseScore& most, const rules::SpouseGrid& grid) {
    most.education = greatest(grid.education);
    most.language = abilities * greatest(grid.first_language);
    most.canadian_work = greatest(grid.canadian_work);
    most.subtotal = most.education + most.language + most.canadian_work;
}

void fill_transferability(TransferabilityScore& most, const rules::TransferabilityGrid& grid) {
    most.education_language = greatest_tier(grid.education_language);
    most.education_canadian_work = greatest_tier(grid.education_canadian_work);
    most.education_group =
        std::min(grid.group_cap, most.education_language + most.education_canadian_work);
    most.foreign_language = greatest_tier(grid.foreign_language);
    most.foreign_canadian_work = greatest_tier(grid.foreign_canadian_work);
    most.foreign_group =
        std::min(grid.group_cap, most.foreign_language + most.foreign_canadian_work);
    most.certificate_group = std::min(grid.group_cap, greatest(grid.certificate_language));
    most.subtotal =
        std::min(grid.cap, most.education_group + most.foreign_group + most.certificate_group);
}

void fill_additional(AdditionalScore& most, const rules::AdditionalPoints& points) {
    most.provincial_nomination = points.provincial_nomination;
    most.job_offer = std::visit(GreatestOffer{}, points.job_offer);
    most.french =
        points.french ? std::max(points.french->french_only, points.french->french_and_english) : 0;
    most.canadian_study = points.canadian_study ? points.canadian_study->three_year_plus : 0;
    most.sibling = points.sibling;
    most.uncapped =
        sum(most.job_offer,
            most.provincial_nomination + most.french + most.canadian_study + most.sibling);
    most.subtotal = std::min(points.cap, most.uncapped.value_or(points.cap));
}

}  // namespace

CrsScore maxima(const rules::RuleSet& rule_set, const rules::Column column) {
    CrsScore most;
    most.column = column;
    fill_core(most, rule_set, static_cast<std::size_t>(column));
    if (column == rules::Column::with_spouse) {
        fill_spouse(most.spouse, rule_set.spouse);
    }
    fill_transferability(most.transferability, rule_set.transferability);
    fill_additional(most.additional, rule_set.additional);
    most.total = rule_set.total_cap;
    if (most.core.subtotal) {
        most.total = std::min(
            rule_set.total_cap,
            *most.core.subtotal + most.spouse.subtotal + most.transferability.subtotal +
                *most.additional.subtotal
        );
    }
    return most;
}

LostToCaps lost_to_caps(
    const rules::RuleSet& rule_set, const CrsInput& input, const CrsScore& score
) {
    LostToCaps lost;
    lost.second_language = second_language_uncapped(rule_set, input) - score.core.second_language;
    const TransferabilityScore& transfer = score.transferability;
    lost.education_group =
        transfer.education_language + transfer.education_canadian_work - transfer.education_group;
    lost.foreign_group =
        transfer.foreign_language + transfer.foreign_canadian_work - transfer.foreign_group;
    lost.certificate_group = certificate_uncapped(rule_set, input) - transfer.certificate_group;
    lost.transferability = transfer.education_group + transfer.foreign_group +
                           transfer.certificate_group - transfer.subtotal;
    const Points additional = score.additional.subtotal;
    lost.additional = additional ? sum(score.additional.uncapped, -*additional) : std::nullopt;
    lost.total = score.total ? Points{*score.core.subtotal + score.spouse.subtotal +
                                      transfer.subtotal + *additional - *score.total}
                             : std::nullopt;
    return lost;
}

}  // namespace express_entry
