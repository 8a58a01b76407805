#include "matcher/express_entry/profile.hpp"

#include "tests/express_entry/candidates.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using domain::Candidate;
using domain::Education;
using domain::EducationLevel;
using domain::LanguageTest;
using domain::LanguageTestKind;
using domain::OfficialLanguage;
using express_entry::CanadianStudy;
using express_entry::CrsProfile;
using express_entry::ProfileNote;
using people::all;
using people::day;
using people::in_november;
using testing::ElementsAre;
using testing::IsEmpty;

LanguageTest test(
    const LanguageTestKind kind, const domain::Clb level, const std::string_view date = "2026-01-10"
) {
    return {.kind = kind, .date = day(date), .first = false, .levels = all(level)};
}

Education credential(
    const EducationLevel level,
    const std::string_view country,
    const std::optional<std::string_view> eca = std::nullopt
) {
    Education education{
        .level = level,
        .country = std::string{country},
        .completed = day("2015-06-30"),
        .eca_date = std::nullopt};
    if (eca) {
        education.eca_date = day(*eca);
    }
    return education;
}

/// Born on 1995-11-23, English at 9, a Canadian bachelor's degree: nothing to note.
Candidate candidate() {
    Candidate one;
    one.birth_date = day("1995-11-23");
    one.language_tests = {test(LanguageTestKind::ielts_general, 9)};
    one.education = {credential(EducationLevel::bachelors_or_three_year, "CA")};
    return one;
}

CrsProfile profile(const Candidate& one, const domain::Date as_of = in_november) {
    return express_entry::crs_profile(one, as_of);
}

std::vector<std::pair<ProfileNote, std::string>> notes(const CrsProfile& profile) {
    std::vector<std::pair<ProfileNote, std::string>> result;
    for (const auto& [note, path] : profile.notes) {
        result.emplace_back(note, path);
    }
    return result;
}

auto noted(const ProfileNote note, const std::string_view path) {
    return testing::Pair(note, std::string{path});
}

TEST(CrsProfile, turns_a_year_older_on_the_birthday) {
    EXPECT_EQ(profile(candidate(), day("2026-11-22")).input.age, 30);
    EXPECT_EQ(profile(candidate(), day("2026-11-23")).input.age, 31);
    EXPECT_THAT(profile(candidate()).notes, IsEmpty());
}

TEST(CrsProfile, carries_over_what_the_document_says) {
    Candidate one = candidate();
    one.siblings_in_canada = true;
    one.certificate_of_qualification = true;
    one.nomination = domain::Province::NS;
    const auto input = profile(one).input;
    EXPECT_TRUE(input.sibling_in_canada);
    EXPECT_TRUE(input.certificate_of_qualification);
    EXPECT_TRUE(input.provincial_nomination);
    EXPECT_EQ(input.job_offer, std::nullopt);
    EXPECT_FALSE(profile(candidate()).input.provincial_nomination);
}

TEST(CrsProfile, counts_a_language_test_while_under_two_years_old) {
    Candidate one = candidate();
    const auto taken = [&](const std::string_view date) {
        one.language_tests[0].date = day(date);
        return profile(one);
    };
    EXPECT_TRUE(taken("2024-11-24").input.first_language);
    EXPECT_THAT(
        notes(taken("2024-11-23")),
        ElementsAre(
            noted(ProfileNote::language_test_expired, "language_tests[0]"),
            noted(ProfileNote::no_valid_first_language_test, "language_tests")
        )
    );
    EXPECT_FALSE(taken("2024-11-23").input.first_language);
    EXPECT_TRUE(taken("2026-11-23").input.first_language);
    EXPECT_THAT(
        notes(taken("2026-11-24")),
        ElementsAre(
            noted(ProfileNote::language_test_in_future, "language_tests[0]"),
            noted(ProfileNote::no_valid_first_language_test, "language_tests")
        )
    );
}

TEST(CrsProfile, takes_the_language_marked_first) {
    Candidate one = candidate();
    one.language_tests.push_back(test(LanguageTestKind::tef_canada, 7));
    one.language_tests[1].first = true;
    const auto input = profile(one).input;
    EXPECT_EQ(input.first_language, people::french(all(7)));
    EXPECT_EQ(input.second_language, people::english(all(9)));
}

TEST(CrsProfile, takes_the_better_order_where_neither_or_both_are_marked) {
    Candidate one = candidate();
    one.language_tests = {
        test(LanguageTestKind::celpip_general, 6), test(LanguageTestKind::tcf_canada, 9)};
    for (const bool marked : {false, true}) {
        one.language_tests[0].first = marked;
        one.language_tests[1].first = marked;
        EXPECT_EQ(profile(one).input.first_language, people::french(all(9)));
        EXPECT_EQ(profile(one).input.second_language, people::english(all(6)));
    }
    // Three tens and a six earn more as language points, but close every tier of transferability.
    one.language_tests[0].levels = {10, 10, 10, 6};
    one.language_tests[1].levels = all(9);
    EXPECT_EQ(profile(one).input.first_language, people::french(all(9)));
}

