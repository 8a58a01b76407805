#include "tests/fit/own_model.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace {

using domain::Licence;
using domain::NocCode;
using domain::WorkingLanguage;
using fit::PartKind;
using fit::Reason;
using own_model::day;
using own_model::model;
using own_model::noc;
using own_model::part;
using own_model::today;
using own_model::traits;
using own_model::weights;

domain::Job job(const std::string& code, const std::string& start, const std::string& end = "") {
    domain::Job result;
    result.noc = noc(code);
    result.start = day(start);
    if (!end.empty()) {
        result.end = day(end);
    }
    result.hours_per_week = 40;
    return result;
}

domain::LanguageTest english(const domain::Clb level, const bool first) {
    return {
        .kind = domain::LanguageTestKind::ielts_general,
        .date = day("2020-06-01"),
        .first = first,
        .levels = {level, level, level, level}};
}

domain::LanguageTest french(const domain::Clb level, const bool first) {
    domain::LanguageTest test = english(level, first);
    test.kind = domain::LanguageTestKind::tef_canada;
    return test;
}

// --- occupation

struct OccupationCase {
    std::string posting;
    std::vector<domain::Job> jobs;
    int points;
    Reason reason;
    std::string nearest;
};

void check(const OccupationCase& expected) {
    domain::Candidate candidate;
    candidate.jobs = expected.jobs;
    const auto fit = traits(candidate).fit({.noc = noc(expected.posting)}, {});
    const fit::Part found = part(fit, PartKind::occupation);
    SCOPED_TRACE(expected.posting);
    EXPECT_EQ(found.points, expected.points);
    EXPECT_EQ(found.reason, expected.reason);
    EXPECT_EQ(found.candidate_noc ? found.candidate_noc->to_string() : "", expected.nearest);
}

TEST(OccupationPart, falls_with_every_level_of_the_hierarchy) {
    const std::vector<domain::Job> engineer{job("21231", "2015-01-01")};
    check({"21231", engineer, 60, Reason::same_unit_group, "21231"});
    check({"21234", engineer, 48, Reason::same_minor_group, "21231"});
    check({"21220", engineer, 32, Reason::same_sub_major_group, "21231"});
    check({"21300", engineer, 22, Reason::same_major_group, "21231"});
    check({"22220", engineer, 10, Reason::same_broad_category, "21231"});
    check({"20012", engineer, 10, Reason::same_broad_category, "21231"});
    check({"31301", engineer, 0, Reason::other_occupation, ""});
}

TEST(OccupationPart, holds_the_senior_managers_together) {
    const std::vector<domain::Job> manager{job("00012", "2014-02-01")};
    check({"00015", manager, 48, Reason::same_minor_group, "00012"});
    check({"10010", manager, 0, Reason::other_occupation, ""});
}

TEST(OccupationPart, loses_points_for_each_teer_within_a_broad_category) {
    const std::vector<domain::Job> welder{job("72106", "2015-01-01")};
    check({"73100", welder, 10, Reason::same_broad_category, "72106"});
    check({"75101", welder, 6, Reason::same_broad_category, "72106"});
}

TEST(OccupationPart, is_decided_by_the_best_job) {
    const std::vector<domain::Job> both{
        job("72106", "2010-01-01", "2018-12-31"), job("21231", "2019-01-01")};
    check({"21231", both, 60, Reason::same_unit_group, "21231"});
    check({"72106", both, 60, Reason::same_unit_group, "72106"});
    check({"72100", both, 48, Reason::same_minor_group, "72106"});
}

TEST(OccupationPart, weighs_the_months_held) {
    check({"21231", {job("21231", "2020-12-20")}, 42, Reason::same_unit_group, "21231"});
    check({"21231", {job("21231", "2020-09-01")}, 48, Reason::same_unit_group, "21231"});
    check({"21231", {job("21231", "2020-03-01")}, 54, Reason::same_unit_group, "21231"});
    check({"21231", {job("21231", "2019-03-01")}, 60, Reason::same_unit_group, "21231"});
}

TEST(OccupationPart, weighs_how_long_ago_the_work_ended) {
    check(
        {"21231", {job("21231", "2000-01-01", "2018-06-30")}, 60, Reason::same_unit_group, "21231"}
    );
    check(
        {"21231", {job("21231", "2000-01-01", "2017-06-30")}, 54, Reason::same_unit_group, "21231"}
    );
    check(
        {"21231", {job("21231", "2000-01-01", "2015-06-30")}, 45, Reason::same_unit_group, "21231"}
    );
    check(
        {"21231", {job("21231", "2000-01-01", "2010-06-30")}, 30, Reason::same_unit_group, "21231"}
    );
}

