#include "indexer/sources/raw_posting.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace {

using namespace std::string_view_literals;
using sources::Field;

TEST(RawPosting, names_every_field_once) {
    std::set<std::string_view> names;
    for (std::size_t index = 0; index < sources::field_count; ++index) {
        const auto field = static_cast<Field>(index);
        names.insert(sources::to_string(field));
        EXPECT_EQ(*sources::field_from(sources::to_string(field)), field);
    }
    EXPECT_EQ(names.size(), sources::field_count);
    EXPECT_EQ(sources::to_string(Field::lmia), "lmia");
    EXPECT_EQ(sources::to_string(Field::text_language), "text_language");
    EXPECT_EQ(sources::field_from("salary").error().message, "unknown field `salary`");
}

TEST(RawPosting, keeps_values_trimmed_in_their_order) {
    sources::RawPosting posting;
    posting.add(Field::duties, "  weld \n");
    posting.add(Field::duties, " ");
    posting.add(Field::duties, "cut\0steel"sv);
    EXPECT_THAT(posting.all(Field::duties), testing::ElementsAre("weld", "cut steel"));
    EXPECT_EQ(posting.get(Field::duties), "weld");
    EXPECT_EQ(posting.get(Field::title), "");
}

}  // namespace
