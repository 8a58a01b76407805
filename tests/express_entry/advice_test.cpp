#include "matcher/express_entry/advice.hpp"

#include "matcher/express_entry/profile.hpp"
#include "tests/express_entry/candidates.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using domain::Candidate;
using express_entry::Advice;
using express_entry::advise;
using express_entry::Points;
using express_entry::ReasonCode;
using people::day;
using people::graduate;
using people::rule_sets;
using people::today;

/// The gains of one advice; empty where it is not given.
std::vector<Points> gains(
    const Candidate& candidate,
    const ReasonCode code,
    const std::vector<express_entry::Argument>& arguments = {}
) {
    for (const Advice& advice : advise(rule_sets(), candidate, today)) {
        if (advice.reason == express_entry::because(code, arguments)) {
            return advice.gains;
        }
    }
    return {};
}

using Gains = std::vector<Points>;

TEST(Advice, ranks_by_gain_and_gives_none_that_gains_nothing) {
    const auto all = advise(rule_sets(), graduate(), today);
    ASSERT_FALSE(all.empty());
    EXPECT_EQ(all.front().reason.code, ReasonCode::get_nomination);
    EXPECT_TRUE(std::ranges::is_sorted(all, [](const Advice& left, const Advice& right) {
        return left.gains[0].value_or(-1) > right.gains[0].value_or(-1);
    }));
    for (const Advice& advice : all) {
        EXPECT_TRUE(std::ranges::any_of(advice.gains, [](const Points gain) { return gain > 0; }));
        for (const Points gain : advice.gains) {
            EXPECT_GE(gain.value_or(0), 0);
        }
    }
}

/// 105 + 120 + 124, transferability 25, study in Canada 30: 404.
TEST(Advice, recomputes_the_whole_score) {
    const Candidate one = graduate();
    EXPECT_EQ(gains(one, ReasonCode::get_nomination), (Gains{570, 570, 570}));
    EXPECT_EQ(gains(one, ReasonCode::raise_ability, {"en", "writing", 9, 10}), (Gains{3, 3, 3}));
    // NCLC 7: 3 points in each ability, and 50 with English at 5 or more.
    EXPECT_EQ(gains(one, ReasonCode::prove_french, {7}), (Gains{62, 62, 62}));
    EXPECT_EQ(gains(one, ReasonCode::prove_french, {5}), (Gains{4, 4, 4}));
    // 40 for the year and 13 for the degree with it.
    EXPECT_EQ(gains(one, ReasonCode::year_of_canadian_work, {1}), (Gains{53, 53, std::nullopt}));
    // CLB 9 with a year abroad.
    EXPECT_EQ(gains(one, ReasonCode::year_of_foreign_work, {1}), (Gains{25, 25, 25}));
    EXPECT_EQ(gains(one, ReasonCode::get_offer_senior), (Gains{200, 0, std::nullopt}));
    EXPECT_EQ(gains(one, ReasonCode::get_offer_skilled), (Gains{50, 0, std::nullopt}));
    EXPECT_EQ(gains(one, ReasonCode::get_certificate), (Gains{50, 50, 50}));
}

TEST(Advice, raises_one_ability_to_the_first_level_that_is_worth_anything) {
    Candidate one = graduate();
    one.language_tests = {people::english_test(9)};
    one.language_tests.front().levels.speaking = 0;
    EXPECT_EQ(gains(one, ReasonCode::raise_ability, {"en", "speaking", 0, 4}), (Gains{6, 6, 6}));
}

TEST(Advice, counts_a_second_credential_once_it_is_assessed) {
    Candidate one = graduate();
    one.education.push_back(
        {.level = domain::EducationLevel::one_year,
         .country = "IN",
         .completed = day("2019-06-30"),
         .eca_date = {}}
    );
    // Two or more credentials: 128 for 120, and 50 with CLB 9 for 25.
    EXPECT_EQ(gains(one, ReasonCode::assess_credential, {2}), (Gains{33, 33, 33}));
    one.education.back().eca_date = day("2021-06-15");
    EXPECT_EQ(gains(one, ReasonCode::renew_assessment, {2}), (Gains{33, 33, 33}));
    one.education.back().eca_date = day("2021-06-16");
    EXPECT_TRUE(gains(one, ReasonCode::renew_assessment, {2}).empty()) << "still counts";
}

TEST(Advice, asks_for_the_spouses_test_only_where_a_spouse_comes_along) {
    Candidate one = graduate();
    EXPECT_TRUE(gains(one, ReasonCode::spouse_language, {9}).empty());
    one.marital = domain::Marital::spouse_accompanying;
    one.spouse = domain::Spouse{};
    EXPECT_EQ(gains(one, ReasonCode::spouse_language, {9}), (Gains{20, 20, 20}));
    EXPECT_EQ(gains(one, ReasonCode::spouse_language, {5}), (Gains{4, 4, 4}));
    one.marital = domain::Marital::spouse_citizen_or_pr;
    EXPECT_TRUE(gains(one, ReasonCode::spouse_language, {9}).empty());
}

TEST(Advice, says_which_language_to_declare_first) {
    Candidate one = graduate();
    one.language_tests = {people::english_test(6), people::french_test(9)};
    one.language_tests.front().first = true;
    const auto profile = express_entry::crs_profile(one, today);
    const auto gain = express_entry::gain_with_other_language_first(
        people::rule_set("2025-03-25"), profile.input
    );
    // French first: 4 x 31 for 4 x 9, 4 for 22 as second, 25 for transfer: the degree with CLB 9.
    EXPECT_EQ(gain, (124 - 36) + (4 - 24) + 25);
    EXPECT_EQ(
        gains(one, ReasonCode::put_other_language_first, {"fr"}), (Gains{*gain, *gain, *gain})
    );
    one.language_tests.front().first = false;
    EXPECT_TRUE(gains(one, ReasonCode::put_other_language_first, {"en"}).empty());
}

Candidate couple() {
    Candidate one = graduate();
    one.marital = domain::Marital::spouse_accompanying;
    one.spouse = domain::Spouse{
        .birth_date = one.birth_date,
        .certificate_of_qualification = false,
        .education = one.education,
        .language_tests = one.language_tests,
        .jobs = one.jobs};
    return one;
}

TEST(Swapping, equal_spouses_changes_nothing) {
    const Candidate one = couple();
    const auto swapped = express_entry::with_applicants_swapped(one);
    ASSERT_TRUE(swapped);
    for (const rules::RuleSet& rules : people::rule_book().all()) {
        EXPECT_EQ(
            express_entry::score(rules, express_entry::crs_profile(*swapped, today).input).total,
            express_entry::score(rules, express_entry::crs_profile(one, today).input).total
        );
    }
    EXPECT_TRUE(gains(one, ReasonCode::swap_applicants).empty());
}

TEST(Swapping, is_advised_where_the_spouse_scores_higher) {
    Candidate one = couple();
    one.spouse->education.front().level = domain::EducationLevel::doctoral;
    const auto gain = gains(one, ReasonCode::swap_applicants);
    ASSERT_EQ(gain.size(), 3U);
    EXPECT_GT(gain[0], 0);
    one.spouse->birth_date.reset();
    EXPECT_TRUE(gains(one, ReasonCode::swap_applicants).empty());
    EXPECT_FALSE(express_entry::with_applicants_swapped(one));
    EXPECT_FALSE(express_entry::with_applicants_swapped(graduate()));
}

}  // namespace
