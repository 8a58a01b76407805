#include "matcher/express_entry/profile.hpp"

#include "matcher/express_entry/clb.hpp"
#include "matcher/express_entry/offer_verdict.hpp"
#include "matcher/rules/regulations.hpp"
#include "matcher/rules/rule_book.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace express_entry {
namespace {

using domain::Date;
using domain::Education;
using domain::EducationLevel;
using domain::LanguageTest;
using Notes = std::vector<Noted>;

const rules::Validity& validity() { return rules::regulations().lifecycle.validity; }

std::string element(const std::string_view array, const std::size_t index) {
    return std::string{array} + "[" + std::to_string(index) + "]";
}

std::optional<ProfileNote> note_on(const LanguageTest& test, const Date as_of) {
    if (test.date > as_of) {
        return ProfileNote::language_test_in_future;
    }
    if (const auto since = accepted_from(test.kind); since && test.date < *since) {
        return ProfileNote::language_test_not_accepted_yet;
    }
    if (as_of >= language_expires(test)) {
        return ProfileNote::language_test_expired;
    }
    return std::nullopt;
}

bool needs_assessment(const Education& education) {
    return !in_canada(education.country) && education.level != EducationLevel::less_than_secondary;
}

/// An assessment that has yet to be made is none.
std::optional<ProfileNote> note_on(const Education& education, const Date as_of) {
    if (education.completed > as_of) {
        return ProfileNote::education_in_future;
    }
    if (!needs_assessment(education)) {
        return std::nullopt;
    }
    if (!education.eca_date || *education.eca_date > as_of) {
        return ProfileNote::education_without_eca;
    }
    if (as_of >= *assessment_expires(education)) {
        return ProfileNote::eca_expired;
    }
    return std::nullopt;
}

std::optional<ProfileNote> note_on(const domain::Job& job, const Date as_of) {
    if (job.start > as_of) {
        return ProfileNote::job_in_future;
    }
    return counts_as_work(job) ? std::nullopt : std::optional{ProfileNote::job_not_counted};
}

/// Those that count on the day; what does not is noted by its place in the document.
template <class Part>
std::vector<Part> counting(
    const std::vector<Part>& parts, const std::string_view path, const Date as_of, Notes& notes
) {
    std::vector<Part> result;
    for (std::size_t index = 0; index < parts.size(); ++index) {
        if (const auto note = note_on(parts[index], as_of)) {
            notes.push_back({.note = *note, .path = element(path, index)});
        } else {
            result.push_back(parts[index]);
        }
    }
    return result;
}

CanadianStudy canadian_study(const std::vector<Education>& credentials) {
    CanadianStudy study = CanadianStudy::none;
    for (const Education& credential : credentials) {
        if (in_canada(credential.country) && credential.level > EducationLevel::secondary) {
            study = std::max(
                study,
                credential.level >= EducationLevel::bachelors_or_three_year
                    ? CanadianStudy::three_year_plus
                    : CanadianStudy::one_or_two_year
            );
        }
    }
    return study;
}

domain::OfficialLanguage language(const LanguageTest& test) {
    return domain::language_of(test.kind);
}

domain::LanguageLevels levels_of(const LanguageTest& test) {
    return {.language = language(test), .levels = test.levels};
}

/// The score by which choices are made that the law leaves to the candidate. They rest on the grid
/// alone, which no rule set so far has changed, and so any set will do whose figures are all known.
int score_to_choose_by(const CrsInput& input) {
    static const rules::RuleBook rule_book = rules::built_in().value();
    return score(rule_book.basis(), input).total.value();
}

/// The language that the candidate marks as first, if it is one.
std::optional<domain::OfficialLanguage> declared_first(const std::vector<LanguageTest>& tests) {
    std::optional<domain::OfficialLanguage> declared;
    for (const LanguageTest& test : tests) {
        if (test.first && declared && *declared != language(test)) {
            return std::nullopt;
        }
        if (test.first) {
            declared = language(test);
        }
    }
    return declared;
}

/// The input with the languages that score highest: as first the declared one, else either, and as
/// second the other one. Results of two tests of one language are never mixed.
CrsInput with_languages(const CrsInput& input, const std::vector<LanguageTest>& tests) {
    const auto declared = declared_first(tests);
    CrsInput best = input;
    const auto keep_if_better = [&](const CrsInput& other) {
        if (!best.first_language || score_to_choose_by(other) > score_to_choose_by(best)) {
            best = other;
        }
    };
    for (const LanguageTest& first : tests) {
        if (declared && language(first) != *declared) {
            continue;
        }
        CrsInput chosen = input;
        chosen.first_language = levels_of(first);
        keep_if_better(chosen);
        for (const LanguageTest& second : tests) {
            if (language(second) != language(first)) {
                chosen.second_language = levels_of(second);
                keep_if_better(chosen);
            }
        }
    }
    return best;
}

/// The input with the accompanying spouse, whose one language is the one that scores highest.
CrsInput with_spouse(
    const CrsInput& input, const domain::Spouse& spouse, const Date as_of, Notes& notes
) {
    CrsInput best = input;
    best.spouse = SpouseInput{
        .education = highest_level(counting(spouse.education, "spouse.education", as_of, notes)),
        .first_language = std::nullopt,
        .canadian_work_years = work_years(spouse.jobs, as_of).canadian,
    };
    counting(spouse.jobs, "spouse.jobs", as_of, notes);
    if (spouse.education.empty()) {
        notes.push_back({.note = ProfileNote::no_spouse_education, .path = "spouse.education"});
    }
    if (spouse.language_tests.empty()) {
        notes.push_back(
            {.note = ProfileNote::no_spouse_language_test, .path = "spouse.language_tests"}
        );
    }
    for (const LanguageTest& test :
         counting(spouse.language_tests, "spouse.language_tests", as_of, notes)) {
        CrsInput other = best;
        other.spouse->first_language = levels_of(test);
        if (score_to_choose_by(other) > score_to_choose_by(best)) {
            best = other;
        }
    }
    return best;
}

/// The offer in hand as the score counts it.
std::optional<JobOffer> offer_in_hand(
    const domain::Candidate& candidate, const Date as_of, Notes& notes
) {
    if (!candidate.offer) {
        return std::nullopt;
    }
    const OfferVerdict verdict = judge_offer(*candidate.offer, candidate.citizenship_status, as_of);
    if (verdict.qualifies != Verdict::pass) {
        const bool fails = verdict.qualifies == Verdict::fail;
        notes.push_back(
            {.note = fails ? ProfileNote::offer_not_counted : ProfileNote::offer_not_certain,
             .path = "offer"}
        );
    }
    const bool but_for_lmia = std::ranges::all_of(verdict.checks, [](const OfferCheck& check) {
        return check.clause == OfferClause::route || check.verdict == Verdict::pass;
    });
    return JobOffer{
        .noc = candidate.offer->noc,
        .qualifying = verdict.qualifies == Verdict::pass,
        .but_for_lmia = but_for_lmia};
}

}  // namespace

