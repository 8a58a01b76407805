#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/express_entry/crs.hpp"
#include "matcher/express_entry/work.hpp"

#include <optional>
#include <string>
#include <vector>

namespace express_entry {

/// Something in the candidate's document that the score does not count, and must be said.
enum class ProfileNote : unsigned char {
    no_valid_first_language_test,    ///< No official language test under two years old.
    language_test_expired,           ///< A test is two years old or more on the day of scoring.
    language_test_in_future,         ///< A test is dated after the day of scoring.
    language_test_not_accepted_yet,  ///< Express Entry did not accept the test on its date.
    education_without_eca,           ///< A foreign credential has no assessment.
    eca_expired,                     ///< The assessment is five years old or more.
    education_in_future,
    no_education,
    job_not_counted,  ///< Unpaid, TEER 4-5, or self-employed or student work in Canada.
    job_in_future,
    spouse_missing,  ///< A spouse accompanies but nothing is said about them.
    no_spouse_education,
    no_spouse_language_test,
    offer_not_counted,  ///< The offer in hand fails a clause.
    offer_not_certain,  ///< Too little is stated to count the offer in hand.
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

/// The first day on which results of the test no longer count.
domain::Date language_expires(const domain::LanguageTest& test);

/// The first day on which the credential no longer counts; nothing where it needs no assessment or
/// has none.
std::optional<domain::Date> assessment_expires(const domain::Education& education);

/// What counts on the day: tests, and credentials (those of Canada, and those assessed).
std::vector<domain::LanguageTest> valid_tests(
    const std::vector<domain::LanguageTest>& tests, domain::Date as_of
);
std::vector<domain::Education> valid_credentials(
    const std::vector<domain::Education>& credentials, domain::Date as_of
);

/// The level that these credentials make together.
domain::EducationLevel highest_level(const std::vector<domain::Education>& credentials);

/// What the score gains or loses (negative) where the second official language is put first.
/// Nothing where there is no second, or where a score is not known.
Points gain_with_other_language_first(const rules::RuleSet& rule_set, const CrsInput& input);

/// The same couple with the spouse as principal applicant; nomination, offer and dates of the
/// profile stay behind. Nothing unless a spouse accompanies and their birth date is stated.
std::optional<domain::Candidate> with_applicants_swapped(const domain::Candidate& candidate);

}  // namespace express_entry