TEST(CrsProfile, uses_another_valid_test_where_the_marked_one_has_expired) {
    Candidate one = candidate();
    one.language_tests = {
        test(LanguageTestKind::ielts_general, 10, "2020-01-01"),
        test(LanguageTestKind::tef_canada, 8),
        test(LanguageTestKind::tcf_canada, 9)};
    one.language_tests[0].first = true;
    EXPECT_EQ(profile(one).input.first_language, people::french(all(9)));
    EXPECT_EQ(profile(one).input.second_language, std::nullopt);
    EXPECT_THAT(
        notes(profile(one)),
        ElementsAre(noted(ProfileNote::language_test_expired, "language_tests[0]"))
    );
}

TEST(CrsProfile, counts_a_foreign_credential_with_an_assessment_under_five_years_old) {
    Candidate one = candidate();
    const auto assessed = [&](const std::optional<std::string_view> eca) {
        one.education = {credential(EducationLevel::doctoral, "IN", eca)};
        return profile(one);
    };
    EXPECT_EQ(assessed("2021-11-24").input.education, EducationLevel::doctoral);
    EXPECT_EQ(assessed("2021-11-23").input.education, EducationLevel::less_than_secondary);
    EXPECT_THAT(
        notes(assessed("2021-11-23")), ElementsAre(noted(ProfileNote::eca_expired, "education[0]"))
    );
    for (const std::optional<std::string_view> missing :
         {std::optional<std::string_view>{}, std::optional<std::string_view>{"2026-12-01"}}) {
        EXPECT_EQ(assessed(missing).input.education, EducationLevel::less_than_secondary);
        EXPECT_THAT(
            notes(assessed(missing)),
            ElementsAre(noted(ProfileNote::education_without_eca, "education[0]"))
        );
    }
}

TEST(CrsProfile, notes_education_that_is_missing_or_yet_to_come) {
    Candidate one = candidate();
    one.education[0].completed = day("2026-12-31");
    EXPECT_EQ(profile(one).input.education, EducationLevel::less_than_secondary);
    EXPECT_EQ(profile(one).input.canadian_study, CanadianStudy::none);
    EXPECT_THAT(
        notes(profile(one)), ElementsAre(noted(ProfileNote::education_in_future, "education[0]"))
    );
    one.education.clear();
    EXPECT_THAT(notes(profile(one)), ElementsAre(noted(ProfileNote::no_education, "education")));
}

TEST(CrsProfile, derives_two_or_more_credentials_of_which_one_took_three_years) {
    using enum EducationLevel;
    struct Case {
        std::vector<EducationLevel> levels;
        EducationLevel level;
    };
    for (const Case& one : {
             Case{{one_year, bachelors_or_three_year}, two_or_more},
             Case{{bachelors_or_three_year, bachelors_or_three_year}, two_or_more},
             Case{{two_year, two_year}, two_year},
             Case{{secondary, bachelors_or_three_year}, bachelors_or_three_year},
             Case{{bachelors_or_three_year, masters_or_professional}, masters_or_professional},
             Case{{secondary}, secondary},
         }) {
        Candidate person = candidate();
        person.education.clear();
        for (const EducationLevel level : one.levels) {
            person.education.push_back(credential(level, "CA"));
        }
        EXPECT_EQ(profile(person).input.education, one.level);
    }
    Candidate unassessed = candidate();
    unassessed.education.push_back(credential(two_year, "FR"));
    EXPECT_EQ(profile(unassessed).input.education, bachelors_or_three_year);
}

TEST(CrsProfile, counts_study_in_canada_by_its_longest_program) {
    using enum EducationLevel;
    const auto study = [](const std::vector<Education>& education) {
        Candidate one = candidate();
        one.education = education;
        return profile(one).input.canadian_study;
    };
    EXPECT_EQ(study({credential(secondary, "CA")}), CanadianStudy::none);
    EXPECT_EQ(study({credential(two_year, "CA")}), CanadianStudy::one_or_two_year);
    EXPECT_EQ(
        study({credential(doctoral, "CA"), credential(one_year, "CA")}),
        CanadianStudy::three_year_plus
    );
    EXPECT_EQ(study({credential(doctoral, "US", "2025-01-01")}), CanadianStudy::none);
}

