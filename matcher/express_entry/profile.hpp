#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/express_entry/crs.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace express_entry {

/// Something in the candidate's document that the score does not count, and must be said.
enum class ProfileNote : unsigned char {
    no_valid_first_language_test,  ///< No official language test under two years old.
    language_test_expired,         ///< A test is two years old or more on the day of scoring.
    language_test_in_future,       ///< A test is dated after the day of scoring.
    education_without_eca,         ///< A foreign credential has no assessment.
    eca_expired,                   ///< The assessment is five years old or more.
    education_in_future,
    no_education,
    job_not_counted,  ///< Unpaid, TEER 4-5, or self-employed or student work in Canada.
    job_in_future,
    spouse_missing,  ///< A spouse accompanies but nothing is said about them.
};

struct Noted {
    ProfileNote note;
    std::string path;  ///< Of the part of the document, such as `education[0]`.
};

struct CrsProfile {
    CrsInput input;
    std::vector<Noted> notes;
};

/// The candidate as the CRS sees them on `as_of`. Tests count while under two years old, foreign
/// credentials with an assessment under five years old. Which language is first is the candidate's
/// choice: the one marked first, else the order that scores higher.
CrsProfile crs_profile(const domain::Candidate& candidate, domain::Date as_of);

/// ISO 3166-1 alpha-2: `CA`.
constexpr bool in_canada(std::string_view country) { return country == "CA"; }

/// Whether the CRS counts the job at all: paid and TEER 0-3; in Canada neither self-employment nor
/// work done while a full-time student.
bool counts_as_work(const domain::Job& job);

/// Whole years of work that counts, in the ten years before `as_of`. At most 30 hours of any week
/// count, so that no year takes less than twelve months; part-time work adds up. Canadian and
/// foreign work are counted apart.
struct WorkYears {
    int canadian = 0;
    int foreign = 0;
};
WorkYears work_years(const std::vector<domain::Job>& jobs, domain::Date as_of);

}  // namespace express_entry
