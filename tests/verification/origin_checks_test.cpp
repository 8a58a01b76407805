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
