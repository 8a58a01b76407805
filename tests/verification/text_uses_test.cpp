#include "indexer/trust/text_uses.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace {

using store::SketchedPosting;
using store::TextUse;

SketchedPosting of(
    const domain::PostingId id,
    const std::uint64_t sketch,
    const std::int64_t employer,
    const char* posted = "2026-11-10"
) {
    return {
        .id = id,
        .text = {.sketch = static_cast<std::int64_t>(sketch), .employer = employer},
        .posted = domain::parse_date(posted).value(),
        .use = {}};
}

constexpr std::uint64_t text = 0x0123'4567'89ab'cdefU;

TEST(TextUses, find_who_had_a_near_text_first) {
    const std::vector<SketchedPosting> postings{
        of(1, text, 10, "2026-11-12"),
        of(2, text ^ 0x8000'0001'0000'0100U, 11, "2026-11-10"),  // three bits, in three quarters
        of(3, text ^ 0x8000'0001'0001'0100U, 12, "2026-11-01"),  // four bits from the first
        of(4, ~text, 13, "2026-01-01")};
    EXPECT_THAT(
        trust::text_uses(postings),
        testing::ElementsAre(
            TextUse{.first = 2, .employers = 2},
            TextUse{.first = 3, .employers = 3},
            TextUse{.first = 3, .employers = 2},
            TextUse{.first = 4, .employers = 1}
        )
    );
}

TEST(TextUses, count_an_employer_once_and_no_more_than_three) {
    const std::vector<SketchedPosting> own{of(1, text, 10), of(2, text, 10), of(3, text ^ 1U, 10)};
    for (const TextUse& use : trust::text_uses(own)) {
        EXPECT_EQ(use, (TextUse{.first = 1, .employers = 1}));
    }
    std::vector<SketchedPosting> many;
    for (int employer = 0; employer < 9; ++employer) {
        many.push_back(of(employer + 1, text, employer));
    }
    std::ranges::reverse(many);
    for (const TextUse& use : trust::text_uses(many)) {
        EXPECT_EQ(use, (TextUse{.first = 1, .employers = 3}));
    }
    EXPECT_TRUE(trust::text_uses({}).empty());
}

/// Every pair that differs in three bits is found, whichever bits they are.
TEST(TextUses, miss_no_near_pair) {
    for (unsigned one = 0; one < 64; one += 3) {
        for (unsigned other = one + 1; other < 64; other += 5) {
            const std::uint64_t changed = text ^ (std::uint64_t{1} << one) ^
                                          (std::uint64_t{1} << other) ^
                                          (std::uint64_t{1} << ((one + other) % 64));
            const std::vector<SketchedPosting> pair{of(1, text, 1), of(2, changed, 2)};
            EXPECT_EQ(trust::text_uses(pair)[1].first, 1) << one << ' ' << other;
        }
    }
}

}  // namespace
