#include "indexer/verification/checks.hpp"
#include "indexer/verification/host.hpp"
#include "tests/support/values.hpp"
#include "tests/verification/seen.hpp"

#include <gtest/gtest.h>

namespace {

using support::day;
using verification::Check;
using verification::HostKind;
using verification::Liveness;
using verification::Verdict;

Check of_link(const std::string& url, const std::string_view employer_key) {
    domain::Posting posting;
    posting.url = url;
    return seen(verification::employer_page(
        {.posting = posting,
         .sha256 = "00",
         .fetched_on = day("2026-11-16"),
         .employer_key = employer_key}
    ));
}

TEST(EmployerPage, is_the_employers_where_the_link_carries_its_name) {
    EXPECT_EQ(
        of_link("https://www.granitecove.example/jobs/7", "granite cove").verdict, Verdict::pass
    );
    EXPECT_EQ(
        of_link("https://granite-cove.example/jobs/7", "granite cove telecom").verdict,
        Verdict::pass
    );
    EXPECT_EQ(
        of_link("https://boards.greenhouse.io/granitecove/jobs/7", "granite cove").verdict,
        Verdict::pass
    );
    EXPECT_EQ(of_link("https://granitecove.bamboohr.com/7", "granite cove").verdict, Verdict::pass);
    EXPECT_EQ(of_link("https://other.example/jobs/7", "granite cove").verdict, Verdict::unknown);
    EXPECT_EQ(
        of_link("https://boards.greenhouse.io/other/7", "granite cove").verdict, Verdict::unknown
    );
    EXPECT_EQ(of_link("https://abc.example/7", "abc").verdict, Verdict::unknown)
        << "too short a name";
    EXPECT_EQ(of_link("", "granite cove").verdict, Verdict::unknown);
}

TEST(EmployerPage, is_not_on_a_board_even_where_its_path_names_the_employer) {
    const Check commercial = of_link("https://ca.indeed.com/cmp/granitecove/7", "granite cove");
    EXPECT_EQ(commercial.verdict, Verdict::warn);
    EXPECT_EQ(commercial.evidence, "ca.indeed.com");
    EXPECT_EQ(
        of_link("https://www.jobbank.gc.ca/jobposting/7", "granite cove").verdict, Verdict::info
    );
}

/// On a board, with a link to a page of its employer in its text.
domain::Posting linked(const std::string& url = "https://ca.indeed.com/viewjob/7") {
    domain::Posting posting;
    posting.url = url;
    posting.title = "Welder";
    posting.description = "Apply at https://granitecove.example/jobs/7.";
    return posting;
}

Check of_answer(
    const domain::Posting& posting,
    const std::optional<Liveness>& said,
    const std::string& on = "2026-11-16"
) {
    return seen(verification::employer_page(
        {.posting = posting,
         .sha256 = "00",
         .fetched_on = day(on),
         .employer_key = "granite cove",
         .at_employer = said}
    ));
}

Liveness said(const Liveness::State state, const std::string& evidence) {
    return {.state = state, .day = day("2026-11-15"), .evidence = evidence};
}

std::string value_of(const Check& check, const std::string_view name) {
    for (const auto& [key, value] : check.values) {
        if (key == name) {
            return std::get<std::string>(value);
        }
    }
    return "";
}

TEST(EmployerPage, passes_a_posting_that_its_employer_was_found_to_show) {
    const Check check = of_answer(linked(), said(Liveness::State::live, "its page still shows it"));
    EXPECT_EQ(told(check), "pass live");
    EXPECT_EQ(check.evidence, "https://granitecove.example/jobs/7");
    EXPECT_EQ(check.source, check.evidence);
    EXPECT_EQ(value_of(check, "site"), "granitecove.example");
    EXPECT_EQ(check.source_on, day("2026-11-15"));
    EXPECT_EQ(check.expires_on, day("2026-12-15"));
    const std::vector<Check> alone{check};
    EXPECT_FALSE(verification::expires_on(alone)) << "a posting does not lapse by it";
}

TEST(EmployerPage, warns_of_what_its_employer_has_closed_while_a_board_still_shows_it) {
    const Check check = of_answer(linked(), said(Liveness::State::closed, "HTTP 410"));
    EXPECT_EQ(told(check), "warn closed");
    EXPECT_EQ(check.evidence, "HTTP 410");
    EXPECT_EQ(check.source, "https://granitecove.example/jobs/7");
    EXPECT_EQ(check.source_on, day("2026-11-15"));
    EXPECT_EQ(
        told(of_answer(
            linked("https://granitecove.example/7"), said(Liveness::State::closed, "HTTP 404")
        )),
        "warn closed"
    );
}

TEST(EmployerPage, says_of_an_uncertain_answer_what_the_host_says_and_why) {
    const auto uncertain = said(Liveness::State::uncertain, "HTTP 503");
    struct Case {
        std::string url;
        std::string told;
    };
    for (const auto& [url, expected] : std::vector<Case>{
             {"https://granitecove.example/7", "unknown uncertain"},
             {"https://other.example/7", "unknown uncertain"},
             {"https://ca.indeed.com/viewjob/7", "warn uncertain"},
             {"https://www.jobbank.gc.ca/jobposting/7", "info uncertain"}}) {
        const Check check = of_answer(linked(url), uncertain);
        EXPECT_EQ(told(check), expected) << url;
        EXPECT_EQ(check.evidence, "HTTP 503") << url;
        EXPECT_EQ(check.expires_on, day("2026-11-22")) << "it is asked again after a week";
    }
}

TEST(EmployerPage, is_confirmed_by_no_link_that_was_not_asked) {
    EXPECT_EQ(told(of_answer(linked(), {})), "warn linked");
    EXPECT_EQ(told(of_answer(linked("https://www.jobbank.gc.ca/jobposting/7"), {})), "info linked");
    EXPECT_EQ(told(of_answer(linked("https://other.example/7"), {})), "unknown linked");
    EXPECT_EQ(of_answer(linked(), {}).evidence, "https://granitecove.example/jobs/7");
    EXPECT_EQ(told(of_answer(linked("https://granitecove.example/7"), {})), "pass");
}

TEST(EmployerPage, forgets_an_answer_that_has_run_out) {
    const auto live = said(Liveness::State::live, "its page still shows it");
    EXPECT_EQ(told(of_answer(linked(), live, "2026-12-15")), "pass live") << "its last day";
    EXPECT_EQ(told(of_answer(linked(), live, "2026-12-16")), "warn linked");
    const auto closed = said(Liveness::State::closed, "HTTP 404");
    EXPECT_EQ(
        told(of_answer(linked("https://granitecove.example/7"), closed, "2026-12-16")), "pass"
    );
}

TEST(EmployerPage, believes_no_answer_where_no_page_is_known) {
    domain::Posting posting = linked();
    posting.description = "Apply at https://granitecave.example/jobs/7.";
    EXPECT_EQ(told(of_answer(posting, said(Liveness::State::live, "it is there"))), "warn");
}

TEST(Host, is_found_whatever_stands_around_it) {
    EXPECT_EQ(verification::host_of("HTTPS://user@WWW.Jobs.Example:8443/a?b"), "jobs.example");
    EXPECT_EQ(verification::host_of("mailto:jobs@example"), "");
    EXPECT_EQ(verification::kind_of_host("notindeed.com"), HostKind::own_or_unknown);
    EXPECT_EQ(verification::kind_of_host("ca.indeed.com"), HostKind::board);
    EXPECT_EQ(verification::kind_of_host(""), HostKind::none);
}

Check repost(const std::vector<std::string>& others) {
    domain::Posting posting;
    posting.date_posted = day("2026-11-01");
    verification::Evidence evidence{
        .posting = posting, .sha256 = "00", .fetched_on = day("2026-11-16")};
    for (const std::string& posted : others) {
        evidence.appearances.push_back({.id = 9, .source = "partner", .date_posted = {}});
        if (!posted.empty()) {
            evidence.appearances.back().date_posted = day(posted);
        }
    }
    return seen(verification::repost(evidence));
}

TEST(Repost, needs_two_dates_a_span_and_no_more_than_ninety_days) {
    EXPECT_EQ(repost({}).verdict, Verdict::pass);
    EXPECT_EQ(repost({""}).verdict, Verdict::info);
    EXPECT_EQ(repost({"2026-11-01"}).verdict, Verdict::info) << "two boards on one day";
    EXPECT_EQ(repost({"2026-10-26"}).verdict, Verdict::info) << "six days";
    EXPECT_EQ(repost({"2026-10-25"}).verdict, Verdict::warn) << "seven days";
    EXPECT_EQ(repost({"2026-08-03"}).verdict, Verdict::warn) << "ninety days";
    EXPECT_EQ(repost({"2026-08-02"}).verdict, Verdict::info) << "ninety-one days";
    EXPECT_EQ(repost({"2026-10-25"}).evidence, "partner 9");
}

TEST(LivenessCheck, says_closed_only_where_the_source_does) {
    const domain::Posting posting;
    verification::Evidence evidence{
        .posting = posting, .sha256 = "00", .fetched_on = day("2026-11-16"), .fetched = true};
    EXPECT_EQ(seen(verification::liveness(evidence)).verdict, Verdict::unknown);
    const auto said = [&](const Liveness::State state) {
        evidence.liveness = {.state = state, .day = day("2026-11-15"), .evidence = "HTTP 410"};
        return seen(verification::liveness(evidence));
    };
    EXPECT_EQ(said(Liveness::State::live).verdict, Verdict::pass);
    EXPECT_EQ(said(Liveness::State::uncertain).verdict, Verdict::unknown);
    EXPECT_EQ(said(Liveness::State::closed).verdict, Verdict::fail);
    EXPECT_EQ(said(Liveness::State::closed).evidence, "HTTP 410");
    EXPECT_EQ(said(Liveness::State::closed).source_on, day("2026-11-15"));
}

TEST(ReviewCheck, fails_what_a_reviewer_has_taken_out) {
    const domain::Posting posting;
    verification::Evidence evidence{
        .posting = posting, .sha256 = "00", .fetched_on = day("2026-11-16")};
    EXPECT_EQ(seen(verification::review(evidence)).verdict, Verdict::unknown);
    evidence.rejected = true;
    EXPECT_EQ(seen(verification::review(evidence)).verdict, Verdict::fail);
}

}  // namespace
