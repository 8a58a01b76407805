#include "matcher/express_entry/offer.hpp"

#include "tests/express_entry/people.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

namespace {

using domain::EmploymentTerm;
using domain::Posting;
using domain::WorkTime;
using express_entry::CrsInput;
using express_entry::Lift;
using express_entry::lift;
using express_entry::LiftCondition;
using express_entry::LiftReason;
using express_entry::LiftRole;
using express_entry::offer_terms;
using express_entry::OfferTerms;
using express_entry::Points;
using people::all;
using people::basis;
using people::day;
using people::engineer;
using people::english;
using people::french;
using people::in_november;
using people::noc;
using people::offer;
using people::reported;
using people::rule_set;
using testing::ElementsAre;
using testing::IsEmpty;

/// A permanent full-time job in Ontario, posted with an approved LMIA: nothing is left open.
Posting posting(const std::string_view code = "21231") {
    Posting posting;
    posting.job_locations.emplace_back().province = domain::Province::ON;
    posting.date_posted = day("2026-11-01");
    posting.noc = noc(code);
    posting.term = EmploymentTerm::permanent;
    posting.work_time = WorkTime::full_time;
    posting.lmia = domain::LmiaStatement::approved;
    return posting;
}

OfferTerms changed(const std::function<void(Posting&)>& change) {
    Posting one = posting();
    change(one);
    return offer_terms(one);
}

Lift lift_of(const std::string_view rules, const CrsInput& input, const OfferTerms& terms) {
    return lift(rule_set(rules), LiftRole::asked, in_november, input, terms);
}

TEST(OfferTerms, says_what_the_posting_states_against_an_offer) {
    EXPECT_EQ(offer_terms(posting()).zero, std::nullopt);
    EXPECT_EQ(
        changed([](Posting& one) { one.job_locations[0].province = domain::Province::QC; }).zero,
        LiftReason::quebec
    );
    EXPECT_EQ(
        changed([](Posting& one) { one.work_time = WorkTime::part_time; }).zero,
        LiftReason::part_time
    );
    EXPECT_EQ(
        changed([](Posting& one) { one.term = EmploymentTerm::seasonal; }).zero,
        LiftReason::seasonal
    );
    EXPECT_EQ(
        changed([](Posting& one) { one.term = EmploymentTerm::casual; }).zero, LiftReason::casual
    );
}

TEST(OfferTerms, counts_30_hours_as_full_time) {
    struct Case {
        int min_tenths;
        int max_tenths;
        std::optional<LiftReason> zero;
        bool condition;
    };
    for (const Case& one : {
             Case{200, 299, LiftReason::part_time, false},
             Case{300, 300, std::nullopt, false},
             Case{250, 400, std::nullopt, true},
             Case{375, 375, std::nullopt, false},
         }) {
        const OfferTerms terms = changed([&](Posting& posting) {
            posting.work_time = WorkTime::not_stated;
            posting.work_hours = {.min_tenths = one.min_tenths, .max_tenths = one.max_tenths};
        });
        EXPECT_EQ(terms.zero, one.zero) << one.min_tenths;
        EXPECT_EQ(terms.conditions == std::vector{LiftCondition::full_time}, one.condition);
    }
}

TEST(OfferTerms, needs_a_term_of_a_year_from_the_day_of_posting) {
    const auto zero = [](const std::string_view ends) {
        return changed([&](Posting& one) {
                   one.term = EmploymentTerm::fixed_term;
                   one.term_ends = day(ends);
               }
        ).zero;
    };
    EXPECT_EQ(zero("2027-05-01"), LiftReason::under_one_year);
    EXPECT_EQ(zero("2027-10-31"), LiftReason::under_one_year);
    EXPECT_EQ(zero("2027-11-01"), std::nullopt);
}

TEST(OfferTerms, lists_what_the_posting_is_silent_on) {
    EXPECT_THAT(offer_terms(posting()).conditions, IsEmpty());
    EXPECT_THAT(
        changed([](Posting& one) { one.lmia = domain::LmiaStatement::requested; }).conditions,
        ElementsAre(LiftCondition::lmia_or_exemption)
    );
    EXPECT_THAT(
        changed([](Posting& one) { one.term = EmploymentTerm::fixed_term; }).conditions,
        ElementsAre(LiftCondition::lasts_one_year)
    );
    const OfferTerms silent = changed([](Posting& one) {
        one.lmia = domain::LmiaStatement::not_stated;
        one.term = EmploymentTerm::not_stated;
        one.work_time = WorkTime::not_stated;
    });
    EXPECT_THAT(
        silent.conditions,
        ElementsAre(
            LiftCondition::lmia_or_exemption,
            LiftCondition::lasts_one_year,
            LiftCondition::full_time,
            LiftCondition::not_seasonal
        )
    );
}

TEST(Lift, is_the_difference_of_two_scores) {
    struct Case {
        std::string_view why;
        std::string_view rules;
        CrsInput input;
        std::string_view noc;
        int before;
        int after;
        LiftReason reason;
    };
    CrsInput analyst = engineer();  // Two abilities at NCLC 9, so 12 points and no bonus.
    analyst.second_language = french({9, 9, 4, 4});
    CrsInput cook = engineer();
    cook.age = 26;
    cook.education = domain::EducationLevel::secondary;
    cook.first_language = english(all(7));
    cook.canadian_work_years = 1;
    cook.foreign_work_years = 3;
    CrsInput nominee = engineer();
    nominee.age = 33;
    nominee.first_language = english(all(7));
    nominee.second_language = french({7, 4, 4, 4});
    nominee.foreign_work_years = 0;
    nominee.provincial_nomination = true;
    for (const Case& one : {
             Case{"U01", basis, engineer(), "21231", 404, 454, LiftReason::teer_0_to_3},
             Case{"U02", basis, analyst, "00012", 416, 616, LiftReason::major_group_00},
             Case{"U03", basis, cook, "20012", 298, 348, LiftReason::teer_0_to_3},
             Case{"U04", basis, nominee, "21231", 892, 892, LiftReason::additional_points_capped},
             Case{
                 "U05",
                 "2025-03-25",
                 engineer(),
                 "21231",
                 404,
                 404,
                 LiftReason::no_points_in_rule_set},
             Case{
                 "2015",
                 "2015-01-01",
                 engineer(),
                 "72106",
                 404,
                 1004,
                 LiftReason::any_qualifying_offer},
             Case{"TEER 4", basis, engineer(), "14100", 404, 404, LiftReason::teer_4_or_5},
             Case{"TEER 5", "2015-01-01", engineer(), "75110", 404, 404, LiftReason::teer_4_or_5},
         }) {
        SCOPED_TRACE(one.why);
        const Lift result = lift_of(one.rules, one.input, offer_terms(posting(one.noc)));
        EXPECT_EQ(result.score_without, one.before);
        EXPECT_EQ(result.score_with, one.after);
        EXPECT_EQ(result.points, one.after - one.before);
        EXPECT_EQ(result.reason, one.reason);
    }
}

TEST(Lift, counts_one_offer_and_keeps_the_better) {
    CrsInput input = engineer();
    input.job_offer = offer("21231");
    const Lift better = lift_of(basis, input, offer_terms(posting("00012")));
    EXPECT_EQ(better.points, 150);
    EXPECT_EQ(better.reason, LiftReason::major_group_00);
    const Lift equal = lift_of(basis, input, offer_terms(posting("31301")));
    EXPECT_EQ(equal.points, 0);
    EXPECT_EQ(equal.reason, LiftReason::already_counted);
    input.job_offer = offer("00012");
    const Lift worse = lift_of(basis, input, offer_terms(posting("21231")));
    EXPECT_EQ(worse.points, 0);
    EXPECT_EQ(worse.reason, LiftReason::already_counted);
    input.job_offer->qualifying = false;
    EXPECT_EQ(lift_of(basis, input, offer_terms(posting("21231"))).points, 50);
}

TEST(Lift, adds_as_much_as_the_cap_leaves) {
    rules::RuleSet rules = rule_set(basis);
    rules.additional.cap = 30;
    const Lift result =
        lift(rules, LiftRole::asked, in_november, engineer(), offer_terms(posting("21231")));
    EXPECT_EQ(result.points, 30);
    EXPECT_EQ(result.reason, LiftReason::teer_0_to_3);
}

TEST(Lift, is_unknown_where_the_figures_are) {
    Posting silent = posting();
    silent.lmia = domain::LmiaStatement::not_stated;
    silent.term = EmploymentTerm::fixed_term;
    const Lift result = lift_of(reported, engineer(), offer_terms(silent));
    EXPECT_EQ(result.points, std::nullopt);
    EXPECT_EQ(result.reason, LiftReason::points_not_known);
    EXPECT_EQ(result.score_without, 404);
    EXPECT_EQ(result.score_with, std::nullopt);
    EXPECT_EQ(result.status, rules::Status::reported);
    // The reported rules ask for no LMIA.
    EXPECT_THAT(result.conditions, ElementsAre(LiftCondition::lasts_one_year));

    CrsInput nominee = engineer();
    nominee.provincial_nomination = true;
    EXPECT_EQ(lift_of(reported, nominee, offer_terms(silent)).points, std::nullopt);
    // Which occupations the reported rules reward is not known either.
    EXPECT_EQ(lift_of(reported, engineer(), offer_terms(posting("75101"))).points, std::nullopt);
}

TEST(Lift, is_zero_for_a_disqualified_offer_even_where_the_score_is_unknown) {
    CrsInput worker = engineer();
    worker.canadian_work_years = 2;
    const Lift result = lift_of(reported, worker, changed([](Posting& one) {
                                    one.job_locations[0].province = domain::Province::QC;
                                }));
    EXPECT_EQ(result.points, 0);
    EXPECT_EQ(result.reason, LiftReason::quebec);
    EXPECT_EQ(result.score_without, std::nullopt);
    EXPECT_EQ(
        lift_of(reported, worker, offer_terms(posting())).reason, LiftReason::points_not_known
    );
}

TEST(Lift, has_no_conditions_where_nothing_can_be_won) {
    const auto seasonal = changed([](Posting& one) { one.term = EmploymentTerm::seasonal; });
    EXPECT_THAT(lift_of(basis, engineer(), seasonal).conditions, IsEmpty());
    EXPECT_EQ(lift_of(basis, engineer(), seasonal).reason, LiftReason::seasonal);
    const auto open = changed([](Posting& one) { one.term = EmploymentTerm::not_stated; });
    EXPECT_THAT(lift_of("2025-03-25", engineer(), open).conditions, IsEmpty());
    EXPECT_THAT(
        lift_of(basis, engineer(), open).conditions,
        ElementsAre(LiftCondition::lasts_one_year, LiftCondition::not_seasonal)
    );
}

TEST(Lift, is_never_negative_and_gives_a_reason_for_nothing) {
    for (const auto* const held : {"21231", "00012", "14100"}) {
        for (const auto* const offered : {"21231", "00012", "14100", "75110"}) {
            for (const rules::RuleSet& rules : people::rule_book().all()) {
                for (const bool nominated : {false, true}) {
                    CrsInput input = engineer();
                    input.job_offer = offer(held);
                    input.provincial_nomination = nominated;
                    const Lift result = lift(
                        rules, LiftRole::asked, in_november, input, offer_terms(posting(offered))
                    );
                    EXPECT_GE(result.points.value_or(0), 0);
                    const bool wins = result.reason <= LiftReason::any_qualifying_offer;
                    EXPECT_EQ(result.points.value_or(0) > 0, wins);
                }
            }
        }
    }
}

TEST(Lifts, stand_side_by_side_each_under_its_first_role) {
    const auto roles = [](const std::string_view as_of, const rules::RuleSet* asked) {
        std::vector<std::pair<std::string, LiftRole>> result;
        for (const Lift& one : express_entry::lifts(
                 people::rule_book(), asked, day(as_of), engineer(), offer_terms(posting())
             )) {
            result.emplace_back(one.rule_set->id, one.role);
        }
        return result;
    };
    using testing::Pair;
    EXPECT_THAT(
        roles("2026-11-23", nullptr),
        ElementsAre(
            Pair("2022-11-16", LiftRole::basis),
            Pair("2025-03-25", LiftRole::latest_confirmed),
            Pair("2026-11-03", LiftRole::reported)
        )
    );
    EXPECT_THAT(
        roles("2024-06-15", &rule_set("2015-01-01")),
        ElementsAre(
            Pair("2022-11-16", LiftRole::basis),
            Pair("2026-11-03", LiftRole::reported),
            Pair("2015-01-01", LiftRole::asked)
        )
    );
    EXPECT_EQ(roles("2026-11-23", &rule_set(reported)).size(), 3);
}

}  // namespace
