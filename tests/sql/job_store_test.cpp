// Jobs: one worker at a time, none lost when a worker dies, none done by two.

#include "sql/store/job_store.hpp"

#include "sql/store/alert_store.hpp"
#include "tests/support/test_database.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

#include <set>
#include <thread>

namespace {

using namespace std::chrono_literals;

class Jobs : public testing::Test {
protected:
    std::optional<store::Job> take(const std::chrono::milliseconds lease = 60s) {
        return jobs_.take({"alerts"}, lease);
    }

    static store::AlertStore::Step step(const int number) {
        store::AlertStore::Step result;
        result.progress = R"({"step": )" + std::to_string(number) + "}";
        return result;
    }

    support::TestDatabase test_database_;
    store::Database database_{{.conninfo = test_database_.conninfo("jobscout_worker")}};
    store::JobStore jobs_{database_};
    store::AlertStore alerts_{database_};
};

TEST_F(Jobs, are_taken_in_turn_by_one_worker_each) {
    const auto first = jobs_.add("alerts", R"({"n": 1})");
    const auto second = jobs_.add("alerts", R"({"n": 2})");
    EXPECT_EQ(jobs_.add("alerts", R"({"n": 1})"), first) << "waiting already";
    jobs_.add("mail", "{}");

    const auto one = take();
    ASSERT_TRUE(one);
    EXPECT_EQ(one->id, first);
    EXPECT_EQ(one->arguments, R"({"n": 1})");
    EXPECT_EQ(one->progress, "{}");
    EXPECT_EQ(one->attempts, 1);
    EXPECT_EQ(jobs_.add("alerts", R"({"n": 1})"), first) << "running already";
    EXPECT_EQ(take()->id, second);
    EXPECT_FALSE(take()) << "mail is not asked for";
    EXPECT_FALSE(jobs_.take_one("alerts", first, 60s));

    jobs_.finish(*one);
    EXPECT_EQ(jobs_.find(first)->state, "done");
    EXPECT_NE(jobs_.add("alerts", R"({"n": 1})"), first) << "what is done may be asked for anew";
}

TEST_F(Jobs, of_a_silent_worker_are_taken_over_and_its_words_count_no_more) {
    const auto id = jobs_.add("alerts", "{}");
    const auto dead = take(0ms);
    const auto heir = take();
    ASSERT_TRUE(heir);
    EXPECT_EQ(heir->id, id);
    EXPECT_EQ(heir->attempts, 2);

    EXPECT_FALSE(jobs_.extend(*dead, 60s));
    EXPECT_THROW(jobs_.finish(*dead), store::LeaseLost);
    EXPECT_THROW(jobs_.release(*dead, 0ms, "why"), store::LeaseLost);
    EXPECT_THROW(jobs_.give_up(*dead, "why"), store::LeaseLost);
    EXPECT_THROW(alerts_.write(*dead, step(9)), store::LeaseLost);
    EXPECT_EQ(jobs_.find(id)->progress, "{}");

    alerts_.write(*heir, step(1));
    EXPECT_EQ(jobs_.find(id)->progress, R"({"step": 1})");
    EXPECT_EQ(jobs_.find(id)->attempts, 0) << "it gets on, so that it is not tried in vain";
    EXPECT_TRUE(jobs_.extend(*heir, 60s));
    EXPECT_EQ(jobs_.find(id)->state, "running");
}

TEST_F(Jobs, that_fail_wait_for_their_turn_or_are_given_up) {
    const auto id = jobs_.add("alerts", "{}");
    jobs_.release(*take(), 1h, "the disk is full");
    EXPECT_EQ(jobs_.find(id)->state, "waiting");
    EXPECT_EQ(jobs_.find(id)->error, "the disk is full");
    EXPECT_FALSE(take()) << "not before an hour has passed";

    const auto other = jobs_.add("alerts", R"({"n": 2})");
    jobs_.release(*take(), 0ms, "once more");
    jobs_.give_up(*take(), "in vain");
    EXPECT_EQ(jobs_.find(other)->state, "failed");
    EXPECT_EQ(jobs_.find(other)->error, "in vain");
    EXPECT_FALSE(take());
    EXPECT_FALSE(jobs_.find(other + 1));
}

TEST_F(Jobs, are_each_done_once_by_many_workers) {
    constexpr int count = 60;
    for (int number = 0; number < count; ++number) {
        jobs_.add("alerts", R"({"n": )" + std::to_string(number) + "}");
    }
    std::mutex mutex;
    std::vector<std::int64_t> taken;
    {
        std::vector<std::jthread> workers;
        for (int worker = 0; worker < 4; ++worker) {
            workers.emplace_back([&] {
                while (const auto job = take()) {
                    jobs_.finish(*job);
                    const std::lock_guard lock{mutex};
                    taken.push_back(job->id);
                }
            });
        }
    }
    EXPECT_EQ(taken.size(), count);
    EXPECT_EQ(std::set(taken.begin(), taken.end()).size(), count);
}

}  // namespace
