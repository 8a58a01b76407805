// Who is let in when more come than can be answered: the decisions, with the time passed in.

#include "services/http/rate_limit.hpp"
#include "services/http/work_queue.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <future>
#include <latch>

namespace {

using http::Allowance;
using http::Load;
using http::Rate;
using http::RateLimiter;
using http::WaitingLine;
using http::WorkQueue;
using std::chrono::milliseconds;
using std::chrono::seconds;
using Clock = std::chrono::steady_clock;

constexpr Clock::time_point start{std::chrono::hours{1}};

struct Arrival {
    Load load;
    bool admitted;
    std::string why;
};

TEST(Admission, is_by_what_runs_and_waits) {
    const http::QueueLimits limits{
        .workers = 2, .in_flight_max = 10, .wait_tolerated = milliseconds{20}};
    const std::vector<Arrival> all{
        {{0, 0, milliseconds{0}}, true, "nothing to do"},
        {{2, 3, milliseconds{500}}, true, "few wait, however long"},
        {{2, 4, milliseconds{20}}, true, "many wait, but not for long"},
        {{2, 4, milliseconds{21}}, false, "many wait, and for long"},
        {{2, 7, milliseconds{1}}, true, "the last place"},
        {{2, 8, milliseconds{1}}, false, "full"},
    };
    for (const Arrival& arrival : all) {
        EXPECT_EQ(admits(limits, arrival.load), arrival.admitted) << arrival.why;
    }
}

/// Jobs that note when they are run, and who is refused.
struct Crowd {
    std::vector<int> run{};
    std::vector<int> refused{};

