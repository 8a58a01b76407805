#include "matcher/express_entry/work.hpp"

#include "tests/express_entry/people.hpp"

#include <gtest/gtest.h>

namespace {

using domain::Job;
using express_entry::work_years;
using people::day;
using people::in_november;

/// Full-time skilled work in Canada from one day to another, or until today.
Job job(const std::string_view start, const std::string_view end, const double hours = 40) {
    Job job;
    job.noc = people::noc("21231");
    job.country = "CA";
    job.start = day(start);
    if (!end.empty()) {
        job.end = day(end);
    }
    job.hours_per_week = hours;
    return job;
}

int canadian(const std::vector<Job>& jobs) { return work_years(jobs, in_november).canadian; }

TEST(WorkYears, are_whole_years) {
    EXPECT_EQ(canadian({}), 0);
    EXPECT_EQ(canadian({job("2024-01-01", "2024-12-30")}), 0);
    EXPECT_EQ(canadian({job("2024-01-01", "2024-12-31")}), 1);
    EXPECT_EQ(canadian({job("2023-01-01", "2024-11-30")}), 1);  // 23 months.
    EXPECT_EQ(canadian({job("2023-02-15", "2025-02-14")}), 2);
    EXPECT_EQ(canadian({job("2020-02-29", "2021-02-28")}), 1);
}

TEST(WorkYears, go_on_until_the_day_while_the_job_does) {
    EXPECT_EQ(canadian({job("2025-11-23", "")}), 1);
    EXPECT_EQ(canadian({job("2025-11-24", "")}), 0);
    EXPECT_EQ(canadian({job("2027-01-01", "")}), 0);
    EXPECT_EQ(canadian({job("2025-11-23", "2030-01-01")}), 1);
}

TEST(WorkYears, look_back_ten_years) {
    EXPECT_EQ(canadian({job("2000-01-01", "")}), 10);
    EXPECT_EQ(canadian({job("2000-01-01", "2016-11-22")}), 0);
    EXPECT_EQ(canadian({job("2015-11-23", "2017-11-22")}), 1);
}

TEST(WorkYears, do_not_pass_faster_above_30_hours) {
    EXPECT_EQ(canadian({job("2025-06-01", "2026-05-30", 80)}), 0);
    EXPECT_EQ(canadian({job("2025-06-01", "2026-05-31", 30)}), 1);
}

TEST(WorkYears, pass_slower_part_time) {
    EXPECT_EQ(canadian({job("2024-01-01", "2025-12-31", 15)}), 1);
    EXPECT_EQ(canadian({job("2024-01-01", "2025-12-30", 15)}), 0);
    EXPECT_EQ(canadian({job("2024-01-01", "2025-06-30", 20)}), 1);
    EXPECT_EQ(canadian({job("2024-01-01", "2024-12-31", 29)}), 0);
    EXPECT_EQ(canadian({job("2024-01-01", "2024-12-31", 0)}), 0);
}

TEST(WorkYears, count_two_jobs_at_once_up_to_30_hours) {
    EXPECT_EQ(canadian({job("2024-01-01", "2024-12-31"), job("2024-01-01", "2024-12-31")}), 1);
    EXPECT_EQ(
        canadian({job("2024-01-01", "2024-12-31", 15), job("2024-01-01", "2024-12-31", 15)}), 1
    );
    EXPECT_EQ(
        canadian({job("2024-01-01", "2024-12-31", 20), job("2024-01-01", "2025-12-31", 20)}), 1
    );
    EXPECT_EQ(canadian({job("2024-01-01", "2024-12-31"), job("2024-07-01", "2025-12-31")}), 2);
}

TEST(WorkYears, add_up_over_jobs_and_gaps) {
    EXPECT_EQ(canadian({job("2023-01-17", "2023-06-30"), job("2023-07-01", "2024-01-16")}), 1);
    EXPECT_EQ(canadian({job("2022-01-01", "2022-06-30"), job("2024-01-01", "2024-06-30")}), 1);
    EXPECT_EQ(canadian({job("2022-01-01", "2022-06-30"), job("2024-01-01", "2024-05-31")}), 0);
}

TEST(WorkYears, leave_out_what_does_not_count) {
    const auto years = [](const auto change) {
        Job one = job("2023-01-01", "2024-12-31");
        change(one);
        const auto counted = work_years({one}, in_november);
        return std::pair{counted.canadian, counted.foreign};
    };
    using Pair = std::pair<int, int>;
    EXPECT_EQ(years([](Job&) {}), Pair(2, 0));
    EXPECT_EQ(years([](Job& one) { one.country = "FR"; }), Pair(0, 2));
    EXPECT_EQ(years([](Job& one) { one.paid = false; }), Pair(0, 0));
    EXPECT_EQ(years([](Job& one) { one.noc = people::noc("14100"); }), Pair(0, 0));
    EXPECT_EQ(years([](Job& one) { one.noc = people::noc("73300"); }), Pair(2, 0));
    EXPECT_EQ(years([](Job& one) { one.self_employed = true; }), Pair(0, 0));
    EXPECT_EQ(years([](Job& one) { one.student = true; }), Pair(0, 0));
    // Abroad, one's own business and work beside studies count.
    EXPECT_EQ(
        years([](Job& one) {
            one.country = "IN";
            one.self_employed = true;
        }),
        Pair(0, 2)
    );
}

TEST(WorkYears, tell_canadian_from_foreign_work) {
    Job abroad = job("2020-01-01", "2022-12-31");
    abroad.country = "DE";
    const auto years = work_years({abroad, job("2023-01-01", "2024-12-31")}, in_november);
    EXPECT_EQ(years.foreign, 3);
    EXPECT_EQ(years.canadian, 2);
}

/// 2024 has a 29 February; a year is a year all the same.
TEST(WorkYears, end_on_the_day_before_the_same_day_a_year_later) {
    EXPECT_EQ(canadian({job("2023-02-15", "2024-02-14")}), 1);
    EXPECT_EQ(canadian({job("2023-02-15", "2024-02-13")}), 0);
    EXPECT_EQ(canadian({job("2023-03-01", "2024-02-29")}), 1);
    EXPECT_EQ(canadian({job("2023-03-01", "2024-02-28")}), 0);
    EXPECT_EQ(canadian({job("2024-02-29", "2025-02-28")}), 1);
    EXPECT_EQ(canadian({job("2024-02-29", "2025-02-27")}), 0);
}

using express_entry::longest_unbroken;
using express_entry::Period;
using express_entry::work_done;

const Period decade{.from = day("2016-11-23"), .to = in_november};

TEST(LongestUnbroken, begins_anew_after_a_gap_of_one_day) {
    const std::vector<Job> jobs{
        job("2020-01-01", "2020-06-30"),
        job("2020-07-01", "2020-10-31"),
        job("2020-11-02", "2021-06-01")};
    EXPECT_EQ(longest_unbroken(jobs, decade).whole(), 10);
    EXPECT_EQ(work_done(jobs, decade).whole(), 17);
}

TEST(WorkDone, adds_up_wherever_a_period_is_cut) {
    const std::vector<Job> jobs{
        job("2018-03-10", "2020-02-29", 22.5), job("2019-01-31", "2024-07-07", 12.25)};
    const auto whole = work_done(jobs, decade);
    for (domain::Date cut = day("2018-01-01"); cut < day("2024-12-31");
         cut += std::chrono::days{13}) {
        auto sum = work_done(jobs, {.from = decade.from, .to = cut});
        sum += work_done(jobs, {.from = cut, .to = decade.to});
        ASSERT_EQ(sum, whole) << domain::to_string(cut);
    }
}

TEST(MainCanadianOccupation, is_the_one_in_which_the_whole_years_were_done) {
    Job other = job("2022-01-01", "2022-06-30");
    other.noc = people::noc("22220");
    Job unskilled = job("2018-01-01", "2021-12-31");
    unskilled.noc = people::noc("65200");
    using express_entry::main_canadian_occupation;
    EXPECT_EQ(
        main_canadian_occupation({other, job("2023-01-01", "2024-12-31"), unskilled}, in_november),
        people::noc("21231")
    );
    EXPECT_EQ(main_canadian_occupation({unskilled}, in_november), std::nullopt);
    EXPECT_EQ(
        main_canadian_occupation({other, job("2023-01-01", "2023-06-30")}, in_november),
        std::nullopt
    ) << "half a year in each";
}

}  // namespace
