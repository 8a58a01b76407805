#pragma once

#include "matcher/domain/education.hpp"
#include "matcher/domain/language.hpp"
#include "matcher/rules/program_rules.hpp"

#include <optional>

namespace express_entry {

/// What the accompanying spouse adds to adaptability.
struct FswSpouse {
    std::optional<domain::AbilityLevels> levels;  ///< In one official language.
    bool studied_in_canada_2y = false;
    bool worked_in_canada_1y = false;
};

/// What the selection grid of the Federal Skilled Worker Program looks at.
struct FswInput {
    int age = 0;  ///< Whole years, 0 to 120.
    std::optional<domain::LanguageLevels> first_language;
    std::optional<domain::LanguageLevels> second_language;
    domain::EducationLevel education = domain::EducationLevel::less_than_secondary;
    int canadian_skilled_work_years = 0;  ///< Whole years of the last ten, 0 to 60.
    int foreign_skilled_work_years = 0;
    bool arranged_employment = false;
    std::optional<FswSpouse> spouse;
    bool studied_in_canada_2y = false;  ///< Two academic years, full-time.
    bool relative_in_canada = false;    ///< Not a cousin.
};

/// Points by the six factors of selection. Source: IRPR s. 78 to 83.
struct FswScore {
    int language = 0;
    int education = 0;
    int experience = 0;
    int age = 0;
    int arranged_employment = 0;
    int adaptability = 0;
    int total = 0;
};

FswScore fsw_score(const rules::FswGrid& grid, const FswInput& input);

}  // namespace express_entry