TEST(OccupationPart, knows_nothing_of_jobs_that_begin_after_the_day) {
    check({"21231", {job("21231", "2021-03-21")}, 0, Reason::no_work_history, ""});
    check({"21231", {}, 0, Reason::no_work_history, ""});
}

int months_held(const std::vector<domain::Job>& jobs) {
    domain::Candidate candidate;
    candidate.jobs = jobs;
    return part(traits(candidate).fit({.noc = noc("21231")}, {}), PartKind::occupation).months_held;
}

TEST(MonthsHeld, count_thirty_hours_a_week_as_full_time) {
    domain::Job half_time = job("21231", "2019-01-01", "2020-12-31");
    EXPECT_EQ(months_held({half_time}), 24);
    half_time.hours_per_week = 15;
    EXPECT_EQ(months_held({half_time}), 12);
    EXPECT_EQ(months_held({half_time, half_time}), 24);
    half_time.hours_per_week = 60;
    EXPECT_EQ(months_held({half_time, half_time}), 24);
}

TEST(MonthsHeld, do_not_depend_on_how_one_job_is_written_down) {
    EXPECT_EQ(months_held({job("21231", "2015-03-07", "2019-08-11")}), 53);
    EXPECT_EQ(
        months_held(
            {job("21231", "2017-01-16", "2019-08-11"), job("21231", "2015-03-07", "2017-01-15")}
        ),
        53
    );
}

// --- experience

struct ExperienceCase {
    std::optional<int> asked;
    std::string since;  ///< The candidate's job in the minor group; empty: none.
    int points;
    Reason reason;
};

void check(const ExperienceCase& expected) {
    domain::Candidate candidate;
    if (!expected.since.empty()) {
        candidate.jobs = {job("21232", expected.since)};
    }
    fit::PostingTraits posting{.noc = noc("21231")};
    posting.experience_stated = expected.asked.has_value();
    posting.experience_months_asked = static_cast<std::uint8_t>(expected.asked.value_or(0));
    const fit::Part found = part(traits(candidate).fit(posting, {}), PartKind::experience);
    SCOPED_TRACE(expected.since);
    EXPECT_EQ(found.points, expected.points);
    EXPECT_EQ(found.reason, expected.reason);
}

TEST(ExperiencePart, compares_months_asked_with_months_held_in_the_minor_group) {
    check({.asked = 24, .since = "2019-03-01", .points = 15, .reason = Reason::experience_met});
    check({.asked = 25, .since = "2019-03-01", .points = 15, .reason = Reason::experience_met});
    check({.asked = 26, .since = "2019-03-01", .points = 14, .reason = Reason::experience_short});
    check({.asked = 60, .since = "2019-03-01", .points = 6, .reason = Reason::experience_short});
    check({.asked = 12, .since = "", .points = 0, .reason = Reason::experience_missing});
    check({.asked = 0, .since = "2019-03-01", .points = 12, .reason = Reason::experience_not_asked}
    );
    check({.asked = 0, .since = "", .points = 12, .reason = Reason::experience_not_asked});
    check({.asked = {}, .since = "2019-03-01", .points = 9, .reason = Reason::experience_not_stated}
    );
    check({.asked = {}, .since = "", .points = 9, .reason = Reason::experience_not_stated});
}

// --- official languages

struct LanguageCase {
    std::vector<domain::LanguageTest> tests;
    WorkingLanguage stated;
    bool french_likely;
    int points;
    Reason reason;
};

void check(const LanguageCase& expected) {
    domain::Candidate candidate;
    candidate.language_tests = expected.tests;
    const fit::PostingTraits posting{
        .noc = noc("31301"),
        .working_language = expected.stated,
        .french_likely = expected.french_likely,
    };
    const fit::Part found = part(traits(candidate).fit(posting, {}), PartKind::official_languages);
    SCOPED_TRACE(static_cast<int>(expected.stated));
    EXPECT_EQ(found.points, expected.points);
    EXPECT_EQ(found.reason, expected.reason);
    EXPECT_EQ(found.level_expected, 7);
}

