#include "matcher/express_entry/crs.hpp"

#include "tests/express_entry/people.hpp"

#include <gtest/gtest.h>

namespace {

using domain::EducationLevel;
using domain::Marital;
using express_entry::CanadianStudy;
using express_entry::CrsInput;
using express_entry::CrsScore;
using express_entry::offer_points;
using express_entry::Points;
using express_entry::SpouseInput;
using people::all;
using people::basis;
using people::confirmed;
using people::engineer;
using people::english;
using people::french;
using people::noc;
using people::offer;
using people::reported;
using people::rule_set;

CrsScore score(const CrsInput& input, const std::string_view rules = confirmed) {
    return express_entry::score(rule_set(rules), input);
}

TEST(Crs, gives_the_same_person_the_same_core_under_every_rule_set) {
    for (const rules::RuleSet& rules : people::rule_book().all()) {
        EXPECT_EQ(express_entry::score(rules, engineer()).total, 404) << rules.id;
    }
}

TEST(Crs, has_its_age_points_by_whole_years) {
    struct Case {
        int age;
        int alone;
        int with_spouse;
    };
    for (const Case& one : {
             Case{17, 0, 0},
             Case{18, 99, 90},
             Case{19, 105, 95},
             Case{20, 110, 100},
             Case{29, 110, 100},
             Case{30, 105, 95},
             Case{35, 77, 70},
             Case{44, 6, 5},
             Case{45, 0, 0},
             Case{120, 0, 0},
             Case{0, 0, 0},
         }) {
        CrsInput input = engineer();
        input.age = one.age;
        EXPECT_EQ(score(input).core.age, one.alone) << one.age;
        input.marital = Marital::spouse_accompanying;
        EXPECT_EQ(score(input).core.age, one.with_spouse) << one.age;
    }
}

TEST(Crs, gives_no_language_points_below_clb_4_and_no_more_above_10) {
    CrsInput input = engineer();
    const auto points = [&](const domain::Clb level) {
        input.first_language = english(all(level));
        return score(input).core.first_language;
    };
    EXPECT_EQ(points(0), 0);
    EXPECT_EQ(points(3), 0);
    EXPECT_EQ(points(4), 24);
    EXPECT_EQ(points(5), 24);
    EXPECT_EQ(points(6), 36);
    EXPECT_EQ(points(10), 136);
    EXPECT_EQ(points(12), 136);
    input.marital = Marital::spouse_accompanying;
    EXPECT_EQ(points(5), 24);
    EXPECT_EQ(points(6), 32);
}

TEST(Crs, uses_the_spouse_column_only_for_an_accompanying_foreign_spouse) {
    CrsInput input = engineer();
    input.spouse = SpouseInput{
        .education = EducationLevel::doctoral,
        .first_language = french(all(9)),
        .canadian_work_years = 5,
    };
    for (const Marital marital :
         {Marital::single, Marital::spouse_not_accompanying, Marital::spouse_citizen_or_pr}) {
        input.marital = marital;
        EXPECT_EQ(score(input).column, rules::Column::without_spouse);
        EXPECT_EQ(score(input).spouse.subtotal, 0);
        EXPECT_EQ(score(input).total, 404);
    }
    input.marital = Marital::spouse_accompanying;
    EXPECT_EQ(score(input).column, rules::Column::with_spouse);
    EXPECT_EQ(score(input).spouse.subtotal, 40);
}

TEST(Crs, lowers_the_candidates_own_points_even_for_a_spouse_without_any) {
    CrsInput input = engineer();
    input.marital = Marital::spouse_accompanying;
    EXPECT_EQ(score(input).spouse.subtotal, 0);
    EXPECT_EQ(score(input).core.subtotal, 100 + 112 + 4 * 29);
}

TEST(Crs, caps_the_second_language_at_24_or_22) {
    CrsInput input = engineer();
    input.second_language = french(all(10));
    EXPECT_EQ(score(input).core.second_language, 24);
    input.marital = Marital::spouse_accompanying;
    EXPECT_EQ(score(input).core.second_language, 22);
}

TEST(Crs, looks_at_the_lowest_ability_for_transferability) {
    CrsInput input = engineer();
    input.education = EducationLevel::masters_or_professional;
    input.foreign_work_years = 3;
    struct Case {
        domain::AbilityLevels levels;
        int points;
    };
    for (const Case& one : {
             Case{{9, 9, 9, 9}, 50},
             Case{{9, 9, 9, 8}, 25},
             Case{{10, 7, 10, 10}, 25},
             Case{{10, 10, 6, 10}, 0},
         }) {
        input.first_language = english(one.levels);
        EXPECT_EQ(score(input).transferability.education_language, one.points);
        EXPECT_EQ(score(input).transferability.foreign_language, one.points);
    }
}

TEST(Crs, puts_a_bachelors_degree_in_the_lower_row_of_transferability) {
    struct Case {
        EducationLevel level;
        int points;
    };
    for (const Case& one : {
             Case{EducationLevel::less_than_secondary, 0},
             Case{EducationLevel::secondary, 0},
             Case{EducationLevel::one_year, 25},
             Case{EducationLevel::bachelors_or_three_year, 25},
             Case{EducationLevel::two_or_more, 50},
             Case{EducationLevel::masters_or_professional, 50},
             Case{EducationLevel::doctoral, 50},
         }) {
        CrsInput input = engineer();
        input.education = one.level;
        EXPECT_EQ(score(input).transferability.education_language, one.points);
    }
}

TEST(Crs, caps_each_group_at_50_before_all_three_at_100) {
    CrsInput input = engineer();
    input.education = EducationLevel::doctoral;
    input.canadian_work_years = 2;
    input.foreign_work_years = 3;
    input.certificate_of_qualification = true;
    const auto transferability = score(input).transferability;
    EXPECT_EQ(transferability.education_language + transferability.education_canadian_work, 100);
    EXPECT_EQ(transferability.education_group, 50);
    EXPECT_EQ(transferability.foreign_group, 50);
    EXPECT_EQ(transferability.certificate_group, 50);
    EXPECT_EQ(transferability.subtotal, 100);
}

TEST(Crs, asks_clb_5_and_7_for_a_trade_certificate) {
    CrsInput input = engineer();
    input.certificate_of_qualification = true;
    const auto points = [&](const domain::AbilityLevels& levels) {
        input.first_language = english(levels);
        return score(input).transferability.certificate_group;
    };
    EXPECT_EQ(points({7, 7, 7, 4}), 0);
    EXPECT_EQ(points(all(5)), 25);
    EXPECT_EQ(points({9, 9, 6, 9}), 25);
    EXPECT_EQ(points(all(7)), 50);
}

TEST(Crs, gives_the_french_bonus_whichever_language_is_first) {
    struct Case {
        domain::AbilityLevels french;
        std::optional<domain::AbilityLevels> english;
        int points;
    };
    for (const Case& one : {
             Case{all(7), std::nullopt, 25},
             Case{all(7), all(4), 25},
             Case{all(7), all(5), 50},
             Case{{7, 7, 7, 6}, all(9), 0},
             Case{all(7), {{5, 5, 5, 4}}, 25},
             Case{all(12), all(12), 50},
         }) {
        CrsInput input = engineer();
        input.first_language = french(one.french);
        input.second_language.reset();
        if (one.english) {
            input.second_language = english(*one.english);
        }
        EXPECT_EQ(score(input).additional.french, one.points);
        if (one.english) {
            std::swap(input.first_language, input.second_language);
            EXPECT_EQ(score(input).additional.french, one.points);
        }
    }
}

TEST(Crs, has_the_additional_points_of_its_date) {
    struct Case {
        std::string_view rules;
        int french;
        int study;
        int sibling;
        Points offer;
        Points offer_00;
    };
    CrsInput input = engineer();
    input.second_language = french(all(7));
    input.canadian_study = CanadianStudy::one_or_two_year;
    input.sibling_in_canada = true;
    for (const Case& one : {
             Case{"2015-01-01", 0, 0, 0, 600, 600},
             Case{"2016-11-19", 0, 15, 0, 50, 200},
             Case{"2017-06-06", 30, 15, 15, 50, 200},
             Case{"2020-10-20", 50, 15, 15, 50, 200},
             Case{"2022-11-16", 50, 15, 15, 50, 200},
             Case{"2025-03-25", 50, 15, 15, 0, 0},
             Case{"2026-11-03", 50, 15, 15, std::nullopt, std::nullopt},
         }) {
        SCOPED_TRACE(one.rules);
        const auto additional = score(input, one.rules).additional;
        EXPECT_EQ(additional.french, one.french);
        EXPECT_EQ(additional.canadian_study, one.study);
        EXPECT_EQ(additional.sibling, one.sibling);
        EXPECT_EQ(offer_points(rule_set(one.rules), noc("21231")), one.offer);
        EXPECT_EQ(offer_points(rule_set(one.rules), noc("00012")), one.offer_00);
    }
}

TEST(Crs, gives_200_for_major_group_00_and_not_for_every_manager) {
    const auto points = [](const std::string_view code) {
        return offer_points(rule_set(basis), noc(code));
    };
    EXPECT_EQ(points("00010"), 200);
    EXPECT_EQ(points("00015"), 200);
    EXPECT_EQ(points("10010"), 50);  // TEER 0, but not of major group 00.
    EXPECT_EQ(points("20012"), 50);
    EXPECT_EQ(points("73300"), 50);
    EXPECT_EQ(points("14100"), 0);
    EXPECT_EQ(points("75110"), 0);
    EXPECT_EQ(offer_points(rule_set("2015-01-01"), noc("14100")), 0);
}

TEST(Crs, counts_an_offer_that_does_not_qualify_as_none) {
    CrsInput input = engineer();
    input.job_offer = {.noc = noc("00012"), .qualifying = false};
    for (const rules::RuleSet& rules : people::rule_book().all()) {
        EXPECT_EQ(express_entry::score(rules, input).total, 404) << rules.id;
    }
}

TEST(Crs, adds_nothing_to_a_nomination) {
    CrsInput input = engineer();
    input.provincial_nomination = true;
    EXPECT_EQ(score(input, basis).total, 1004);
    input.sibling_in_canada = true;
    input.canadian_study = CanadianStudy::three_year_plus;
    input.job_offer = offer("00012");
    EXPECT_EQ(score(input, basis).additional.uncapped, 845);
    EXPECT_EQ(score(input, basis).total, 1004);
}

TEST(Crs, knows_no_total_where_the_reported_rules_do_not_say_what_an_offer_earns) {
    CrsInput input = engineer();
    input.job_offer = offer("21231");
    for (const bool nominated : {false, true}) {
        input.provincial_nomination = nominated;
        const CrsScore unknown = score(input, reported);
        EXPECT_EQ(unknown.additional.job_offer, std::nullopt);
        EXPECT_EQ(unknown.additional.uncapped, std::nullopt);
        EXPECT_EQ(unknown.additional.subtotal, std::nullopt);
        EXPECT_EQ(unknown.core.subtotal, 354);
        EXPECT_EQ(unknown.total, std::nullopt);
    }
}

TEST(Crs, knows_no_total_where_the_reported_rules_do_not_say_what_canadian_work_earns) {
    CrsInput input = engineer();
    EXPECT_EQ(score(input, reported).total, score(input, confirmed).total);
    input.canadian_work_years = 1;
    EXPECT_EQ(score(input, reported).core.canadian_work, std::nullopt);
    EXPECT_EQ(score(input, reported).core.subtotal, std::nullopt);
    EXPECT_EQ(score(input, reported).transferability.education_canadian_work, 13);
    EXPECT_EQ(score(input, reported).total, std::nullopt);
    EXPECT_EQ(score(input, confirmed).total, 404 + 40 + 13 + 13);
}

}  // namespace
