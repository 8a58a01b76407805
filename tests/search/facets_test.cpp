// Counting hits by facets where not all of them could be counted.

#include "indexer/search/facets.hpp"

#include <gtest/gtest.h>

namespace {

using domain::Province;
using search::FacetCounts;

std::int64_t in(const FacetCounts& counts, const Province province) {
    return counts.provinces().at(static_cast<std::size_t>(province));
}

TEST(FacetCounts, stand_for_all_hits_where_a_part_was_counted) {
    FacetCounts counts;
    const auto ontario = static_cast<std::uint16_t>(1U << static_cast<unsigned>(Province::ON));
    counts.add({.noc = 72106, .provinces = ontario, .remote = true}, 30);
    counts.add({.noc = 63200, .provinces = 0}, 10);
    const FacetCounts all = counts.scaled_to(100);
    EXPECT_EQ(all.total(), 100);
    EXPECT_EQ(in(all, Province::ON), 75);
    EXPECT_EQ(all.teers()[2], 75);
    EXPECT_EQ(all.teers()[3], 25);
    EXPECT_EQ(all.remote(), 75);
    const auto nocs = all.top_nocs(3);
    ASSERT_EQ(nocs.size(), 2U);
    EXPECT_EQ(nocs[0].hits, 75);
    EXPECT_EQ(nocs[1].hits, 25);
}

TEST(FacetCounts, are_what_they_are_where_all_hits_or_none_were_counted) {
    FacetCounts counts;
    EXPECT_EQ(counts.scaled_to(7).total(), 0);
    counts.add({.noc = 72106}, 3);
    EXPECT_EQ(counts.scaled_to(3).top_nocs(1).front().hits, 3);
}

}  // namespace
