// Cases of RFC 9309 and of what stands in robots.txt files beside it.

#include "indexer/fetch/robots.hpp"

#include <gtest/gtest.h>

#include <array>

namespace {

using fetch::Robots;
using namespace std::chrono_literals;

struct Case {
    std::string_view robots;
    std::string_view target;
    bool allowed;
};

template <std::size_t N>
void check(const std::array<Case, N>& cases) {
    for (const auto& [robots, target, allowed] : cases) {
        EXPECT_EQ(
            (Robots{robots, "jobscout/1.0 (+mailto:operator@example.org)"}.allows(target)), allowed
        ) << robots
          << " -> " << target;
    }
}

TEST(Robots, allows_what_no_rule_is_about) {
    check(std::array{
        Case{"", "/", true},
        Case{"nonsense\n\n: :\n<html>", "/jobs", true},
        Case{"Disallow: /", "/jobs", true},  // Of no group.
        Case{"User-agent: *\nDisallow:", "/jobs", true},
        Case{"User-agent: other\nDisallow: /", "/jobs", true},
        Case{"User-agent: *\nDisallow: /", "/robots.txt", true},
    });
    EXPECT_TRUE(Robots{}.allows("/anything"));
}

TEST(Robots, choose_the_group_by_the_name_before_the_slash) {
    check(std::array{
        Case{"User-agent: jobscout\nDisallow: /", "/jobs", false},
        Case{"user-AGENT : JobScout\nDISALLOW : /", "/jobs", false},
        Case{"User-agent: jobscout/2.1\nDisallow: /", "/jobs", false},
        Case{"User-agent: jobscout-news\nDisallow: /", "/jobs", true},
        Case{"User-agent: job\nDisallow: /", "/jobs", true},
        // A group of our own makes that of everyone nothing to us, wherever it stands.
        Case{"User-agent: *\nDisallow: /\n\nUser-agent: jobscout\nDisallow: /x", "/jobs", true},
        Case{"User-agent: jobscout\nDisallow:\nUser-agent: *\nDisallow: /", "/jobs", true},
        // Groups of one name count as one.
        Case{
            "User-agent: jobscout\nDisallow: /a\nUser-agent: x\nDisallow: /\n"
            "User-agent: jobscout\nDisallow: /b",
            "/b",
            false},
        Case{
            "User-agent: jobscout\nDisallow: /a\nUser-agent: x\nDisallow: /\n"
            "User-agent: jobscout\nDisallow: /b",
            "/a",
            false},
        // Several names before the rules share them, whatever stands between.
        Case{"User-agent: x\nUser-agent: jobscout\nDisallow: /", "/jobs", false},
        Case{
            "User-agent: jobscout\n\n# a word\nSitemap: https://x.example/\nUser-agent: x\n"
            "Disallow: /",
            "/jobs",
            false},
        Case{"User-agent: *\nAllow: /\nUser-agent: x\nDisallow: /", "/jobs", true},
    });
}

TEST(Robots, let_the_longest_rule_decide) {
    check(std::array{
        Case{"User-agent: *\nDisallow: /\nAllow: /jobs", "/jobs/1", true},
        Case{"User-agent: *\nAllow: /jobs\nDisallow: /", "/jobs/1", true},
        Case{"User-agent: *\nAllow: /jobs\nDisallow: /jobs/private", "/jobs/private/1", false},
        Case{"User-agent: *\nAllow: /jobs\nDisallow: /jobs", "/jobs", true},
        Case{"User-agent: *\nDisallow: /jobs\nAllow: /jobs", "/jobs", true},
        Case{"User-agent: *\nDisallow: /Jobs", "/jobs", true},  // Paths have case.
        Case{"User-agent: *\nDisallow: /jobs/", "/jobs", true},
        Case{"User-agent: *\nDisallow: /*.pdf\nAllow: /jobs/", "/jobs/1.pdf", true},
    });
}

TEST(Robots, know_two_wildcards) {
    check(std::array{
        Case{"User-agent: *\nDisallow: /*.xml$", "/feed.xml", false},
        Case{"User-agent: *\nDisallow: /*.xml$", "/feed.xml?page=2", true},
        Case{"User-agent: *\nDisallow: /*.xml", "/feed.xml?page=2", false},
        Case{"User-agent: *\nDisallow: /a*b*c", "/a-b-b-c-d", false},
        Case{"User-agent: *\nDisallow: /a*b*c", "/a-c-b", true},
        Case{"User-agent: *\nDisallow: /a*bb$", "/abbb", false},
        Case{"User-agent: *\nDisallow: /ab*bc$", "/abc", true},
        Case{"User-agent: *\nDisallow: /jobs$", "/jobs", false},
        Case{"User-agent: *\nDisallow: /jobs$", "/jobs/1", true},
        Case{"User-agent: *\nDisallow: *feed", "/x/feed", false},
        Case{"User-agent: *\nDisallow: /$", "/", false},
        Case{"User-agent: *\nDisallow: /$", "", false},
        Case{"User-agent: *\nDisallow: /a$b", "/a$b", false},
        Case{"User-agent: *\nDisallow: /***", "/x", false},
    });
}

TEST(Robots, compare_percent_encoding_in_one_form) {
    check(std::array{
        Case{"User-agent: *\nDisallow: /foo/bar/\xE3\x83\x84", "/foo/bar/%E3%83%84", false},
        Case{"User-agent: *\nDisallow: /foo/bar/%e3%83%84", "/foo/bar/%E3%83%84", false},
        Case{"User-agent: *\nDisallow: /foo/bar/%62%61%7A", "/foo/bar/baz", false},
        Case{"User-agent: *\nDisallow: /a%3Cd.html", "/a%3cd.html", false},
        Case{"User-agent: *\nDisallow: /a%2Fb", "/a/b", true},
        Case{
            "User-agent: *\nDisallow: /path/file-with-a-%2A.html",
            "/path/file-with-a-*.html",
            false},
        Case{"User-agent: *\nDisallow: /path/foo-%24", "/path/foo-$", false},
        Case{"User-agent: *\nDisallow: /50%", "/50%", false},
    });
}

TEST(Robots, read_lines_however_they_end) {
    check(std::array{
        Case{"\xEF\xBB\xBFUser-agent: *\r\nDisallow: /a # private\r\n", "/a", false},
        Case{"User-agent: *\rDisallow: /a\r", "/a", false},
        Case{"User-agent: *\nDisallow: /a", "/a", false},
        Case{"User-agent: *  \n  Disallow:   /a  ", "/a", false},
        Case{"User-agent: *\nDisallow /a", "/a", true},
    });
}

TEST(Robots, tell_the_crawl_delay_of_their_group) {
    const auto delay = [](const std::string_view text) {
        return Robots{text, "jobscout"}.crawl_delay();
    };
    EXPECT_EQ(delay("User-agent: *\nCrawl-delay: 10"), 10s);
    EXPECT_EQ(delay("User-agent: *\ncrawl-delay: 0.5"), 500ms);
    EXPECT_EQ(delay("User-agent: *\nCrawl-delay: 3\nUser-agent: jobscout\nAllow: /"), 0s);
    EXPECT_EQ(delay("User-agent: x\nCrawl-delay: 3"), 0s);
    for (const auto* value : {"", "-1", "soon", "nan", "inf", "1e99", "5 s", "86401"}) {
        EXPECT_EQ(delay(std::string{"User-agent: *\nCrawl-delay: "} + value), 0s) << value;
    }
}

TEST(Robots, match_hostile_patterns_without_delay) {
    std::string pattern = "User-agent: *\nDisallow: /";
    for (int count = 0; count < 10000; ++count) {
        pattern += "a*";
    }
    const Robots robots{pattern + "b$", "jobscout"};
    EXPECT_TRUE(robots.allows("/" + std::string(20000, 'a')));
}

}  // namespace
