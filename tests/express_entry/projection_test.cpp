#include "matcher/express_entry/projection.hpp"

#include "matcher/express_entry/profile.hpp"
#include "tests/express_entry/candidates.hpp"

#include <gtest/gtest.h>

#include <random>

namespace {

using domain::Candidate;
using express_entry::Plan;
using express_entry::Points;
using express_entry::project;
using express_entry::ProjectedMonth;
using express_entry::ReasonCode;
using people::day;
using people::graduate;
using people::job;
using people::rule_sets;
using people::today;

std::vector<ProjectedMonth> months(const Candidate& candidate, const Plan& plan = {}) {
    return project(rule_sets(), candidate, plan, today, 36);
}

struct Step {
    std::string date;
    ReasonCode reason;
    Points points;  ///< Under the first rule set.
    bool operator==(const Step&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Step& step) {
    return out << step.date << ' ' << static_cast<int>(step.reason) << ' '
               << step.points.value_or(-1);
}

std::vector<Step> steps(const std::vector<ProjectedMonth>& projection) {
    std::vector<Step> result;
    for (const ProjectedMonth& month : projection) {
        for (const auto& event : month.events) {
            result.push_back({domain::to_string(event.date), event.reason.code, event.points[0]});
        }
    }
    return result;
}

TEST(Projection, loses_points_on_the_birthday_and_with_the_test) {
    Candidate one = graduate();  // Turns 31 on 2027-05-15; the test is of 2026-01-10.
    const auto projection = months(one);
    ASSERT_EQ(projection.size(), 37U);
    EXPECT_EQ(projection.front().totals[0], 105 + 120 + 124 + 25 + 30);
    EXPECT_EQ(
        steps(projection),
        (std::vector<Step>{
            {"2027-05-15", ReasonCode::birthday, 99 - 105},
            {"2028-01-10", ReasonCode::language_expired, -124 - 25},
            {"2028-05-15", ReasonCode::birthday, 94 - 99},
            {"2029-05-15", ReasonCode::birthday, 88 - 94}})
    );
}

TEST(Projection, gains_a_year_of_canadian_work_after_twelve_months_of_the_job) {
    Candidate one = graduate();
    one.language_tests = {people::english_test(9, "2026-06-01")};
    Plan plan;
    plan.job = express_entry::PlannedJob{.noc = people::noc("21231"), .start = day("2026-08-01")};
    const auto projection = months(one, plan);
    const auto all = steps(projection);
    // 40 for the year, 13 for the degree with it.
    EXPECT_NE(
        std::ranges::find(all, Step{"2027-08-01", ReasonCode::canadian_work_gained, 40 + 13}),
        all.end()
    );
    EXPECT_EQ(projection[13].totals[2], projection[13].totals[0]) << "no year yet, so known";
    EXPECT_EQ(projection[14].totals[2], std::nullopt) << "a year under figures that are not known";
}

TEST(Projection, ends_present_jobs_where_the_planned_one_begins) {
    Candidate one = graduate();
    one.jobs = {job("21231", "IN", "2025-01-15")};
    Plan plan;
    plan.job = express_entry::PlannedJob{.noc = people::noc("21231"), .start = day("2026-12-01")};
    const auto planned = express_entry::as_planned(one, plan, day("2026-12-01"));
    ASSERT_EQ(planned.jobs.size(), 2U);
    EXPECT_EQ(planned.jobs[0].end, day("2026-11-30"));
    EXPECT_EQ(planned.jobs[1].country, "CA");
    EXPECT_EQ(express_entry::as_planned(one, plan, day("2026-11-30")).jobs.size(), 1U);
}

TEST(Projection, counts_planned_tests_nominations_and_offers_from_their_day) {
    Plan plan;
    plan.language_tests = {people::french_test(7, "2026-09-20")};
    plan.nominated_on = day("2026-10-05");
    plan.offer = express_entry::PlannedOffer{
        .offer = people::with_lmia(people::sound_offer()), .date = day("2026-07-01")};
    Candidate one = graduate();
    one.birth_date = day("1999-06-15");
    const auto all = steps(months(one, plan));
    ASSERT_GE(all.size(), 3U);
    EXPECT_EQ(all[0], (Step{"2026-07-01", ReasonCode::offer_received, 50}));
    EXPECT_EQ(all[1], (Step{"2026-09-20", ReasonCode::language_levels_changed, 12 + 50}));
    EXPECT_EQ(all[2].reason, ReasonCode::nomination_received);
    EXPECT_EQ(all[2].points, 600 - 50 - 50 - 30) << "capped at 600 with what was there";
}

TEST(Projection, loses_an_assessment_and_foreign_years_that_leave_the_window) {
    Candidate one = graduate();
    one.education.front().country = "FR";
    one.education.front().eca_date = day("2022-03-01");
    one.jobs = {job("21231", "IN", "2015-01-01", "2017-08-14")};
    one.language_tests = {people::english_test(9, "2026-06-01")};
    const auto all = steps(months(one));
    const auto has = [&](const Step& step) { return std::ranges::find(all, step) != all.end(); };
    EXPECT_TRUE(has({"2027-03-01", ReasonCode::education_expired, -120 - 25}));
    // On 2026-08-15 exactly a year of it lies in the last ten, and the day after less.
    EXPECT_TRUE(has({"2026-08-16", ReasonCode::foreign_work_lost, -25}));
}

/// Any candidate and plan: the events of a month explain its change to the point.
TEST(Projection, explains_every_step_exactly) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 generator{seed};
    const auto up_to = [&](const int max) {
        return std::uniform_int_distribution{0, max}(generator);
    };
    const auto some_day = [&](const int first_year, const int years) {
        return domain::add_months(day(std::to_string(first_year) + "-01-01"), up_to(12 * years)) +
               std::chrono::days{up_to(27)};
    };
    for (int count = 0; count < 60; ++count) {
        Candidate one;
        one.birth_date = some_day(1980, 25);
        one.language_tests = {people::english_test(5 + up_to(5), "2025-03-09")};
        if (up_to(1) == 1) {
            one.language_tests.push_back(people::french_test(4 + up_to(6), "2024-10-02"));
        }
        one.education = {
            {.level = static_cast<domain::EducationLevel>(up_to(7)),
             .country = up_to(1) == 1 ? "CA" : "FR",
             .completed = day("2015-06-30"),
             .eca_date = some_day(2022, 4)}};
        for (int jobs = up_to(3); jobs > 0; --jobs) {
            domain::Job one_job =
                job(up_to(3) == 0 ? "65200" : "21231",
                    up_to(1) == 1 ? "CA" : "IN",
                    domain::to_string(some_day(2014, 12)),
                    "",
                    10 + up_to(40));
            if (up_to(1) == 1) {
                one_job.end = one_job.start + std::chrono::days{up_to(2000)};
            }
            one.jobs.push_back(one_job);
        }
        Plan plan;
        if (up_to(1) == 1) {
            plan.job =
                express_entry::PlannedJob{.noc = people::noc("21231"), .start = some_day(2026, 2)};
        }
        if (up_to(2) == 0) {
            plan.nominated_on = some_day(2026, 3);
        }
        const auto projection = months(one, plan);
        for (std::size_t month = 1; month < projection.size(); ++month) {
            for (std::size_t rules = 0; rules < 2; ++rules) {  // Those whose figures are known.
                int sum = projection[month - 1].totals[rules].value();
                for (const auto& event : projection[month].events) {
                    sum += event.points[rules].value();
                }
                ASSERT_EQ(sum, projection[month].totals[rules]);
            }
            const auto input = express_entry::crs_profile(
                                   express_entry::as_planned(one, plan, projection[month].date),
                                   projection[month].date
            )
                                   .input;
            ASSERT_EQ(
                projection[month].totals[0], express_entry::score(*rule_sets()[0], input).total
            );
        }
    }
}

}  // namespace
