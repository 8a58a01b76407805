// Sketches of texts, and whose text it is. All texts are fictional.

#include "indexer/verification/checks.hpp"
#include "indexer/verification/shingles.hpp"
#include "tests/verification/scam_labels.hpp"
#include "tests/verification/seen.hpp"

#include <gtest/gtest.h>

namespace {

using verification::Verdict;

/// A hundred words that are not another topic's.
std::string advertisement(const std::string& topic) {
    std::string text;
    for (int i = 0; i < 100; ++i) {
        const int number = i * i % 97;
        text += topic + static_cast<char>('a' + number / 10) + static_cast<char>('a' + number % 10);
        text += i % 9 == 0 ? ". " : " ";
    }
    return text;
}

TEST(Sketch, is_near_for_near_texts_and_far_for_others) {
    const auto own = verification::sketch(advertisement("bread"), "");
    ASSERT_TRUE(own);
    EXPECT_EQ(verification::sketch(advertisement("BREAD"), ""), own);
    const auto longer = verification::sketch(advertisement("bread") + "Call us.", "");
    ASSERT_TRUE(longer);
    EXPECT_LE(verification::distance(*own, *longer), 8);
    const auto other = verification::sketch(advertisement("steel"), "");
    ASSERT_TRUE(other);
    EXPECT_GT(verification::distance(*own, *other), 16);
    EXPECT_FALSE(verification::sketch("Cook meals and clean the kitchen.", ""));
}

TEST(Sketch, leaves_out_what_a_copyist_changes) {
    const std::string text = advertisement("bread");
    EXPECT_EQ(
        verification::sketch(
            "Maple Bakery hires. " + text +
                "Write to jobs@maple.example or call 902-555-0100, "
                "see https://maple.example/jobs by 2026-12-01, $22.50.",
            "Maple Bakery Ltd."
        ),
        verification::sketch(
            "Other Ovens hires. " + text +
                "Write to x@mail.example or call 613-555-0199, "
                "see www.other.example by 2027-01-31, $29.",
            "Other Ovens"
        )
    );
}

TEST(CopiedText, gives_each_verdict) {
    domain::Posting posting = labels::posting_of(advertisement("bread"), "-");
    posting.date_posted = domain::parse_date("2026-11-10").value();
    verification::Evidence evidence{
        .posting = posting, .sha256 = "00ff", .fetched_on = *posting.date_posted};
    const auto verdict = [&] { return seen(verification::copied_text(evidence)).verdict; };
    EXPECT_EQ(verdict(), Verdict::unknown);
    evidence.text_use = {.employers = 1, .first = 7};
    EXPECT_EQ(verdict(), Verdict::pass);
    evidence.text_use = {.employers = 2, .first = 7};
    EXPECT_EQ(verdict(), Verdict::pass) << "the other one has it from this one";

    evidence.text_use = {
        .employers = 2,
        .first = 7,
        .employer = "Maple Bakery Inc.",
        .posted = domain::parse_date("2026-11-09").value(),
        .own = false};
    const auto copied = seen(verification::copied_text(evidence));
    EXPECT_EQ(copied.verdict, Verdict::warn);
    EXPECT_EQ(copied.evidence, "Maple Bakery Inc.");
    evidence.text_use->posted = posting.date_posted;
    EXPECT_EQ(verdict(), Verdict::info) << "on one day";
    evidence.text_use->posted.reset();
    EXPECT_EQ(verdict(), Verdict::info) << "nobody knows when";
    evidence.text_use->posted = domain::parse_date("2026-11-09").value();
    evidence.text_use->employers = 3;
    EXPECT_EQ(verdict(), Verdict::info) << "a chain's or an agency's";
}

}  // namespace
