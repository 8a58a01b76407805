#include "tests/quality/measures.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace {

const quality::JudgedPostings judged{
    {1, {.grade = 3, .reason = "3 same work"}},
    {2, {.grade = 2, .reason = "3 same work; -1 place"}},
    {3, {.grade = 0, .reason = "0 other work"}},
    {4, {.grade = 0, .reason = "HARD refusal"}}};

TEST(Measures, give_the_best_order_a_full_gain) {
    const quality::Scores scores = quality::scores({1, 2, 3}, judged);
    EXPECT_DOUBLE_EQ(*scores.ndcg, 1);
    EXPECT_DOUBLE_EQ(*scores.ndcg_judged, 1);
    EXPECT_DOUBLE_EQ(*scores.recall, 1);
    EXPECT_EQ(scores.violations, 0);
    EXPECT_EQ(scores.unjudged, 0);
}

TEST(Measures, count_what_nobody_judged_as_nothing_or_pass_it_over) {
    const quality::Scores scores = quality::scores({99, 1}, judged);
    const double ideal = 7 + 3 / std::log2(3);
    EXPECT_DOUBLE_EQ(*scores.ndcg, 7 / std::log2(3) / ideal);
    EXPECT_DOUBLE_EQ(*scores.ndcg_judged, 7 / ideal);
    EXPECT_DOUBLE_EQ(*scores.recall, 0.5);
    EXPECT_DOUBLE_EQ(scores.unjudged, 0.5);
}

TEST(Measures, look_at_ten_for_gain_and_violations_and_at_a_hundred_for_recall) {
    quality::Ranking ranking{4};
    while (ranking.size() < quality::top) {
        ranking.push_back(100 + static_cast<domain::PostingId>(ranking.size()));
    }
    ranking.push_back(1);
    ranking.push_back(4);
    const quality::Scores scores = quality::scores(ranking, judged);
    EXPECT_EQ(*scores.ndcg, 0);
    EXPECT_GT(*scores.ndcg_judged, 0);
    EXPECT_DOUBLE_EQ(*scores.recall, 0.5);
    EXPECT_EQ(scores.violations, 1);
    EXPECT_DOUBLE_EQ(scores.unjudged, 0.9);
}

TEST(Measures, say_nothing_where_no_posting_is_good) {
    const quality::Scores scores = quality::scores({3}, {{3, {.grade = 0, .reason = ""}}});
    EXPECT_FALSE(scores.ndcg);
    EXPECT_FALSE(scores.ndcg_judged);
    EXPECT_FALSE(scores.recall);
}

TEST(Measures, hold_an_estimate_between_its_bounds_and_repeat_it) {
    const std::vector<double> values{0.1, 0.9, 0.4, 0.6, 0.5};
    const quality::Estimate first = quality::estimate(values);
    const quality::Estimate second = quality::estimate(values);
    EXPECT_DOUBLE_EQ(first.mean, 0.5);
    EXPECT_EQ(first.count, values.size());
    EXPECT_LT(first.low, first.mean);
    EXPECT_GT(first.low, 0.1);
    EXPECT_GT(first.high, first.mean);
    EXPECT_LT(first.high, 0.9);
    EXPECT_EQ(first.low, second.low);
    EXPECT_EQ(first.high, second.high);
}

TEST(Measures, have_no_spread_where_all_values_are_equal) {
    const quality::Estimate estimate = quality::estimate({0.25, 0.25, 0.25});
    EXPECT_EQ(estimate.low, 0.25);
    EXPECT_EQ(estimate.high, 0.25);
    EXPECT_EQ(quality::estimate({}).count, 0U);
}

}  // namespace
