// The status and the metrics, as those who read them see them.

#include "indexer/watch/status.hpp"

#include "tests/support/values.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>

#include <regex>
#include <set>
#include <sstream>

namespace {

using domain::Instant;
using support::moment;
using testing::HasSubstr;
using watch::Turn;
using watch::TurnOutcome;

watch::SourceStatus source(const std::string& name) {
    watch::SourceStatus status;
    status.source.name = name;
    status.next_run = moment("2026-11-16T13:00:00Z");
    return status;
}

Turn ingested(const std::int64_t records, const std::int64_t quarantined) {
    ingest::Report report;
    report.counts.records = records;
    report.counts.quarantined = quarantined;
    Turn turn;
    turn.outcome = TurnOutcome::ingested;
    turn.ingested = "name";
    turn.files.push_back({.file = "page-1", .seconds = 1, .outcome = report});
    return turn;
}

Turn failed(const std::string& error) {
    Turn turn;
    turn.error = error;
    return turn;
}

const Instant start = moment("2026-11-16T12:00:00Z");
const Instant end = moment("2026-11-16T12:00:09Z");

TEST(Status, remembers_what_came_of_each_turn) {
    watch::SourceStatus one = source("one");
    watch::account(one, ingested(10, 3), start, end);
    EXPECT_EQ(one.last->records, 10);
    EXPECT_EQ(one.last->succeeded_at, end);
    EXPECT_EQ(one.last->ingested, "name");

    const Instant later = moment("2026-11-16T13:00:00Z");
    Turn refused = failed("503");
    refused.retry_after = std::chrono::seconds{60};
    watch::account(one, refused, later, later);
    watch::account(one, failed("504"), later, later);
    EXPECT_EQ(one.last->failures, 2);
    EXPECT_EQ(one.last->error, "504");
    EXPECT_EQ(one.last->succeeded_at, end);
    EXPECT_EQ(one.last->not_before, std::nullopt);
    EXPECT_EQ(one.last->ingested, "name");
    EXPECT_EQ(one.last->records, 10);

    Turn same;
    same.outcome = TurnOutcome::unchanged;
    watch::account(one, same, later, later);
    EXPECT_EQ(one.last->failures, 0);
    EXPECT_EQ(one.last->error, "");
    EXPECT_EQ(one.last->succeeded_at, later);
    watch::account(one, ingested(12, 0), later, later);
    EXPECT_EQ(one.counters.runs, 5);
    EXPECT_EQ(one.counters.failures, 2);
    EXPECT_EQ(one.counters.unchanged, 1);
    EXPECT_EQ(one.counters.records, 22);
    EXPECT_EQ(one.counters.quarantined, 3);
}

watch::Status some_status() {
    watch::Status status;
    status.as_of = end;
    status.started_at = start;
    status.doing = watch::Doing::running;
    status.running = "two";
    status.index = search::IndexStatus{.revision = 7, .documents = 12};
    status.sources = {source("one"), source("two"), source("never")};
    watch::account(status.sources[0], ingested(10, 3), start, end);
    watch::account(status.sources[1], failed("a \"quoted\" reason"), start, end);
    ingest::VerifyCounts counts;
    counts.looked_at = 9;
    counts.asked = 4;
    counts.employers_asked = 3;
    counts.closed = 2;
    counts.lapsed = 1;
    counts.renewed = 5;
    watch::account(status.rechecks, counts, start);
    watch::account(status.rechecks, counts, end);
    return status;
}

TEST(Status, is_one_json_object) {
    const auto status = boost::json::parse(watch::json(some_status()));
    EXPECT_EQ(status.at("as_of"), "2026-11-16T12:00:09Z");
    EXPECT_EQ(status.at("doing"), "running");
    EXPECT_EQ(status.at("running"), "two");
    EXPECT_EQ(status.at("index").at("revision"), 7);
    EXPECT_EQ(status.at("index").at("documents"), 12);
    const auto& one = status.at("sources").at(0);
    EXPECT_EQ(one.at("name"), "one");
    EXPECT_EQ(one.at("last_run"), "2026-11-16T12:00:00Z");
    EXPECT_EQ(one.at("last_run_seconds"), 9);
    EXPECT_EQ(one.at("last_success"), "2026-11-16T12:00:09Z");
    EXPECT_EQ(one.at("next_run"), "2026-11-16T13:00:00Z");
    EXPECT_EQ(one.at("records"), 10);
    EXPECT_EQ(one.at("quarantined"), 3);
    EXPECT_TRUE(one.at("last_error").is_null());
    const auto& two = status.at("sources").at(1);
    EXPECT_EQ(two.at("last_error"), "a \"quoted\" reason");
    EXPECT_EQ(two.at("failures_in_a_row"), 1);
    EXPECT_TRUE(two.at("last_success").is_null());
    EXPECT_TRUE(status.at("sources").at(2).at("last_run").is_null());
}

/// The text format's rules: each metric has its HELP and TYPE once and before its samples, which
/// stand together, and no sample comes twice.
TEST(Metrics, are_in_the_text_format) {
    std::istringstream lines{watch::metrics(some_status())};
    const std::regex help{R"(# HELP ([a-z_]+) .+)"};
    const std::regex type{R"(# TYPE ([a-z_]+) (counter|gauge))"};
    const std::regex sample{R"re(([a-z_]+)(\{source="[A-Za-z0-9_-]+"\})? (-?[0-9]+))re"};
    std::set<std::string> announced;
    std::set<std::string> samples;
    std::string current;
    std::smatch match;
    for (std::string line; std::getline(lines, line);) {
        if (std::regex_match(line, match, help)) {
            EXPECT_TRUE(announced.insert(match[1]).second) << line;
            current = match[1];
        } else if (std::regex_match(line, match, type)) {
            EXPECT_EQ(current, match[1]);
            EXPECT_EQ(current.ends_with("_total"), match[2] == "counter") << line;
        } else if (std::regex_match(line, match, sample)) {
            EXPECT_EQ(current, match[1]);
            EXPECT_TRUE(samples.insert(match[1].str() + match[2].str()).second) << line;
        } else {
            ADD_FAILURE() << line;
        }
    }
    EXPECT_GT(samples.size(), 20U);
}

TEST(Metrics, say_what_the_status_says) {
    const std::string text = watch::metrics(some_status());
    for (const auto* line : {
             "jobscout_index_revision 7\n",
             "jobscout_index_postings 12\n",
             "jobscout_watch_database_reachable 1\n",
             "jobscout_ingest_records_total{source=\"one\"} 10\n",
             "jobscout_ingest_quarantined_total{source=\"one\"} 3\n",
             "jobscout_source_errors_total{source=\"two\"} 1\n",
             "jobscout_source_runs_total{source=\"never\"} 0\n",
             "jobscout_rechecks_total 2\n",
             "jobscout_recheck_postings_total 18\n",
             "jobscout_recheck_asked_total 8\n",
             "jobscout_recheck_employers_asked_total 6\n",
             "jobscout_recheck_closed_total 4\n",
             "jobscout_recheck_lapsed_total 2\n",
             "jobscout_recheck_renewed_total 10\n",
             "jobscout_recheck_last_timestamp_seconds 1794830409\n",
             "jobscout_source_last_run_duration_seconds{source=\"one\"} 9\n",
             "jobscout_source_last_success_timestamp_seconds{source=\"one\"} 1794830409\n",
         }) {
        EXPECT_THAT(text, HasSubstr(line));
    }
    EXPECT_THAT(text, testing::Not(HasSubstr("last_success_timestamp_seconds{source=\"two\"}")));
}

TEST(OneLine, is_fit_for_every_reader) {
    EXPECT_EQ(watch::one_line("two\nlines\t\n"), "two lines");
    EXPECT_EQ(
        watch::one_line("n'est plus annonc\xC3\xA9"
                        "e"),
        "n'est plus annonc\xC3\xA9"
        "e"
    );
    EXPECT_EQ(watch::one_line("caf\xE9 au lait"), "caf  au lait");
    EXPECT_EQ(watch::one_line(std::string{"a\0b", 3}), "a b");
}

}  // namespace
