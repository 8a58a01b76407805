#include "matcher/express_entry/fsw_input.hpp"

#include "matcher/express_entry/offer_verdict.hpp"
#include "matcher/express_entry/profile.hpp"
#include "matcher/express_entry/work.hpp"

#include <algorithm>

namespace express_entry {
namespace {

using domain::Candidate;
using domain::Date;
using domain::Job;

bool two_years_of_study_in_canada(
    const std::vector<domain::Education>& credentials, const Date as_of
) {
    return std::ranges::any_of(credentials, [as_of](const domain::Education& credential) {
        return in_canada(credential.country) && credential.completed <= as_of &&
               credential.level >= domain::EducationLevel::two_year;
    });
}

FswSpouse fsw_spouse(
    const domain::Spouse& spouse, const rules::FswGrid::Adaptability& points, const Date as_of
) {
    FswSpouse result;
    for (const domain::LanguageTest& test : valid_tests(spouse.language_tests, as_of)) {
        if (!result.levels || test.levels.lowest() >= points.spouse_language_level) {
            result.levels = test.levels;
        }
    }
    result.studied_in_canada_2y = two_years_of_study_in_canada(spouse.education, as_of);
    const auto work =
        only(spouse.jobs, [](const Job& job) { return job.paid && in_canada(job.country); });
    result.worked_in_canada_1y =
        work_done(work, {.from = domain::add_months(as_of, -1200), .to = as_of}).whole_years() > 0;
    return result;
}

}  // namespace

bool counts_for_fswp(const Job& job) {
    const auto objected = objection(job);
    return !objected || objected == WorkObjection::student_in_canada;
}

FswInput fsw_input(const Candidate& candidate, const Date as_of) {
    const rules::ProgramRules& rules = program_rules_near(as_of);
    const CrsInput crs = crs_profile(candidate, as_of).input;
    const Period window = months_before(as_of, rules.fswp.window_months);
    const auto work = only(candidate.jobs, counts_for_fswp);
    const auto canadian = only(work, [](const Job& job) { return in_canada(job.country); });
    const int together = work_done(work, window).whole_years();
    const int in_canada_years = work_done(canadian, window).whole_years();
    FswInput input{
        .age = crs.age,
        .first_language = crs.first_language,
        .second_language = crs.second_language,
        .education = crs.education,
        .canadian_skilled_work_years = in_canada_years,
        .foreign_skilled_work_years = together - in_canada_years,
        .arranged_employment = crs.job_offer && crs.job_offer->qualifying,
        .spouse = std::nullopt,
        .studied_in_canada_2y = two_years_of_study_in_canada(candidate.education, as_of),
        .relative_in_canada = candidate.relative_in_canada || candidate.siblings_in_canada,
    };
    if (candidate.marital == domain::Marital::spouse_accompanying && candidate.spouse) {
        input.spouse = fsw_spouse(*candidate.spouse, rules.fsw_grid.adaptability, as_of);
    }
    return input;
}

}  // namespace express_entry