TEST(LanguagePart, prefers_the_declared_first_language) {
    const std::vector<domain::LanguageTest> tests{french(10, true), english(7, false)};
    check({tests, WorkingLanguage::french, false, 25, Reason::languages_met});
    check({tests, WorkingLanguage::bilingual, false, 25, Reason::languages_met});
    check({tests, WorkingLanguage::english_or_french, false, 25, Reason::languages_met});
    check({tests, WorkingLanguage::not_stated, true, 20, Reason::language_not_stated});
    check({tests, WorkingLanguage::english, false, 12, Reason::languages_met});
    check({tests, WorkingLanguage::not_stated, false, 10, Reason::language_not_stated});
}

TEST(LanguagePart, treats_both_languages_alike) {
    const std::vector<domain::LanguageTest> tests{french(7, false), english(10, true)};
    check({tests, WorkingLanguage::english, false, 25, Reason::languages_met});
    check({tests, WorkingLanguage::bilingual, false, 25, Reason::languages_met});
    check({tests, WorkingLanguage::not_stated, false, 20, Reason::language_not_stated});
    check({tests, WorkingLanguage::french, false, 12, Reason::languages_met});
    check({tests, WorkingLanguage::not_stated, true, 10, Reason::language_not_stated});
}

TEST(LanguagePart, gives_part_of_the_points_for_a_lower_level) {
    domain::LanguageTest uneven = english(7, true);
    uneven.levels.writing = 3;
    check({{uneven}, WorkingLanguage::english, false, 21, Reason::languages_short});
    check(
        {{french(10, true), english(5, false)},
         WorkingLanguage::bilingual,
         false,
         17,
         Reason::languages_short}
    );
}

TEST(LanguagePart, gives_nothing_for_a_language_that_is_not_spoken) {
    const std::vector<domain::LanguageTest> tests{french(9, true)};
    check({tests, WorkingLanguage::english, false, 0, Reason::language_not_spoken});
    check({tests, WorkingLanguage::bilingual, false, 0, Reason::language_not_spoken});
    check({{}, WorkingLanguage::english_or_french, false, 0, Reason::language_not_spoken});
    check({tests, WorkingLanguage::not_stated, false, 0, Reason::language_not_stated});
}

TEST(LanguagePart, takes_the_best_of_several_tests_but_none_from_the_future) {
    domain::LanguageTest future = english(10, true);
    future.date = day("2021-03-21");
    domain::LanguageTest old = english(8, true);
    old.date = day("2015-01-01");
    check({{english(4, true), old}, WorkingLanguage::english, false, 25, Reason::languages_met});
    check({{future}, WorkingLanguage::english, false, 0, Reason::language_not_spoken});
}

// --- the traits of a posting, and what places it after

TEST(PostingTraits, make_french_likely_only_where_no_language_is_stated) {
    struct Case {
        WorkingLanguage stated;
        domain::OfficialLanguage text;
        domain::Province province;
        bool french_likely;
    };
    using enum domain::OfficialLanguage;
    for (const Case& expected : {
             Case{WorkingLanguage::not_stated, english, domain::Province::QC, true},
             Case{WorkingLanguage::not_stated, french, domain::Province::ON, true},
             Case{WorkingLanguage::not_stated, english, domain::Province::ON, false},
             Case{WorkingLanguage::english, french, domain::Province::QC, false},
         }) {
        domain::Posting posting;
        posting.noc = noc("31301");
        posting.working_language = expected.stated;
        posting.text_language = expected.text;
        posting.job_locations.emplace_back().province = expected.province;
        EXPECT_EQ(fit::traits(posting).french_likely, expected.french_likely);
    }
}

TEST(PostingTraits, tell_no_experience_asked_from_nothing_stated) {
    domain::Posting posting;
    posting.noc = noc("31301");
    EXPECT_FALSE(fit::traits(posting).experience_stated);
    posting.experience_asked = domain::ExperienceAsked{};
    EXPECT_TRUE(fit::traits(posting).experience_stated);
    posting.experience_asked->min_months = 600;
    EXPECT_EQ(fit::traits(posting).experience_months_asked, 255);
}

