// Sketches of texts, and whose text it is. All texts are fictional.

#include "indexer/verification/checks.hpp"
#include "indexer/verification/shingles.hpp"
#include "tests/verification/scam_labels.hpp"

#include <gtest/gtest.h>

namespace {

using verification::Verdict;

/// A hundred words that are not another topic's.
std::string advertisement(const std::string& topic) {
    std::string text;
    for (int i = 0; i < 100; ++i) {
        text += topic + std::to_string(i * i % 97) + (i % 9 == 0 ? ". " : " ");
    }
    return text;
}

TEST(Sketch, is_near_for_near_texts_and_far_for_others) {
    const auto own = verification::sketch(advertisement("bread"));
    ASSERT_TRUE(own);
    std::string shouted = advertisement("BREAD");
    EXPECT_EQ(verification::sketch(shouted), own);
    const auto longer = verification::sketch(advertisement("bread") + "Call us.");
    ASSERT_TRUE(longer);
    EXPECT_LE(verification::distance(*own, *longer), 8);
    const auto other = verification::sketch(advertisement("steel"));
    ASSERT_TRUE(other);
    EXPECT_GT(verification::distance(*own, *other), 16);
    EXPECT_FALSE(verification::sketch("Cook meals and clean the kitchen."));
}

TEST(CopiedText, gives_each_verdict) {
    const domain::Posting posting = labels::posting_of(advertisement("bread"), "-");
    verification::Evidence evidence{
        .posting = posting,
        .sha256 = "00ff",
        .fetched_on = *posting.date_posted,
        .employer_key = "maple bakery"};
    EXPECT_EQ(verification::copied_text(evidence).verdict, Verdict::unknown);
    evidence.text_owner = {
        .posting = 7, .employer = "Maple Bakery Inc.", .employer_key = "maple bakery"};
    EXPECT_EQ(verification::copied_text(evidence).verdict, Verdict::pass);
    evidence.text_owner->employer_key = "other bakery";
    const auto copied = verification::copied_text(evidence);
    EXPECT_EQ(copied.verdict, Verdict::warn);
    EXPECT_EQ(copied.evidence, "Maple Bakery Inc.");
    const domain::Posting brief = labels::posting_of("Cook meals.", "-");
    const verification::Evidence short_text{
        .posting = brief,
        .sha256 = "00ff",
        .fetched_on = *brief.date_posted,
        .employer_key = "a",
        .text_owner = evidence.text_owner};
    EXPECT_EQ(verification::copied_text(short_text).verdict, Verdict::unknown);
}

}  // namespace
