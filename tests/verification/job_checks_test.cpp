#include "indexer/verification/checks.hpp"
#include "tests/support/values.hpp"
#include "tests/verification/seen.hpp"

#include <gtest/gtest.h>

namespace {

using domain::EmploymentTerm;
using domain::NocOrigin;
using domain::WorkTime;
using support::day;
using support::noc;
using verification::Check;
using verification::Verdict;

verification::Evidence evidence_of(const domain::Posting& posting) {
    return {.posting = posting, .sha256 = "00", .fetched_on = day("2026-11-16")};
}

TEST(OccupationImplied, warns_where_the_level_differs_clearly_and_never_else) {
    domain::Posting posting;
    const auto says = [&] { return seen(verification::occupation_implied(evidence_of(posting))); };
    EXPECT_EQ(told(says()), "unknown");
    posting.noc = noc("72106");
    posting.noc_origin = NocOrigin::stated;
    EXPECT_EQ(told(says()), "unknown") << "nothing speaks of it";
    posting.coded_nocs = {{.noc = noc("72106"), .permille = 300}};
    EXPECT_EQ(told(says()), "pass title_agrees");
    posting.duties = {"Weld"};
    EXPECT_EQ(told(says()), "pass");
    posting.coded_nocs = {{.noc = noc("72400"), .permille = 900}};
    EXPECT_EQ(told(says()), "pass") << "another unit group of the same TEER";
    posting.coded_nocs = {{.noc = noc("95100"), .permille = 599}};
    EXPECT_EQ(told(says()), "unknown") << "not clearly enough";
    posting.coded_nocs = {
        {.noc = noc("95100"), .permille = 600}, {.noc = noc("72106"), .permille = 90}};
    EXPECT_EQ(told(says()), "unknown") << "the stated one is among the first";
    posting.coded_nocs = {
        {.noc = noc("95100"), .permille = 600}, {.noc = noc("95101"), .permille = 90}};
    EXPECT_EQ(told(says()), "warn");
    EXPECT_EQ(says().evidence, "95100 60 %, 95101 9 %");
    posting.duties.clear();
    EXPECT_EQ(told(says()), "warn title_differs");
    posting.noc_origin = NocOrigin::coded;
    EXPECT_EQ(told(says()), "info coded_by_title");
    posting.duties = {"Weld"};
    EXPECT_EQ(told(says()), "info coded");
}

TEST(Hours, says_what_an_offer_would_lack) {
    struct Case {
        const char* told;
        std::optional<domain::WeeklyHours> hours;
        WorkTime time;
        EmploymentTerm term;
        std::optional<domain::Date> ends = {};
    };
    const std::vector<Case> cases{
        {"unknown", {}, WorkTime::not_stated, EmploymentTerm::not_stated},
        {"unknown", {}, WorkTime::full_time, EmploymentTerm::not_stated},
        {"pass", {}, WorkTime::full_time, EmploymentTerm::permanent},
        {"pass",
         {{.min_tenths = 300, .max_tenths = 400}},
         WorkTime::not_stated,
         EmploymentTerm::permanent},
        {"info may_be_under_30",
         {{.min_tenths = 299, .max_tenths = 300}},
         WorkTime::full_time,
         EmploymentTerm::permanent},
        {"info under_30",
         {{.min_tenths = 200, .max_tenths = 299}},
         WorkTime::full_time,
         EmploymentTerm::permanent},
        {"info part_time", {}, WorkTime::part_time, EmploymentTerm::permanent},
        {"info seasonal", {}, WorkTime::full_time, EmploymentTerm::seasonal},
        {"info casual", {}, WorkTime::full_time, EmploymentTerm::casual},
        {"info fixed_term", {}, WorkTime::full_time, EmploymentTerm::fixed_term},
        {"info fixed_term", {}, WorkTime::full_time, EmploymentTerm::fixed_term, day("2027-11-01")},
        {"info under_a_year",
         {},
         WorkTime::full_time,
         EmploymentTerm::fixed_term,
         day("2027-10-31")},
    };
    for (const Case& one : cases) {
        domain::Posting posting;
        posting.date_posted = day("2026-11-01");
        posting.work_hours = one.hours;
        posting.work_time = one.time;
        posting.term = one.term;
        posting.term_ends = one.ends;
        EXPECT_EQ(told(seen(verification::hours(evidence_of(posting)))), one.told);
    }
}

}  // namespace
