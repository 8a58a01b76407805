#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/domain/education.hpp"
#include "matcher/domain/language.hpp"
#include "matcher/domain/noc.hpp"
#include "matcher/rules/rule_set.hpp"

#include <optional>

namespace express_entry {

enum class CanadianStudy : unsigned char { none, one_or_two_year, three_year_plus };

/// An offer of employment in hand.
struct JobOffer {
    domain::NocCode noc = domain::NocCode::from_number(0);
    bool qualifying = false;    ///< Meets every condition other than the occupation.
    bool but_for_lmia = false;  ///< Meets them all but that of an LMIA or exemption.
    bool operator==(const JobOffer&) const = default;
};

struct SpouseInput {
    domain::EducationLevel education = domain::EducationLevel::less_than_secondary;
    std::optional<domain::LanguageLevels> first_language;
    int canadian_work_years = 0;
};

/// What the CRS looks at, with every duration in whole years.
struct CrsInput {
    int age = 0;  ///< Whole years on the day of scoring, 0 to 120.
    domain::Marital marital = domain::Marital::single;
    domain::EducationLevel education = domain::EducationLevel::less_than_secondary;
    std::optional<domain::LanguageLevels> first_language;
    std::optional<domain::LanguageLevels> second_language;
    int canadian_work_years = 0;  ///< In the last ten years, 0 to 60.
    /// The occupation of the Canadian work; asked only by rule sets with a list of occupations.
    std::optional<domain::NocCode> canadian_work_noc = std::nullopt;
    int foreign_work_years = 0;         ///< In the last ten years, 0 to 60.
    std::optional<SpouseInput> spouse;  ///< Ignored unless it accompanies.
    bool certificate_of_qualification = false;
    std::optional<JobOffer> job_offer;
    bool provincial_nomination = false;
    CanadianStudy canadian_study = CanadianStudy::none;
    bool sibling_in_canada = false;
};

/// Points, or nothing where they rest on a parameter of the rule set that is not known.
using Points = std::optional<int>;

struct CoreScore {
    int age = 0;
    int education = 0;
    int first_language = 0;
    int second_language = 0;
    Points canadian_work = 0;
    Points subtotal = 0;
};

struct SpouseScore {
    int education = 0;
    int language = 0;
    int canadian_work = 0;
    int subtotal = 0;
};

struct TransferabilityScore {
    int education_language = 0;
    int education_canadian_work = 0;
    int education_group = 0;
    int foreign_language = 0;
    int foreign_canadian_work = 0;
    int foreign_group = 0;
    int certificate_group = 0;
    int subtotal = 0;
};

struct AdditionalScore {
    int provincial_nomination = 0;
    Points job_offer = 0;
    int french = 0;
    int canadian_study = 0;
    int sibling = 0;
    Points uncapped = 0;
    Points subtotal = 0;
};

struct CrsScore {
    rules::Column column = rules::Column::without_spouse;
    CoreScore core;
    SpouseScore spouse;
    TransferabilityScore transferability;
    AdditionalScore additional;
    Points total = 0;
};

/// The Comprehensive Ranking System score under one rule set. No allocation; total function over
/// inputs in the ranges stated above.
CrsScore score(const rules::RuleSet& rule_set, const CrsInput& input);

/// Whether the offer meets the conditions of this rule set other than the occupation.
bool counts(const rules::RuleSet& rule_set, const std::optional<JobOffer>& offer);

/// The points that an offer in this occupation is worth under the rule set if it qualifies,
/// before any cap; nothing where the rule's figures are not known.
Points offer_points(const rules::RuleSet& rule_set, domain::NocCode noc);

/// What the four abilities of the second official language earn together, before the cap.
int second_language_uncapped(const rules::RuleSet& rule_set, const CrsInput& input);

/// What a trade certificate earns with the first official language, before the cap of its group.
int certificate_uncapped(const rules::RuleSet& rule_set, const CrsInput& input);

}  // namespace express_entry