TEST(PlacedAfter, names_what_a_candidate_cannot_change_by_fitting) {
    using enum fit::PlacedAfter;
    domain::Candidate abroad;
    domain::Candidate worker;
    worker.citizenship_status = domain::CitizenshipStatus::worker;
    worker.licences = {Licence::health_college};
    worker.certificate_of_qualification = true;
    const auto placed = [](const domain::Candidate& candidate, bool refuses, Licence licence) {
        return traits(candidate).placed_after(
            {.refuses_outside_canada = refuses, .licence_asked = licence}
        );
    };
    using Reasons = std::vector<fit::PlacedAfter>;
    EXPECT_EQ(placed(abroad, false, Licence::none), Reasons{});
    EXPECT_EQ(placed(abroad, true, Licence::none), Reasons{refuses_outside_canada});
    EXPECT_EQ(
        placed(abroad, true, Licence::health_college),
        (Reasons{refuses_outside_canada, licence_missing})
    );
    EXPECT_EQ(placed(abroad, false, Licence::trade_certificate), Reasons{licence_missing});
    EXPECT_EQ(placed(worker, true, Licence::health_college), Reasons{});
    EXPECT_EQ(placed(worker, false, Licence::trade_certificate), Reasons{});
    EXPECT_EQ(placed(worker, false, Licence::teaching), Reasons{licence_missing});
}

TEST(PlacedAfter, names_a_language_beside_english_and_french_that_the_candidate_does_not) {
    const auto placed = [](const bool named) {
        domain::Candidate candidate;
        candidate.names_other_language = named;
        return traits(candidate).placed_after({.asks_other_language = true});
    };
    EXPECT_EQ(placed(false), std::vector{fit::PlacedAfter::language_not_spoken});
    EXPECT_TRUE(placed(true).empty());
}

// --- what the employer calls the job

TEST(OccupationPart, counts_for_less_where_the_employers_own_title_belies_the_code) {
    domain::Candidate candidate;
    candidate.jobs = {job("21231", "2015-01-01")};
    const fit::Model own{.weights = weights()};
    const fit::CandidateTraits traits{candidate, today, own};
    const auto occupation = [&](const std::string& original_title, const int permille) {
        domain::Posting posting;
        posting.noc = noc("21231");
        posting.original_title = original_title;
        posting.coded_nocs = {{noc("65100"), 900}, {noc("21231"), permille}};
        return part(traits.fit(fit::traits(posting), {}), PartKind::occupation);
    };
    EXPECT_EQ(occupation("", 0).points, 60) << "the source has not said it in other words";
    EXPECT_EQ(occupation("Software engineer", 1000).points, 60);
    EXPECT_EQ(occupation("Engineer", 500).points, 45);
    EXPECT_EQ(occupation("Cashier", 0).points, 30);
    EXPECT_EQ(occupation("Cashier", 0).title_support, 0);
    EXPECT_EQ(occupation("Cashier", 0).reason, Reason::same_unit_group);
    EXPECT_EQ(occupation("Cashier", 0).attainable, 30) << "nothing that the candidate can do";

    domain::Posting elsewhere;
    elsewhere.noc = noc("21231");
    elsewhere.original_title = "Cashier";
    EXPECT_EQ(fit::traits(elsewhere).title_support, 100) << "nobody has read the title";
    elsewhere.coded_nocs = {{noc("65100"), 900}};
    EXPECT_EQ(fit::traits(elsewhere).title_support, 0);
}

// --- related occupations

TEST(OccupationPart, counts_a_likeness_of_skill_profiles_where_it_is_worth_more) {
    // Three occupations: the first two ask for the same, the third for the opposite.
    const fit::Model related{
        .weights = weights(),
        .relatedness = fit::Relatedness{
            {{noc("21231"), {5, 1, 3}}, {noc("72106"), {5, 1, 3}}, {noc("65200"), {1, 5, 3}}}}};
    domain::Candidate candidate;
    candidate.jobs = {job("21231", "2015-01-01")};
    const fit::CandidateTraits traits{candidate, today, related};
    const auto occupation = [&](const std::string& code) {
        return part(traits.fit({.noc = noc(code)}, {}), PartKind::occupation);
    };
    EXPECT_EQ(occupation("72106").points, 30);
    EXPECT_EQ(occupation("72106").reason, Reason::related_occupation);
    EXPECT_EQ(occupation("72106").related_permille, 1000);
    EXPECT_EQ(occupation("65200").points, 0);
    EXPECT_EQ(occupation("65200").reason, Reason::other_occupation);
    EXPECT_EQ(occupation("21232").reason, Reason::same_minor_group);
}

}  // namespace
