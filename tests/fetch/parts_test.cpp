// The small pure parts of fetching.

#include "indexer/fetch/backoff.hpp"
#include "indexer/fetch/url.hpp"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;

TEST(Backoff, doubles_its_bound_and_spreads_below_it) {
    const fetch::Backoff backoff{.tries_max = 10, .first = 1s, .longest = 5s, .asked_max = 60s};
    EXPECT_EQ(wait_after(backoff, 1, 1.0), 1s);
    EXPECT_EQ(wait_after(backoff, 2, 1.0), 2s);
    EXPECT_EQ(wait_after(backoff, 3, 1.0), 4s);
    EXPECT_EQ(wait_after(backoff, 4, 1.0), 5s);
    EXPECT_EQ(wait_after(backoff, 9, 1.0), 5s);
    EXPECT_EQ(wait_after(backoff, 3, 0.5), 2s);
    EXPECT_EQ(wait_after(backoff, 3, 0.0), 0s);
    EXPECT_EQ(wait_after(backoff, 10, 1.0), std::nullopt);
}

TEST(Backoff, waits_as_long_as_asked_or_leaves_it) {
    const fetch::Backoff backoff{.tries_max = 4, .first = 1s, .longest = 5s, .asked_max = 60s};
    EXPECT_EQ(wait_after(backoff, 1, 0.1, 30s), 30s);
    EXPECT_EQ(wait_after(backoff, 2, 1.0, 1s), 2s);
    EXPECT_EQ(wait_after(backoff, 1, 0.1, 61s), std::nullopt);
}

TEST(Url, has_one_form) {
    const auto url = fetch::parse_url("https://Jobs.Example/a/../feed?page=2#top");
    ASSERT_TRUE(url);
    EXPECT_EQ(url->origin, "https://jobs.example:443");
    EXPECT_EQ(url->target, "/feed?page=2");
    EXPECT_EQ(fetch::parse_url("http://jobs.example")->target, "/");
    EXPECT_EQ(fetch::parse_url("http://jobs.example:8080/x")->origin, "http://jobs.example:8080");
    EXPECT_EQ(fetch::parse_url("http://[::1]/x")->origin, "http://[::1]:80");
}

TEST(Url, is_refused_with_what_does_not_belong) {
    for (const auto* text :
         {"",
          "jobs.example",
          "/feed",
          "file:///etc/passwd",
          "ftp://jobs.example/",
          "http://",
          "gopher://jobs.example/",
          "https://user@jobs.example/",
          "https://:secret@jobs.example/",
          "http://jobs.example/a b",
          "http://jobs.example/\n",
          "http://jobs.example:99999/",
          "javascript:alert(1)"}) {
        const auto url = fetch::parse_url(text);
        EXPECT_FALSE(url) << text;
        EXPECT_FALSE(!url && url.error().message.find("secret") != std::string::npos);
    }
}

TEST(Url, hides_its_query_in_logs) {
    EXPECT_EQ(
        fetch::loggable(fetch::parse_url("https://jobs.example/feed?key=secret").value()),
        "https://jobs.example/feed?***"
    );
}

TEST(Url, finds_the_next_page_of_a_link_header) {
    const auto base = fetch::parse_url("https://jobs.example/feed?page=1").value();
    struct Case {
        std::string_view header;
        std::string_view next;
    };
    const std::array cases{
        Case{"", ""},
        Case{
            R"(<https://jobs.example/feed?page=2>; rel="next")",
            "https://jobs.example/feed?page=2"},
        Case{R"(</feed?page=2>; rel=next)", "https://jobs.example/feed?page=2"},
        Case{
            R"(<?page=0>; rel="prev", <?page=2>; title="a, b; c"; rel="last next")",
            "https://jobs.example/feed?page=2"},
        Case{R"(<?page=2>; rel="prefetch")", ""},
        Case{R"(?page=2; rel="next")", ""},
        Case{R"(<?a=1,2>; rel="next")", "https://jobs.example/feed?a=1,2"},
        Case{R"(<>; rel="next")", ""},
    };
    for (const auto& [header, next] : cases) {
        EXPECT_EQ(fetch::next_page(header, base), next) << header;
    }
}

}  // namespace
