#include "matcher/express_entry/clb.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace {

using domain::AbilityLevels;
using domain::LanguageTestKind;
using express_entry::levels;
using express_entry::RawScores;

TEST(Clb, converts_each_test_on_its_own_scale) {
    struct Case {
        LanguageTestKind kind;
        RawScores scores;
        AbilityLevels levels;
    };
    using enum LanguageTestKind;
    for (const Case& one : {
             // A published examination answer.
             Case{ielts_general, {8.0, 7.0, 6.0, 7.5}, {9, 9, 7, 10}},
             Case{ielts_general, {8.0, 6.5, 6.5, 7.0}, {9, 8, 8, 9}},
             Case{ielts_general, {7.5, 3.5, 5.5, 4.0}, {8, 4, 6, 4}},
             Case{ielts_general, {7.0, 3.0, 9.0, 0.0}, {7, 0, 10, 0}},
             Case{celpip_general, {12, 11, 4, 3}, {12, 11, 4, 0}},
             Case{pte_core, {89, 87, 90, 41}, {10, 9, 10, 0}},
             Case{pte_core, {28, 33, 41, 42}, {4, 4, 4, 4}},
             Case{tef_canada, {360, 300, 450, 450}, {10, 10, 10, 10}},
             Case{tef_canada, {249, 206, 310, 309}, {7, 6, 7, 6}},
             Case{tcf_canada, {458, 453, 10, 9}, {7, 7, 7, 6}},
             Case{tcf_canada, {523, 523, 20, 4}, {9, 8, 10, 4}},
         }) {
        EXPECT_EQ(levels(one.kind, one.scores).value(), one.levels)
            << static_cast<int>(one.kind) << " listening " << one.scores.listening;
    }
}

TEST(Clb, refuses_a_score_that_the_test_cannot_give) {
    struct Case {
        LanguageTestKind kind;
        RawScores scores;
        std::string_view field;
    };
    using enum LanguageTestKind;
    const double not_a_number = std::numeric_limits<double>::quiet_NaN();
    for (const Case& one : {
             Case{ielts_general, {6.3, 6, 6, 6}, "listening"},
             Case{ielts_general, {6, 9.5, 6, 6}, "reading"},
             Case{ielts_general, {6, 6, -0.5, 6}, "writing"},
             Case{ielts_general, {6, 6, 6, not_a_number}, "speaking"},
             Case{celpip_general, {13, 9, 9, 9}, "listening"},
             Case{celpip_general, {9, 9.5, 9, 9}, "reading"},
             Case{pte_core, {91, 60, 60, 60}, "listening"},
             Case{pte_core, {60, 60, 60, 9}, "speaking"},
             Case{tef_canada, {361, 300, 450, 450}, "listening"},
             Case{tef_canada, {360, 301, 450, 450}, "reading"},
             Case{tcf_canada, {699, 699, 21, 10}, "writing"},
         }) {
        const auto refused = levels(one.kind, one.scores);
        ASSERT_FALSE(refused) << one.field;
        EXPECT_EQ(refused.error().field, one.field);
    }
    EXPECT_EQ(
        levels(celpip_general, {13, 9, 9, 9}).error().message,
        "13 is not a listening score of this test: 0 to 12 in steps of 1"
    );
}

TEST(Clb, never_falls_as_a_score_rises) {
    using enum LanguageTestKind;
    for (const LanguageTestKind kind :
         {ielts_general, celpip_general, pte_core, tef_canada, tcf_canada}) {
        AbilityLevels before{};
        for (double score = 0; score <= 20; score += 0.5) {
            if (const auto now = levels(kind, {score, score, score, score})) {
                EXPECT_GE(now->listening, before.listening);
                EXPECT_GE(now->reading, before.reading);
                EXPECT_GE(now->writing, before.writing);
                EXPECT_GE(now->speaking, before.speaking);
                before = *now;
            }
        }
    }
}

using express_entry::Ability;
using express_entry::level;
using express_entry::TestScale;

/// Trap 23: the attestation of TEF Canada shows two scales.
TEST(Clb, keeps_the_scales_of_tef_canada_apart) {
    const auto listening = [](const TestScale scale, const double score) {
        return level(scale, Ability::listening, score).value();
    };
    EXPECT_EQ(listening(TestScale::tef_canada, 298), 9);
    EXPECT_EQ(listening(TestScale::tef_canada_699, 503), 9);
    EXPECT_EQ(listening(TestScale::tef_canada_699, 298), 0);
    EXPECT_EQ(listening(TestScale::tef_canada_699_until_2023_12_10, 503), 8);
    EXPECT_EQ(listening(TestScale::tef_canada_699_until_2023_12_10, 533), 9);
    EXPECT_FALSE(level(TestScale::tef_canada, Ability::listening, 503));
    EXPECT_EQ(level(TestScale::tef_canada_699, Ability::speaking, 518).value(), 9);
    EXPECT_EQ(level(TestScale::tef_canada_699, Ability::writing, 511).value(), 8);
}

TEST(Clb, names_the_ability_that_it_refuses) {
    const auto refused = level(TestScale::ielts_general, Ability::reading, 10);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "reading");
    EXPECT_EQ(
        refused.error().message, "10 is not a reading score of this test: 0 to 9 in steps of 0.5"
    );
}

TEST(Clb, knows_since_when_a_test_is_accepted) {
    EXPECT_EQ(
        express_entry::accepted_from(LanguageTestKind::pte_core),
        domain::parse_date("2024-01-30").value()
    );
    EXPECT_EQ(express_entry::accepted_from(LanguageTestKind::ielts_general), std::nullopt);
}

}  // namespace
