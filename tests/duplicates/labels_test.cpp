// Duplicates against pairs of real postings that were judged by reading them, before any code was
// written: tests/duplicates/labels.tsv, drawn by sample_pairs.py. The archive is read in place.

#include "tests/duplicates/archive.hpp"
#include "tests/support/shared.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <unordered_map>

namespace {

struct Measured {
    std::size_t merged = 0;  ///< Pairs that are judged and one cluster.
    std::size_t right = 0;   ///< Of these, judged the same job; `unsure` is not.
    std::size_t same = 0;    ///< Pairs judged the same job.

    void add(const Measured& other) {
        merged += other.merged;
        right += other.right;
        same += other.same;
    }
};

std::ostream& operator<<(std::ostream& out, const Measured& measured) {
    const auto interval = archive::wilson(measured.right, measured.merged);
    return out << measured.right << " of " << measured.merged
               << " merged pairs are right, 95 % interval " << interval.low << " to "
               << interval.high << "; " << measured.right << " of " << measured.same
               << " same jobs found";
}

TEST(DuplicatesOfTheArchive, are_what_a_reader_calls_the_same_job) {
    if (!std::filesystem::exists(support::shared() / "data/postings")) {
        GTEST_SKIP() << "../shared absent";
    }
    const auto ads = archive::advertisements();
    ASSERT_GT(ads.size(), 61'000U);
    std::unordered_map<std::string, domain::PostingId> ids;
    for (const auto& ad : ads) {
        ids.emplace(ad.source_id, ad.id);
    }
    std::unordered_map<domain::PostingId, domain::PostingId> canonical;
    std::size_t merged = 0;
    std::size_t merged_pairs = 0;
    for (const auto& cluster : duplicates::clusters(ads)) {
        canonical[cluster.canonical] = cluster.canonical;
        for (const auto other : cluster.others) {
            canonical[other] = cluster.canonical;
            ++merged;
        }
        merged_pairs += cluster.others.size() * (cluster.others.size() + 1) / 2;
    }
    std::map<std::string, Measured> halves;
    Measured all;
    for (const archive::Label& label : archive::labels()) {
        const auto one = ids.find(label.one);
        const auto other = ids.find(label.other);
        ASSERT_NE(one, ids.end()) << label.one;
        ASSERT_NE(other, ids.end()) << label.other;
        const auto of_one = canonical.find(one->second);
        const auto of_other = canonical.find(other->second);
        const bool together = of_one != canonical.end() && of_other != canonical.end() &&
                              of_one->second == of_other->second;
        if (together && !label.same) {
            std::cout << "wrongly merged: " << label.one << ", " << label.other << '\n';
        }
        const Measured measured{
            .merged = std::size_t{together},
            .right = std::size_t{together && label.same},
            .same = std::size_t{label.same}};
        halves[label.half].add(measured);
        all.add(measured);
    }
    std::cout << ads.size() << " postings, " << merged << " merged into another\n";
    for (const auto& [half, measured] : halves) {
        std::cout << half << ": " << measured << '\n';
    }
    std::cout << "all: " << all << '\n';
    // Every pair that is merged has been judged, so that this is their precision, not an estimate.
    EXPECT_EQ(all.merged, merged_pairs);
    EXPECT_GE(all.merged, 300U) << "too few to show a precision of 99 %";
    EXPECT_GE(static_cast<double>(all.right), 0.99 * static_cast<double>(all.merged));
}

}  // namespace