TEST(CrsProfile, notes_each_job_that_does_not_count) {
    Candidate one = candidate();
    domain::Job job;
    job.noc = people::noc("21231");
    job.country = "CA";
    job.start = day("2020-01-01");
    job.end = day("2022-12-31");
    job.hours_per_week = 37.5;
    one.jobs = {job, job, job};
    one.jobs[1].self_employed = true;
    one.jobs[2].start = day("2027-01-01");
    one.jobs[2].end.reset();
    EXPECT_EQ(profile(one).input.canadian_work_years, 3);
    EXPECT_THAT(
        notes(profile(one)),
        ElementsAre(
            noted(ProfileNote::job_not_counted, "jobs[1]"),
            noted(ProfileNote::job_in_future, "jobs[2]")
        )
    );
}

TEST(CrsProfile, looks_at_the_spouse_only_if_they_come_along) {
    Candidate one = candidate();
    one.spouse.emplace();
    one.spouse->education = {credential(EducationLevel::doctoral, "BR")};
    one.spouse->language_tests = {
        test(LanguageTestKind::celpip_general, 5), test(LanguageTestKind::tef_canada, 7)};
    domain::Job job;
    job.noc = people::noc("31301");
    job.country = "CA";
    job.start = day("2024-01-01");
    job.hours_per_week = 30;
    one.spouse->jobs = {job};
    for (const auto marital :
         {domain::Marital::single,
          domain::Marital::spouse_not_accompanying,
          domain::Marital::spouse_citizen_or_pr}) {
        one.marital = marital;
        EXPECT_FALSE(profile(one).input.spouse);
        EXPECT_THAT(profile(one).notes, IsEmpty());
    }
    one.marital = domain::Marital::spouse_accompanying;
    const auto spouse = profile(one).input.spouse.value();
    EXPECT_EQ(spouse.education, EducationLevel::less_than_secondary);
    EXPECT_EQ(spouse.first_language, people::french(all(7)));
    EXPECT_EQ(spouse.canadian_work_years, 2);
    EXPECT_THAT(
        notes(profile(one)),
        ElementsAre(noted(ProfileNote::education_without_eca, "spouse.education[0]"))
    );
    one.spouse.reset();
    EXPECT_THAT(notes(profile(one)), ElementsAre(noted(ProfileNote::spouse_missing, "spouse")));
}

/// Rules that ask for no LMIA count an offer that lacks nothing else: its points are then unknown
/// under 2026-11-03, and never 0.
TEST(CrsProfile, keeps_an_offer_that_lacks_an_lmia_alone_for_rules_that_ask_for_none) {
    Candidate one = candidate();
    one.offer = people::sound_offer();
    one.offer->lmia = false;
    const CrsProfile lacking = profile(one);
    EXPECT_THAT(notes(lacking), ElementsAre(noted(ProfileNote::offer_not_counted, "offer")));
    const auto total = [&](const std::string_view rules) {
        return express_entry::score(people::rule_set(rules), lacking.input).total;
    };
    EXPECT_EQ(total("2026-11-03"), std::nullopt);
    one.offer.reset();
    EXPECT_EQ(
        total("2022-11-16"),
        express_entry::score(people::rule_set("2022-11-16"), profile(one).input).total
    );
}

TEST(CrsProfile, counts_an_offer_in_hand_of_which_every_clause_is_met) {
    Candidate one = candidate();
    one.offer = people::with_lmia(people::sound_offer());
    EXPECT_TRUE(profile(one).input.job_offer->qualifying);
    EXPECT_THAT(profile(one).notes, IsEmpty());
    one.offer->weekly_hours.reset();
    EXPECT_FALSE(profile(one).input.job_offer->qualifying);
    EXPECT_FALSE(profile(one).input.job_offer->but_for_lmia);
    EXPECT_THAT(notes(profile(one)), ElementsAre(noted(ProfileNote::offer_not_certain, "offer")));
}

TEST(CrsProfile, says_what_is_missing_of_a_spouse_who_comes_along) {
    Candidate one = candidate();
    one.marital = domain::Marital::spouse_accompanying;
    one.spouse = domain::Spouse{};
    EXPECT_THAT(
        notes(profile(one)),
        ElementsAre(
            noted(ProfileNote::no_spouse_education, "spouse.education"),
            noted(ProfileNote::no_spouse_language_test, "spouse.language_tests")
        )
    );
}

TEST(CrsProfile, counts_a_test_since_express_entry_accepts_it) {
    Candidate one = candidate();
    one.language_tests = {test(LanguageTestKind::pte_core, 9, "2024-01-29")};
    const auto on = [&](const std::string_view date) { return notes(profile(one, day(date))); };
    EXPECT_THAT(
        on("2025-01-01"),
        testing::Contains(noted(ProfileNote::language_test_not_accepted_yet, "language_tests[0]"))
    );
    one.language_tests.front().date = day("2024-01-30");
    EXPECT_THAT(on("2025-01-01"), IsEmpty());
}

}  // namespace