    http::Job job(const int name) {
        return {
            .run = [this, name] { run.push_back(name); },
            .done = [] {},
            .refused = [this, name] { refused.push_back(name); }};
    }
    void push(WaitingLine& line, const int name, const Clock::time_point now) {
        for (const http::Job& each : line.push(job(name), now, 1)) {
            each.refused();
        }
    }
};

TEST(WaitingLine, serves_who_came_first_while_all_find_a_place) {
    Crowd crowd;
    WaitingLine line{{.workers = 1, .waiting_per_worker = 2}};
    crowd.push(line, 1, start);
    crowd.push(line, 2, start);
    line.pop().run();
    crowd.push(line, 3, start + milliseconds{1});
    line.pop().run();
    line.pop().run();
    EXPECT_EQ(crowd.run, (std::vector{1, 2, 3}));
    EXPECT_TRUE(crowd.refused.empty());
}

TEST(WaitingLine, serves_who_came_last_from_when_it_is_full_until_nobody_waits) {
    Crowd crowd;
    WaitingLine line{{.workers = 1, .wait_tolerated = milliseconds{0}, .waiting_per_worker = 2}};
    for (const int name : {1, 2, 3}) {
        crowd.push(line, name, start + milliseconds{name});
    }
    EXPECT_EQ(crowd.refused, std::vector{1}) << "who has waited longest makes room";
    line.pop().run();
    crowd.push(line, 4, start + milliseconds{4});
    line.pop().run();
    line.pop().run();
    EXPECT_EQ(crowd.run, (std::vector{3, 4, 2}));
    ASSERT_TRUE(line.empty());
    crowd.push(line, 5, start + milliseconds{5});
    crowd.push(line, 6, start + milliseconds{6});
    line.pop().run();
    EXPECT_EQ(crowd.run.back(), 5) << "nobody had to wait any more: first come, first served";
}

TEST(WaitingLine, lets_everyone_go_who_has_waited_for_longer_than_is_tolerated) {
    Crowd crowd;
    WaitingLine line{{.workers = 1, .wait_tolerated = milliseconds{4}, .waiting_per_worker = 1}};
    for (const int name : {1, 2, 3}) {
        crowd.push(line, name, start + milliseconds{name});
    }
    EXPECT_TRUE(crowd.refused.empty()) << "they are quick ones";
    crowd.push(line, 7, start + milliseconds{7});
    EXPECT_EQ(crowd.refused, (std::vector{1, 2}));
    EXPECT_EQ(line.load(start + milliseconds{7}, 1).longest_wait, milliseconds{4});
}

TEST(WaitingLine, refuses_the_newcomer_where_all_places_are_taken_by_what_runs) {
    Crowd crowd;
    WaitingLine line{{.workers = 1, .in_flight_max = 1}};
    crowd.push(line, 1, start);
    EXPECT_EQ(crowd.refused, std::vector{1});
    EXPECT_TRUE(line.empty());
}

/// Three arrive in the time that one takes, at one worker: hardly anybody who is answered has
/// waited for another, whatever the load lasts; the same at any capacity, for the times are made
/// up.
TEST(Admission, keeps_the_wait_short_at_three_times_the_capacity) {
    constexpr milliseconds takes{90};
    WaitingLine line{{.workers = 1, .wait_tolerated = milliseconds{20}}};
    std::vector<milliseconds> waits;
    Clock::time_point now;
    Clock::time_point free_at = start;
    int shed = 0;
    constexpr int arrivals = 3'000;
    for (int i = 0; i < arrivals; ++i) {
        now = start + i * takes / 3;
        while (!line.empty() && free_at <= now) {
            line.pop().run();
        }
        http::Job job{
            .run =
                [&, came = now] {
                    const auto begins = std::max(free_at, came);
                    waits.push_back(std::chrono::duration_cast<milliseconds>(begins - came));
                    free_at = begins + takes;
                },
            .done = [] {},
            .refused = [&shed] { ++shed; }};
        for (const http::Job& each : line.push(std::move(job), now, free_at > now ? 1 : 0)) {
            each.refused();
        }
    }
    std::ranges::sort(waits);
    EXPECT_LE(waits.at(waits.size() * 99 / 100), takes);
    EXPECT_NEAR(shed, arrivals * 2 / 3, arrivals / 50);
}

TEST(WorkQueue, takes_no_more_than_it_may_and_again_when_it_may) {
    WorkQueue queue{{.workers = 1, .in_flight_max = 2}};
    std::latch begun{1};
    std::promise<void> opened;
    std::latch done{2};
    const auto count = [&done] { done.count_down(); };
    const auto never = [] { ADD_FAILURE() << "refused"; };
    queue.push(
        {[&] {
             begun.count_down();
             opened.get_future().wait();
         },
         count,
         never},
        start
    );
    begun.wait();
    int refused = 0;
    queue.push({[] { ADD_FAILURE() << "run"; }, [] {}, [&refused] { ++refused; }}, start);
    const Load load = queue.load(start + milliseconds{7});
    EXPECT_EQ(load.running, 1U);
    EXPECT_EQ(load.waiting, 1U);
    EXPECT_EQ(load.longest_wait, milliseconds{7});
    queue.push({[] {}, count, never}, start);
    EXPECT_EQ(refused, 1);
    opened.set_value();
    done.wait();
    queue.push({[] {}, [] {}, never}, start);
}

TEST(RateLimiter, gives_tokens_back_at_a_steady_rate) {
    RateLimiter limiter{{.burst = 3, .per_second = 2}, 10};
    for (std::size_t left = 3; left-- > 0;) {
        const Allowance allowance = limiter.take("a", start);
        EXPECT_TRUE(allowance.allowed);
        EXPECT_EQ(allowance.remaining, left);
    }
    const Allowance refused = limiter.take("a", start);
    EXPECT_FALSE(refused.allowed);
    EXPECT_EQ(refused.until_next, seconds{1});
    EXPECT_EQ(refused.until_full, seconds{2});
    EXPECT_TRUE(limiter.take("b", start).allowed) << "another caller";
    EXPECT_FALSE(limiter.take("a", start + milliseconds{499}).allowed);
    EXPECT_TRUE(limiter.take("a", start + milliseconds{500}).allowed);
    EXPECT_FALSE(limiter.take("a", start + milliseconds{501}).allowed);
    EXPECT_EQ(limiter.take("a", start + seconds{60}).remaining, 2U) << "never more than full";
}

TEST(RateLimiter, remembers_a_bounded_number_of_callers) {
    RateLimiter limiter{{.burst = 2, .per_second = 1}, 100};
    for (int i = 0; i < 10'000; ++i) {
        limiter.take(std::to_string(i), start);
    }
    EXPECT_EQ(limiter.callers(), 101U);
    EXPECT_FALSE(limiter.take("one more", start).allowed) << "those not known share a bucket";
    limiter.take("later", start + seconds{10});
    EXPECT_EQ(limiter.callers(), 1U) << "full buckets are forgotten";
}

}  // namespace
