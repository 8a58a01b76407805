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

/// Three arrive in the time that one takes, at one worker: what is let in waits for some two
/// others, whatever the load lasts; the same at any capacity, for the times are made up.
TEST(Admission, keeps_the_wait_short_at_three_times_the_capacity) {
    constexpr milliseconds takes{90};
    const http::QueueLimits limits{
        .workers = 1, .in_flight_max = 64, .wait_tolerated = milliseconds{20}};
    std::vector<Clock::time_point> waiting;
    Clock::time_point free_at = start;
    milliseconds longest{0};
    int shed = 0;
    constexpr int arrivals = 3'000;
    for (int i = 0; i < arrivals; ++i) {
        const Clock::time_point now = start + i * takes / 3;
        while (!waiting.empty() && free_at <= now) {
            const auto begins = std::max(free_at, waiting.front());
            longest = std::max(
                longest, std::chrono::duration_cast<milliseconds>(begins - waiting.front())
            );
            waiting.erase(waiting.begin());
            free_at = begins + takes;
        }
        Load load{.running = free_at > now ? 1U : 0U, .waiting = waiting.size()};
        if (!waiting.empty()) {
            load.longest_wait =
                std::chrono::duration_cast<std::chrono::microseconds>(now - waiting.front());
        }
        if (admits(limits, load)) {
            waiting.push_back(now);
        } else {
            ++shed;
        }
    }
    EXPECT_LE(longest, 3 * takes);
    EXPECT_NEAR(shed, arrivals * 2 / 3, arrivals / 50);
}

TEST(WorkQueue, takes_no_more_than_it_may_and_again_when_it_may) {
    WorkQueue queue{{.workers = 1, .in_flight_max = 2}};
    std::latch begun{1};
    std::promise<void> opened;
    std::latch done{2};
    const auto count = [&done] { done.count_down(); };
    EXPECT_TRUE(queue.push(
        {[&] {
             begun.count_down();
             opened.get_future().wait();
         },
         count},
        start
    ));
    begun.wait();
    EXPECT_TRUE(queue.push({[] {}, count}, start));
    const Load load = queue.load(start + milliseconds{7});
    EXPECT_EQ(load.running, 1U);
    EXPECT_EQ(load.waiting, 1U);
    EXPECT_EQ(load.longest_wait, milliseconds{7});
    EXPECT_FALSE(queue.push({[] {}, count}, start));
    opened.set_value();
    done.wait();
    EXPECT_TRUE(queue.push({[] {}, [] {}}, start));
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
