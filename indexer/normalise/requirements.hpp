#pragma once

#include "matcher/domain/education.hpp"
#include "matcher/domain/posting.hpp"
#include "matcher/domain/result.hpp"

#include <string_view>
#include <vector>

namespace normalise {

struct EducationAsked {
    domain::EducationLevel level = domain::EducationLevel::less_than_secondary;
    bool equivalent_experience_accepted = false;
};

/// The least that a posting asks for, on the levels of the CRS. Job Bank's values, schema.org's
/// categories and the Quebec diplomas (DES, DEP, AEC, DEC, baccalauréat), English and French. A
/// trades or apprenticeship certificate, and a program of some months, count as one year.
domain::Result<EducationAsked> education_from(std::string_view text);

/// `1 year to less than 2 years`, `5 years or more`, `Experience an asset` (none is needed), `3
/// ans`; a bare number is months, as in schema.org's monthsOfExperience.
domain::Result<domain::ExperienceAsked> experience_from(std::string_view text);

/// The credentials of a value, one each: `First Aid Certificate; CPR Certificate`. `Not required`
/// and its like are none.
std::vector<std::string> credentials_from(std::string_view text);

}  // namespace normalise
