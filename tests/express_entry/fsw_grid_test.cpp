#include "matcher/express_entry/fsw_grid.hpp"

#include "matcher/express_entry/fsw_input.hpp"
#include "matcher/rules/regulations.hpp"
#include "tests/express_entry/candidates.hpp"

#include <gtest/gtest.h>

#include <random>

namespace {

using express_entry::fsw_score;
using express_entry::FswInput;
using express_entry::FswScore;
using express_entry::FswSpouse;
using people::all;

const rules::FswGrid& grid() { return rules::regulations().programs.back().fsw_grid; }

FswScore grid_score(const FswInput& input) { return fsw_score(grid(), input); }

/// 30, a master's degree, CLB 9, three years abroad.
FswInput person() {
    return {
        .age = 30,
        .first_language = people::english(all(9)),
        .second_language = {},
        .education = domain::EducationLevel::masters_or_professional,
        .canadian_skilled_work_years = 0,
        .foreign_skilled_work_years = 3,
        .arranged_employment = false,
        .spouse = {},
        .studied_in_canada_2y = false,
        .relative_in_canada = false};
}

/// A page in public use adds 12 + 23 + 11 + 6 = 52 for this person: CLB 9 is 6 points for each of
/// four abilities, and the total 70.
TEST(FswGrid, counts_each_ability_where_a_wrong_published_example_counts_one) {
    const FswScore result = grid_score(person());
    EXPECT_EQ(result.language, 24);
    EXPECT_EQ(result.total, 70);
}

/// P06 of the published examples: levels 9, 9, 7 and 10.
TEST(FswGrid, gives_22_for_the_published_levels) {
    FswInput one = person();
    one.first_language =
        people::english({.listening = 9, .reading = 9, .writing = 7, .speaking = 10});
    EXPECT_EQ(grid_score(one).language, 22);
}

/// P05 of the published examples comes to 76 with eleven points for experience. The regulations
/// count Canadian and foreign years together: one and three are four, which earn thirteen.
TEST(FswGrid, counts_canadian_and_foreign_years_together) {
    FswInput iakob = person();
    iakob.age = 32;
    iakob.first_language = people::english(all(8));
    iakob.studied_in_canada_2y = true;
    iakob.canadian_skilled_work_years = 1;
    EXPECT_EQ(grid_score(iakob).experience, 13);
    EXPECT_EQ(grid_score(iakob).total, 78);
    iakob.foreign_skilled_work_years = 2;
    EXPECT_EQ(grid_score(iakob).total, 76);
}

/// Trap 16: the scale of age is another than that of the CRS.
TEST(FswGrid, has_an_age_scale_of_its_own) {
    const auto age = [](const int years) {
        FswInput one = person();
        one.age = years;
        return grid_score(one).age;
    };
    EXPECT_EQ(age(17), 0);
    EXPECT_EQ(age(18), 12);
    EXPECT_EQ(age(35), 12);
    EXPECT_EQ(age(36), 11);
    EXPECT_EQ(age(46), 1);
    EXPECT_EQ(age(47), 0);
    EXPECT_EQ(age(120), 0);
}

/// Trap 17: arranged employment counts 10 and again 5 under adaptability, which is capped at 10.
TEST(FswGrid, counts_arranged_employment_twice_and_caps_adaptability) {
    FswInput one = person();
    one.arranged_employment = true;
    EXPECT_EQ(grid_score(one).arranged_employment, 10);
    EXPECT_EQ(grid_score(one).adaptability, 5);
    one.relative_in_canada = true;
    EXPECT_EQ(grid_score(one).adaptability, 10);
    one.studied_in_canada_2y = true;
    EXPECT_EQ(grid_score(one).adaptability, 10);
}

TEST(FswGrid, gives_each_factor_of_adaptability_its_points) {
    const auto adaptability = [](const auto change) {
        FswInput one = person();
        one.foreign_skilled_work_years = 0;
        change(one);
        return grid_score(one).adaptability;
    };
    EXPECT_EQ(adaptability([](FswInput&) {}), 0);
    EXPECT_EQ(adaptability([](FswInput& one) { one.canadian_skilled_work_years = 1; }), 10);
    EXPECT_EQ(adaptability([](FswInput& one) { one.studied_in_canada_2y = true; }), 5);
    EXPECT_EQ(adaptability([](FswInput& one) { one.relative_in_canada = true; }), 5);
    EXPECT_EQ(adaptability([](FswInput& one) { one.spouse = FswSpouse{.levels = all(4)}; }), 5);
    EXPECT_EQ(adaptability([](FswInput& one) { one.spouse = FswSpouse{.levels = all(3)}; }), 0);
    EXPECT_EQ(
        adaptability([](FswInput& one) {
            one.spouse = FswSpouse{.levels = {}, .studied_in_canada_2y = true};
        }),
        5
    );
    EXPECT_EQ(
        adaptability([](FswInput& one) {
            one.spouse =
                FswSpouse{.levels = {}, .studied_in_canada_2y = false, .worked_in_canada_1y = true};
        }),
        5
    );
}

TEST(FswGrid, takes_a_second_language_from_clb_5_in_all_four) {
    FswInput one = person();
    one.second_language = people::french(all(5));
    EXPECT_EQ(grid_score(one).language, 28);
    one.second_language->levels.writing = 4;
    EXPECT_EQ(grid_score(one).language, 24);
}

TEST(FswGrid, never_exceeds_its_maxima_and_always_adds_up) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 generator{seed};
    const auto up_to = [&](const int max) {
        return std::uniform_int_distribution{0, max}(generator);
    };
    const auto levels = [&] {
        return domain::AbilityLevels{up_to(12), up_to(12), up_to(12), up_to(12)};
    };
    for (int count = 0; count < 20'000; ++count) {
        const FswInput one{
            .age = up_to(120),
            .first_language = people::english(levels()),
            .second_language = people::french(levels()),
            .education = static_cast<domain::EducationLevel>(up_to(7)),
            .canadian_skilled_work_years = up_to(60),
            .foreign_skilled_work_years = up_to(60),
            .arranged_employment = up_to(1) == 1,
            .spouse =
                FswSpouse{
                    .levels = levels(),
                    .studied_in_canada_2y = up_to(1) == 1,
                    .worked_in_canada_1y = up_to(1) == 1},
            .studied_in_canada_2y = up_to(1) == 1,
            .relative_in_canada = up_to(1) == 1};
        const FswScore result = grid_score(one);
        ASSERT_LE(result.language, 28);
        ASSERT_LE(result.experience, 15);
        ASSERT_LE(result.adaptability, 10);
        ASSERT_LE(result.total, 100);
        ASSERT_EQ(
            result.total,
            result.language + result.education + result.experience + result.age +
                result.arranged_employment + result.adaptability
        );
    }
}