CrsProfile crs_profile(const domain::Candidate& candidate, const Date as_of) {
    Notes notes;
    const std::vector<LanguageTest> tests =
        counting(candidate.language_tests, "language_tests", as_of, notes);
    if (tests.empty()) {
        notes.push_back(
            {.note = ProfileNote::no_valid_first_language_test, .path = "language_tests"}
        );
    }
    const std::vector<Education> credentials =
        counting(candidate.education, "education", as_of, notes);
    if (candidate.education.empty()) {
        notes.push_back({.note = ProfileNote::no_education, .path = "education"});
    }
    counting(candidate.jobs, "jobs", as_of, notes);
    const WorkYears years = work_years(candidate.jobs, as_of);

    CrsInput input{
        .age = std::min(domain::whole_years(candidate.birth_date, as_of), rules::age_max),
        .marital = candidate.marital,
        .education = highest_level(credentials),
        .first_language = std::nullopt,
        .second_language = std::nullopt,
        .canadian_work_years = years.canadian,
        .canadian_work_noc = main_canadian_occupation(candidate.jobs, as_of),
        .foreign_work_years = years.foreign,
        .spouse = std::nullopt,
        .certificate_of_qualification = candidate.certificate_of_qualification,
        .job_offer = offer_in_hand(candidate, as_of, notes),
        .provincial_nomination = candidate.nomination.has_value(),
        .canadian_study = canadian_study(credentials),
        .sibling_in_canada = candidate.siblings_in_canada,
    };
    if (candidate.marital == domain::Marital::spouse_accompanying) {
        if (candidate.spouse) {
            input = with_spouse(input, *candidate.spouse, as_of, notes);
        } else {
            notes.push_back({.note = ProfileNote::spouse_missing, .path = "spouse"});
        }
    }
    return {.input = with_languages(input, tests), .notes = std::move(notes)};
}

