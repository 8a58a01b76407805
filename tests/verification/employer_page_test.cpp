// Where an employer shows a posting itself: by links that are there, and by none that is made up.

#include "indexer/verification/employer_page.hpp"

#include "indexer/verification/contacts.hpp"
#include "tests/support/values.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace {

using support::day;
using verification::Liveness;

constexpr std::string_view key = "granite cove telecom";

domain::Posting saying(const std::string& description, const std::string& url = "") {
    domain::Posting posting;
    posting.title = "Soudeuse, soudeur";
    posting.original_title = "Welder (night shift)";
    posting.url = url.empty() ? "https://ca.indeed.com/viewjob/7" : url;
    posting.description = description;
    return posting;
}

std::string page_of(const domain::Posting& posting) {
    return verification::employer_page_of(posting, key);
}

TEST(PageOfEmployer, is_its_own_link_where_that_carries_the_name_whatever_the_text_links_to) {
    const std::string own = "https://jobs.granitecove.example";
    EXPECT_EQ(page_of(saying("See https://granitecove.example/jobs/7", own)), own);
    const std::string tenant = "https://boards.greenhouse.io/granitecove/jobs/7";
    EXPECT_EQ(page_of(saying("", tenant)), tenant);
}

TEST(PageOfEmployer, is_the_whole_of_a_link_in_its_text) {
    struct Case {
        std::string text;
        std::string page;
    };
    for (const auto& [text, page] : std::vector<Case>{
             {"Apply: https://www.granitecove.example/jobs/7?id=a_b&lang=fr#top, or call.",
              "https://www.granitecove.example/jobs/7?id=a_b&lang=fr#top"},
             {"(https://granitecove.example/jobs/7)", "https://granitecove.example/jobs/7"},
             {"https://granitecove.example/jobs/welder_(night)",
              "https://granitecove.example/jobs/welder_(night)"},
             {"<https://granitecove.example:8443/jobs/7>",
              "https://granitecove.example:8443/jobs/7"},
             {"« https://granitecove.example/carrières/7\u00a0»",
              "https://granitecove.example/carrières/7"},
             {"\u201chttps://granitecove.example/jobs/7\u201d",
              "https://granitecove.example/jobs/7"},
             {"https://granitecove.example/jobs/7\nhttps://other.example",
              "https://granitecove.example/jobs/7"},
             {"https://granitecove.example/jobs/...", ""},
             {"https://granitecove.example/jobs/\u2026", ""},
             {"https://granitecove.example.", "https://granitecove.example"},
             {"", ""},
             {"Write to jobs@granitecove.example", ""},
             {"granitecove.example/jobs/7", ""}}) {
        EXPECT_EQ(page_of(saying(text)), page) << text;
    }
}

TEST(PageOfEmployer, is_of_nobody_else) {
    for (const std::string link :
         {"https://ca.indeed.com/cmp/granitecove/7",
          "https://www.linkedin.com/company/granitecove",
          "https://www.facebook.com/granitecove",
          "https://forms.gle/granitecove",
          "https://www.jobbank.gc.ca/granitecove/7",
          "https://other.example/granitecove/7",
          "https://granitecave.example/7",
          "https://other.example",
          "ftp://granitecove.example/7"}) {
        EXPECT_EQ(page_of(saying("Apply at " + link)), "") << link;
    }
    EXPECT_EQ(verification::employer_page_of(saying("https://abc.example/7"), "abc"), "");
    EXPECT_EQ(verification::employer_page_of(saying("https://granitecove.example/7"), ""), "");
}

TEST(PageOfEmployer, is_rather_of_the_posting_than_of_many_and_rather_of_many_than_a_home_page) {
    const std::string home = "https://granitecove.example/";
    const std::string many = "https://granitecove.example/careers";
    const std::string one = "https://granitecove.example/careers/welder";
    EXPECT_EQ(page_of(saying(home + " " + many + " " + one)), one);
    EXPECT_EQ(page_of(saying(home + " " + many)), many);
    EXPECT_EQ(page_of(saying(home)), home);
    EXPECT_EQ(page_of(saying(one + " " + one + "/2")), one) << "the first of several";
    domain::Posting posting = saying(home);
    posting.duties = {"Weld", "Read " + one};
    EXPECT_EQ(page_of(posting), one);
}

TEST(PageOfEmployer, is_told_from_lists_by_a_number_or_a_word_of_the_title) {
    for (const auto& [url, is_one] : std::vector<std::pair<std::string, bool>>{
             {"https://granitecove.example", false},
             {"https://granitecove7.example:8443/", false},
             {"https://granitecove.example/careers/", false},
             {"https://granitecove.example/jobs/7", true},
             {"https://granitecove.example/careers?job=7", true},
             {"https://granitecove.example/careers/line-cook", false},
             {"https://granitecove.example/careers/Welder-calgary", true},
             {"https://granitecove.example/emplois/soudeur", true},
             {"https://granitecove.example/welders", false},
             {"https://welder.example/careers", false},
             {"welder/7", false}}) {
        EXPECT_EQ(verification::is_of_one_posting(url, saying("")), is_one) << url;
    }
}

TEST(PageOfEmployer, answers_for_a_month_and_of_nothing_certain_for_a_week) {
    const auto last = [](const Liveness::State state) {
        return verification::last_day_at_employer(
            {.state = state, .day = day("2026-11-16"), .evidence = "x"}
        );
    };
    EXPECT_EQ(last(Liveness::State::live), day("2026-12-16"));
    EXPECT_EQ(last(Liveness::State::closed), day("2026-12-16"));
    EXPECT_EQ(last(Liveness::State::uncertain), day("2026-11-23"));
}

}  // namespace
