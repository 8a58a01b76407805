#include "indexer/occupation/occupations.hpp"

#include <gtest/gtest.h>

namespace {

domain::NocCode noc(const std::string_view text) { return domain::NocCode::parse(text).value(); }

const occupation::Occupations& occupations() {
    static const occupation::Occupations known{
        {noc("21231"), noc("21232"), noc("72106")},
        {
            {.noc_2016 = "7237", .noc_2021 = noc("72106")},
            {.noc_2016 = "7237", .noc_2021 = noc("72106")},
            {.noc_2016 = "2173", .noc_2021 = noc("21231")},
            {.noc_2016 = "2173", .noc_2021 = noc("21232")},
            {.noc_2016 = "1123", .noc_2021 = noc("10022")},
            {.noc_2016 = "1123", .noc_2021 = noc("11202")},
        }};
    return known;
}

TEST(Occupations, knows_which_unit_groups_exist) {
    EXPECT_TRUE(occupations().exists(noc("21231")));
    EXPECT_FALSE(occupations().exists(noc("21239")));
}

TEST(Occupations, translates_an_older_code_only_where_it_became_one_group) {
    EXPECT_EQ(occupations().from_2016("7237"), noc("72106"));
    EXPECT_EQ(occupations().from_2016("2173"), std::nullopt);
    EXPECT_EQ(occupations().from_2016("9999"), std::nullopt);
}

TEST(Occupations, tells_all_that_an_older_code_became) {
    EXPECT_EQ(occupations().all_from_2016("2173"), (std::vector{noc("21231"), noc("21232")}));
    EXPECT_EQ(occupations().all_from_2016("7237"), std::vector{noc("72106")});
    EXPECT_TRUE(occupations().all_from_2016("9999").empty());
}

TEST(Occupations, tells_which_of_several_an_older_code_goes_on_as) {
    EXPECT_EQ(occupations().continued_from_2016("1123"), noc("11202"));
    EXPECT_EQ(occupations().continued_from_2016("7237"), std::nullopt) << "it became one alone";
    EXPECT_EQ(occupations().continued_from_2016("4155"), std::nullopt) << "not known here";
    EXPECT_EQ(occupations().continued_from_2016("2173"), std::nullopt)
        << "an emerging unit group was split off";
    EXPECT_EQ(occupations().continued_from_2016("9999"), std::nullopt);
    EXPECT_EQ(occupations().continued_from_2016(""), std::nullopt);
}

}  // namespace