Date language_expires(const LanguageTest& test) {
    return domain::add_months(test.date, validity().language_months);
}

std::optional<Date> assessment_expires(const Education& education) {
    if (!needs_assessment(education) || !education.eca_date) {
        return std::nullopt;
    }
    return domain::add_months(*education.eca_date, validity().eca_months);
}

std::vector<LanguageTest> valid_tests(const std::vector<LanguageTest>& tests, const Date as_of) {
    Notes ignored;
    return counting(tests, "", as_of, ignored);
}

std::vector<Education> valid_credentials(
    const std::vector<Education>& credentials, const Date as_of
) {
    Notes ignored;
    return counting(credentials, "", as_of, ignored);
}

/// The highest credential; two of which one took three years or more are a level of their own.
EducationLevel highest_level(const std::vector<Education>& credentials) {
    EducationLevel highest = EducationLevel::less_than_secondary;
    int post_secondary = 0;
    for (const Education& credential : credentials) {
        highest = std::max(highest, credential.level);
        post_secondary += static_cast<int>(credential.level > EducationLevel::secondary);
    }
    const bool two_or_more =
        post_secondary >= 2 && highest == EducationLevel::bachelors_or_three_year;
    return two_or_more ? EducationLevel::two_or_more : highest;
}

Points gain_with_other_language_first(const rules::RuleSet& rule_set, const CrsInput& input) {
    if (!input.first_language || !input.second_language) {
        return std::nullopt;
    }
    CrsInput other = input;
    std::swap(other.first_language, other.second_language);
    const Points now = score(rule_set, input).total;
    const Points then = score(rule_set, other).total;
    return now && then ? Points{*then - *now} : std::nullopt;
}

std::optional<domain::Candidate> with_applicants_swapped(const domain::Candidate& candidate) {
    if (candidate.marital != domain::Marital::spouse_accompanying || !candidate.spouse ||
        !candidate.spouse->birth_date) {
        return std::nullopt;
    }
    domain::Candidate swapped = candidate;
    swapped.birth_date = *candidate.spouse->birth_date;
    swapped.language_tests = candidate.spouse->language_tests;
    swapped.education = candidate.spouse->education;
    swapped.jobs = candidate.spouse->jobs;
    swapped.certificate_of_qualification = candidate.spouse->certificate_of_qualification;
    swapped.nomination = std::nullopt;
    swapped.offer = std::nullopt;
    swapped.profile_submitted = std::nullopt;
    swapped.invited_on = std::nullopt;
    swapped.spouse = domain::Spouse{
        .birth_date = candidate.birth_date,
        .certificate_of_qualification = candidate.certificate_of_qualification,
        .education = candidate.education,
        .language_tests = candidate.language_tests,
        .jobs = candidate.jobs,
    };
    return swapped;
}

}  // namespace express_entry
