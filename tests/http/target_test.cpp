#include "services/http/target.hpp"

#include <gtest/gtest.h>

namespace {

using Segments = std::vector<std::string>;
using Parameters = std::vector<std::pair<std::string, std::string>>;

struct Read {
    std::string text;
    Segments segments;
    Parameters query;
};

void check(const Read& read) {
    SCOPED_TRACE(read.text);
    const auto target = http::parse_target(read.text);
    ASSERT_TRUE(target);
    EXPECT_EQ(target->segments, read.segments);
    EXPECT_EQ(target->query.all(), read.query);
}

TEST(Target, is_taken_apart_and_decoded_once) {
    const std::vector<Read> all{
        {"/", {}, {}},
        {"/v1/postings", {"v1", "postings"}, {}},
        {"/v1/postings/", {"v1", "postings", ""}, {}},
        {"/v1/%70ostings", {"v1", "postings"}, {}},
        {"/a%2Fb", {"a/b"}, {}},
        {"/%252e", {"%2e"}, {}},
        {"/a/./b/../c", {"a", "c"}, {}},
        {"/a/%2e%2e/%2E%2e/b", {"b"}, {}},
        {"http://localhost:8080/v1?a=b", {"v1"}, {{"a", "b"}}},
        {"/?q=d%C3%A9veloppeur+web%2B&q=2&empty=&none",
         {},
         {{"q", "développeur web+"}, {"q", "2"}, {"empty", ""}, {"none", ""}}},
        {"/?a=b=c&d=/?", {}, {{"a", "b=c"}, {"d", "/?"}}},
    };
    for (const Read& read : all) {
        check(read);
    }
}

TEST(Target, is_refused_where_it_is_malformed) {
    for (const std::string text : {
             "",
             "*",
             "v1",
             "/%",
             "/%4",
             "/%zz",
             "/?q=%",
             "/?q=100%",
             "/a b",
             "/?q=développeur",
             "/?q=%FF",
             "/%C3",
             "/a%00b",
             "/?q=a%0Ab",
             "/?q=%7F",
             "/#fragment",
             "https://localhost/",
             "ftp://localhost/",
         }) {
        EXPECT_FALSE(http::parse_target(text)) << text;
    }
}

TEST(Target, is_written_so_that_it_reads_the_same) {
    const Parameters query{{"q", "50 % & plus + é = ?"}, {"province", "QC"}};
    const auto read = http::parse_target(http::format_target("/v1/postings", query));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->segments, (Segments{"v1", "postings"}));
    EXPECT_EQ(read->query.all(), query);
}

TEST(Query, finds_the_first_value_and_every_value) {
    const http::Query query{{{"a", "1"}, {"b", "2"}, {"a", "3"}}};
    EXPECT_EQ(query.find("a"), "1");
    EXPECT_EQ(query.find("c"), std::nullopt);
    EXPECT_EQ(query.every("a"), (std::vector<std::string_view>{"1", "3"}));
    EXPECT_TRUE(query.every("c").empty());
}

}  // namespace