TEST(FswInput, is_drawn_from_the_document) {
    domain::Candidate one = people::graduate();
    one.jobs = {
        people::job("21231", "CA", "2024-06-15"),
        people::job("21231", "IN", "2022-06-15", "2024-06-14")};
    one.marital = domain::Marital::spouse_accompanying;
    one.spouse = domain::Spouse{};
    one.spouse->language_tests = {people::english_test(4)};
    one.spouse->jobs = {people::job("65200", "CA", "2020-01-01", "2020-12-31")};
    const FswInput input = express_entry::fsw_input(one, people::day("2026-06-15"));
    EXPECT_EQ(input.age, 30);
    EXPECT_EQ(input.canadian_skilled_work_years, 2);
    EXPECT_EQ(input.foreign_skilled_work_years, 2);
    EXPECT_TRUE(input.studied_in_canada_2y);
    ASSERT_TRUE(input.spouse);
    EXPECT_EQ(input.spouse->levels, all(4));
    EXPECT_TRUE(input.spouse->worked_in_canada_1y) << "whatever the TEER";
    EXPECT_FALSE(input.arranged_employment);
    one.siblings_in_canada = true;
    EXPECT_TRUE(express_entry::fsw_input(one, people::day("2026-06-15")).relative_in_canada);
}

}  // namespace
