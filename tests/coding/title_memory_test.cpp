#include "indexer/coding/title_memory.hpp"

#include "indexer/coding/title_words.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace coding {
namespace {

constexpr std::size_t nocs = 4;

RememberedTitle remembered(const char* title, const std::uint16_t noc, const float weight = 1) {
    return {
        .noc = noc,
        .weight_step = nearest_weight_step(weight),
        .concepts = concept_keys(title_words(title))};
}

std::vector<float> shares(const TitleMemory& memory, const char* title) {
    return memory.shares(title_features(title), nocs);
}

std::ptrdiff_t likeliest(const TitleMemory& memory, const char* title) {
    const std::vector<float> found = shares(memory, title);
    return std::max_element(found.begin(), found.end()) - found.begin();
}

const TitleMemory& some_titles() {
    static const TitleMemory memory{
        {remembered("truck driver", 0),
         remembered("bus driver", 1),
         remembered("truck mechanic", 2),
         remembered("truck dispatcher", 3)}};
    return memory;
}

TEST(TitleMemory, finds_the_title_that_has_most_in_common) {
    EXPECT_EQ(likeliest(some_titles(), "Bus driver - Halifax"), 1);
    EXPECT_EQ(likeliest(some_titles(), "Mechanic, heavy truck"), 2);
    EXPECT_EQ(likeliest(some_titles(), "Truck driver"), 0);
    EXPECT_GT(shares(some_titles(), "Truck driver")[0], 0.9F);
}

TEST(TitleMemory, knows_a_french_title_by_what_the_lexicon_has_in_common) {
    EXPECT_EQ(likeliest(some_titles(), "Mécanicien de camion"), 2);
}

// "truck" stands in three of the titles, "dispatcher" in one.
TEST(TitleMemory, goes_by_the_rarer_word) {
    EXPECT_EQ(likeliest(some_titles(), "truck lane dispatcher"), 3);
    EXPECT_EQ(likeliest(some_titles(), "dispatcher"), 3);
}

TEST(TitleMemory, finds_nothing_where_no_word_is_known) {
    EXPECT_TRUE(shares(some_titles(), "Pharmacist").empty());
    EXPECT_TRUE(shares(some_titles(), "").empty());
    EXPECT_TRUE(shares(TitleMemory{{}}, "Truck driver").empty());
}

TEST(TitleMemory, counts_a_title_by_its_weight) {
    const TitleMemory memory{{remembered("cook", 0), remembered("cook", 1, 3)}};
    const std::vector<float> found = shares(memory, "Cook");
    EXPECT_NEAR(found[1] / found[0], 3, 0.2);
    EXPECT_NEAR(std::accumulate(found.begin(), found.end(), 0.0F), 1, 0.01);
}

TEST(TitleMemory, forgets_one_question_before_the_next) {
    const std::vector<float> first = shares(some_titles(), "Truck driver");
    shares(some_titles(), "bus truck dispatcher mechanic");
    EXPECT_EQ(shares(some_titles(), "Truck driver"), first);
}

TEST(TitleMemory, keeps_weights_to_a_tenth) {
    for (float weight = 0.5F; weight < 100; weight *= 1.1F) {
        EXPECT_NEAR(weight_of_step(nearest_weight_step(weight)), weight, 0.1F * weight);
    }
    EXPECT_EQ(nearest_weight_step(0.001F), 0);
    EXPECT_EQ(nearest_weight_step(1e9F), weight_step_max);
}

}  // namespace
}  // namespace coding
