#include "matcher/express_entry/work_ledger.hpp"

#include "tests/express_entry/candidates.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace {

using express_entry::work_ledger;
using express_entry::WorkLedger;
using express_entry::WorkMonth;
using people::day;
using people::job;
using people::today;
using testing::ElementsAre;
using testing::IsEmpty;

std::string name(const WorkMonth& month) {
    return domain::to_string(domain::Date{month.month / std::chrono::day{1}}).substr(0, 7);
}

TEST(WorkLedger, goes_from_the_first_job_in_the_window_to_the_day) {
    const WorkLedger ledger = work_ledger({job("21231", "CA", "2026-03-16")}, today);
    ASSERT_EQ(ledger.months.size(), 4U);
    EXPECT_EQ(name(ledger.months.front()), "2026-03");
    EXPECT_EQ(name(ledger.months.back()), "2026-06");
    EXPECT_EQ(ledger.months[0].canadian_hundredths, 51);  // 16 of 31 days.
    EXPECT_EQ(ledger.months[1].canadian_hundredths, 100);
    EXPECT_EQ(ledger.months[3].canadian_hundredths, 46);  // 14 of 30 days.
    EXPECT_THAT(work_ledger({}, today).months, IsEmpty());
    const WorkLedger old = work_ledger({job("21231", "CA", "2010-01-01")}, today);
    EXPECT_EQ(name(old.months.front()), "2016-06");
    EXPECT_EQ(old.canadian.whole(), 120);
}

TEST(WorkLedger, says_of_each_month_why_it_counts_as_it_does) {
    domain::Job unpaid = job("21231", "CA", "2025-03-01", "2025-03-31");
    unpaid.paid = false;
    const WorkLedger ledger = work_ledger(
        {job("21231", "CA", "2025-01-01", "2025-01-31", 15),
         unpaid,
         job("21231", "CA", "2025-04-01", "2025-05-31", 20),
         job("22220", "CA", "2025-05-01", "2025-05-31", 20),
         job("21231", "IN", "2025-05-01", "2025-05-31", 30)},
        today
    );
    const WorkMonth& part_time = ledger.months[0];
    EXPECT_EQ(part_time.canadian_hundredths, 50);
    EXPECT_THAT(part_time.counted, ElementsAre(0));
    const WorkMonth& gap = ledger.months[1];
    EXPECT_THAT(gap.counted, IsEmpty());
    EXPECT_THAT(gap.not_counted, IsEmpty());
    const WorkMonth& without_pay = ledger.months[2];
    EXPECT_EQ(without_pay.canadian_hundredths, 0);
    EXPECT_THAT(without_pay.not_counted, ElementsAre(1));
    EXPECT_FALSE(ledger.months[3].above_full_time);
    const WorkMonth& both = ledger.months[4];
    EXPECT_EQ(both.canadian_hundredths, 100);
    EXPECT_EQ(both.foreign_hundredths, 100);
    EXPECT_TRUE(both.above_full_time) << "20 and 20 hours in Canada";
    EXPECT_THAT(both.counted, ElementsAre(2, 3, 4));
}

/// Any work history: the months add up to what is counted, up to the rounding of each.
TEST(WorkLedger, adds_up) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 generator{seed};
    const auto up_to = [&](const int max) {
        return std::uniform_int_distribution{0, max}(generator);
    };
    for (int count = 0; count < 300; ++count) {
        std::vector<domain::Job> jobs;
        for (int left = up_to(5); left >= 0; --left) {
            domain::Job one = job("21231", up_to(1) == 1 ? "CA" : "IN", "2014-01-01");
            one.start += std::chrono::days{up_to(4'500)};
            if (up_to(3) > 0) {
                one.end = one.start + std::chrono::days{up_to(1'500)};
            }
            one.hours_per_week = 1 + up_to(600) / 10.0;
            one.student = up_to(5) == 0;
            jobs.push_back(one);
        }
        const WorkLedger ledger = work_ledger(jobs, today);
        int canadian = 0;
        int foreign = 0;
        for (const WorkMonth& month : ledger.months) {
            canadian += month.canadian_hundredths;
            foreign += month.foreign_hundredths;
        }
        const auto months = static_cast<int>(ledger.months.size());
        ASSERT_LE(canadian, ledger.canadian.hundredths());
        ASSERT_GE(canadian + months, ledger.canadian.hundredths());
        ASSERT_LE(foreign, ledger.foreign.hundredths());
        ASSERT_GE(foreign + months, ledger.foreign.hundredths());
        const auto years = express_entry::work_years(jobs, today);
        ASSERT_EQ(years.canadian, ledger.canadian.whole_years());
        ASSERT_EQ(years.foreign, ledger.foreign.whole_years());
    }
}

}  // namespace
