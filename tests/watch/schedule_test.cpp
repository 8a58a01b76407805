#include "indexer/watch/schedule.hpp"

#include "tests/support/values.hpp"

#include <gtest/gtest.h>

namespace {

using domain::Instant;
using support::moment;
using namespace std::chrono_literals;

store::SourceRun run(const std::string_view started_at, const int failures = 0) {
    return {
        .source = "x",
        .started_at = moment(started_at),
        .finished_at = moment(started_at) + 5s,
        .succeeded_at = {},
        .failures = failures,
        .error = {},
        .not_before = {},
        .ingested = {}};
}

const Instant now = moment("2026-11-16T12:00:00Z");

TEST(Schedule, lets_a_new_source_run_at_once) {
    EXPECT_EQ(watch::next_run(fetch::EveryMinutes{60min}, {}, now), now);
    EXPECT_EQ(watch::next_run(fetch::DailyAt{4h}, {}, now), now);
}

TEST(Schedule, counts_minutes_from_the_last_start) {
    const fetch::Schedule hourly = fetch::EveryMinutes{60min};
    EXPECT_EQ(
        watch::next_run(hourly, run("2026-11-16T11:30:00Z"), now), moment("2026-11-16T12:30:00Z")
    );
    // Missed while nobody watched.
    EXPECT_EQ(watch::next_run(hourly, run("2026-11-10T11:30:00Z"), now), now);
}

TEST(Schedule, waits_longer_after_each_failure_up_to_a_day) {
    const auto wait = [](const std::chrono::minutes every, const int failures) {
        const auto last = run("2026-11-16T12:00:00Z", failures);
        return watch::next_run(fetch::EveryMinutes{every}, last, now) - now;
    };
    EXPECT_EQ(wait(60min, 1), 1h);
    EXPECT_EQ(wait(60min, 2), 2h);
    EXPECT_EQ(wait(60min, 4), 8h);
    EXPECT_EQ(wait(60min, 6), 24h);
    EXPECT_EQ(wait(60min, 1000000), 24h);
    EXPECT_EQ(wait(48h, 5), 48h);
}

TEST(Schedule, keeps_a_daily_time) {
    const fetch::Schedule half_past_four = fetch::DailyAt{4h + 30min};
    const auto next = [&](const std::string_view started_at, const int failures = 0) {
        return watch::next_run(half_past_four, run(started_at, failures), now);
    };
    EXPECT_EQ(next("2026-11-16T04:30:00Z"), moment("2026-11-17T04:30:00Z"));
    EXPECT_EQ(next("2026-11-16T04:30:01Z", 3), moment("2026-11-17T04:30:00Z"));
    EXPECT_EQ(next("2026-11-16T04:29:59Z"), now);  // Missed.
    EXPECT_EQ(
        watch::next_run(fetch::DailyAt{23h}, run("2026-11-16T11:00:00Z"), now),
        moment("2026-11-16T23:00:00Z")
    );
}

TEST(Schedule, gives_a_server_the_pause_that_it_asked_for) {
    auto last = run("2026-11-16T12:00:00Z", 1);
    last.not_before = moment("2026-11-16T20:00:00Z");
    EXPECT_EQ(
        watch::next_run(fetch::EveryMinutes{60min}, last, now), moment("2026-11-16T20:00:00Z")
    );
    last.not_before = moment("2026-11-16T12:10:00Z");
    EXPECT_EQ(
        watch::next_run(fetch::EveryMinutes{60min}, last, now), moment("2026-11-16T13:00:00Z")
    );
}

}  // namespace
