// Points by lists of occupations, and what the caps make of a score.

#include "matcher/express_entry/crs_caps.hpp"
#include "matcher/express_entry/offer.hpp"
#include "tests/express_entry/listed_rules.hpp"

#include <gtest/gtest.h>

namespace {

using express_entry::CrsInput;
using express_entry::CrsScore;
using express_entry::LiftReason;
using express_entry::lost_to_caps;
using express_entry::maxima;
using express_entry::Points;
using express_entry::score;
using people::engineer;
using people::half_known_rules;
using people::listed_rules;
using people::noc;
using people::offer;
using people::rule_set;
using rules::Column;

TEST(OccupationLists, earn_an_offer_the_points_of_its_level_whatever_its_teer) {
    const auto points = [](const rules::RuleSet& rules, const std::string_view code) {
        return express_entry::offer_points(rules, noc(code));
    };
    EXPECT_EQ(points(listed_rules(), "00012"), 60);
    EXPECT_EQ(points(listed_rules(), "75012"), 40);
    EXPECT_EQ(points(listed_rules(), "00013"), 0);
    EXPECT_EQ(points(half_known_rules(), "00012"), 60);
    EXPECT_EQ(points(half_known_rules(), "21012"), std::nullopt);
    EXPECT_EQ(points(half_known_rules(), "00013"), 0);
}

TEST(OccupationLists, add_to_canadian_work_from_the_stated_years_on) {
    struct Case {
        const rules::RuleSet& rules;
        int years;
        std::optional<std::string_view> noc;
        Points points;
    };
    for (const Case& one : {
             Case{listed_rules(), 1, "00012", 40},
             Case{listed_rules(), 2, "00012", 53 + 30},
             Case{listed_rules(), 5, "21012", 80 + 10},
             Case{listed_rules(), 5, "21013", 80},
             Case{listed_rules(), 1, std::nullopt, 40},
             Case{listed_rules(), 2, std::nullopt, std::nullopt},
             Case{half_known_rules(), 0, std::nullopt, 0},
             Case{half_known_rules(), 1, "00012", 40 + 30},
             Case{half_known_rules(), 1, "21013", std::nullopt},
         }) {
        CrsInput input = engineer();
        input.canadian_work_years = one.years;
        if (one.noc) {
            input.canadian_work_noc = noc(*one.noc);
        }
        const CrsScore result = score(one.rules, input);
        EXPECT_EQ(result.core.canadian_work, one.points) << one.rules.id << " " << one.years;
        EXPECT_EQ(result.total.has_value(), one.points.has_value());
    }
}

TEST(OccupationLists, give_a_lift_its_reason) {
    const auto lift = [](const rules::RuleSet& rules, const std::string_view code) {
        return express_entry::lift(
            rules,
            express_entry::LiftRole::asked,
            people::day("2099-08-01"),
            engineer(),
            {.noc = noc(code), .zero = std::nullopt, .no_route = false, .conditions = {}}
        );
    };
    EXPECT_EQ(lift(listed_rules(), "75012").points, 40);
    EXPECT_EQ(lift(listed_rules(), "75012").reason, LiftReason::on_occupation_list);
    EXPECT_EQ(lift(listed_rules(), "00013").points, 0);
    EXPECT_EQ(lift(listed_rules(), "00013").reason, LiftReason::not_on_occupation_list);
    EXPECT_EQ(lift(half_known_rules(), "21012").points, std::nullopt);
    EXPECT_EQ(lift(half_known_rules(), "21012").reason, LiftReason::points_not_known);
}

TEST(Maxima, are_those_of_the_published_grid) {
    for (const rules::RuleSet& rules : people::rule_book().all()) {
        const bool work_known = rules.id != "2026-11-03";
        const CrsScore alone = maxima(rules, Column::without_spouse);
        EXPECT_EQ(alone.core.age, 110);
        EXPECT_EQ(alone.core.education, 150);
        EXPECT_EQ(alone.core.first_language, 136);
        EXPECT_EQ(alone.core.second_language, 24);
        EXPECT_EQ(alone.core.canadian_work, work_known ? Points{80} : std::nullopt);
        EXPECT_EQ(alone.core.subtotal, work_known ? Points{500} : std::nullopt);
        EXPECT_EQ(alone.spouse.subtotal, 0);
        const CrsScore couple = maxima(rules, Column::with_spouse);
        EXPECT_EQ(couple.core.second_language, 22);
        EXPECT_EQ(couple.core.subtotal, work_known ? Points{460} : std::nullopt);
        EXPECT_EQ(couple.spouse.subtotal, 40);
        EXPECT_EQ(couple.transferability.education_group, 50);
        EXPECT_EQ(couple.transferability.subtotal, 100);
        EXPECT_EQ(couple.additional.subtotal, 600);
        EXPECT_EQ(couple.total, 1200);
    }
    EXPECT_EQ(maxima(rule_set("2022-11-16"), Column::with_spouse).additional.uncapped, 895);
    EXPECT_EQ(maxima(listed_rules(), Column::without_spouse).core.canadian_work, 80 + 30);
    EXPECT_EQ(maxima(listed_rules(), Column::without_spouse).additional.job_offer, 60);
    EXPECT_EQ(maxima(half_known_rules(), Column::without_spouse).core.canadian_work, 80 + 30);
    EXPECT_EQ(
        maxima(half_known_rules(), Column::without_spouse).additional.job_offer, std::nullopt
    );
}

TEST(LostToCaps, counts_what_each_cap_took) {
    rules::RuleSet rules = rule_set("2022-11-16");
    CrsInput input = engineer();
    input.education = domain::EducationLevel::doctoral;
    input.second_language = people::french(people::all(9));
    input.marital = domain::Marital::spouse_accompanying;
    input.canadian_work_years = 2;
    input.foreign_work_years = 3;
    input.certificate_of_qualification = true;
    input.provincial_nomination = true;
    input.job_offer = offer("00012");
    const auto lost = lost_to_caps(rules, input, score(rules, input));
    EXPECT_EQ(lost.second_language, 2);
    EXPECT_EQ(lost.education_group, 50);
    EXPECT_EQ(lost.foreign_group, 50);
    EXPECT_EQ(lost.certificate_group, 0);
    EXPECT_EQ(lost.transferability, 50);
    EXPECT_EQ(lost.additional, 250);
    EXPECT_EQ(lost.total, 0);
    rules.transferability.group_cap = 30;
    rules.total_cap = 900;
    const CrsScore tighter = score(rules, input);
    EXPECT_EQ(lost_to_caps(rules, input, tighter).certificate_group, 20);
    EXPECT_EQ(tighter.total, 900);
    EXPECT_GT(lost_to_caps(rules, input, tighter).total, 0);
}

TEST(LostToCaps, knows_nothing_of_additional_points_that_are_not_known) {
    CrsInput input = engineer();
    input.provincial_nomination = true;
    input.job_offer = offer("21231");
    const rules::RuleSet& reported = rule_set("2026-11-03");
    const auto lost = lost_to_caps(reported, input, score(reported, input));
    EXPECT_EQ(lost.additional, std::nullopt);
    EXPECT_EQ(lost.total, std::nullopt);
}

}  // namespace
