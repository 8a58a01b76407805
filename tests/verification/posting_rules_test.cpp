// Ontario's rules of 2026 for postings, at each verdict. All postings are fictional.

#include "indexer/verification/checks.hpp"
#include "tests/verification/scam_labels.hpp"
#include "tests/verification/seen.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace {

using domain::Posting;
using verification::Check;
using verification::Verdict;

Posting sound() {
    Posting posting = labels::posting_of("This posting is for an existing vacancy.", "-");
    posting.base_salary = domain::Pay{
        .min = 6'000'000,
        .max = 9'000'000,
        .period = domain::PayPeriod::year,
        .yearly_min = 6'000'000,
        .yearly_max = 9'000'000};
    return posting;
}

Check judged(const std::function<void(Posting&)>& change) {
    Posting posting = sound();
    change(posting);
    return seen(verification::posting_rules(
        {.posting = posting,
         .sha256 = "00ff",
         .fetched_on = domain::parse_date("2026-02-02").value()}
    ));
}

TEST(PostingRules, give_each_verdict_with_its_statement) {
    struct Case {
        Verdict verdict;
        const char* code;
        std::function<void(Posting&)> change;
    };
    for (const auto& [verdict, code, change] : std::vector<Case>{
             {Verdict::pass, "", [](Posting&) {}},
             {Verdict::pass,
              "elsewhere",
              [](Posting& p) { p.job_locations.front().province = domain::Province::QC; }},
             {Verdict::unknown, "", [](Posting& p) { p.job_locations.clear(); }},
             {Verdict::pass,
              "before",
              [](Posting& p) { p.date_posted = domain::parse_date("2025-12-31").value(); }},
             {Verdict::unknown, "", [](Posting& p) { p.date_posted.reset(); }},
             {Verdict::warn,
              "canadian_experience",
              [](Posting& p) { p.description += " Canadian experience is required."; }},
             {Verdict::warn,
              "wide_range",
              [](Posting& p) { p.base_salary->yearly_max = 11'000'001; }},
             {Verdict::pass, "", [](Posting& p) { p.base_salary->yearly_max = 11'000'000; }},
             {Verdict::pass, "", [](Posting& p) { p.base_salary->yearly_max = 20'000'001; }},
             {Verdict::unknown, "no_pay", [](Posting& p) { p.base_salary.reset(); }},
             {Verdict::unknown, "no_vacancy_statement", [](Posting& p) {
                  p.description = "Cook meals.";
              }}}) {
        const Check check = judged(change);
        EXPECT_EQ(check.verdict, verdict) << code;
        EXPECT_EQ(check.code, code);
    }
}

TEST(PostingRules, do_not_call_a_range_wide_on_assumed_hours) {
    const Check check = judged([](Posting& posting) {
        posting.base_salary->period = domain::PayPeriod::hour;
        posting.base_salary->hours_assumed = true;
        posting.base_salary->yearly_max = 15'000'000;
    });
    EXPECT_EQ(check.verdict, Verdict::pass);
}

}  // namespace
