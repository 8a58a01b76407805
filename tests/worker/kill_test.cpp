// Workers that end at any moment, and several at once: in the end stands what stands after one that
// nobody disturbed. JOBSCOUT_SEED says when they are killed.

#include "tests/worker/newsroom.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <random>
#include <thread>

namespace {

using testing::HasSubstr;
using worker_test::Newsroom;
using worker_test::posting;

/// As many searches as take a good number of steps.
constexpr int searches = 3'000;

/// The lease of a worker that is killed is waited for, so it is short here.
const std::vector<std::string> short_lease{"--lease-ms", "300"};

class Workers : public testing::Test {
protected:
    Workers() {
        const std::string candidate = room_.candidate("candidate-1");
        std::vector<store::PostingRecord> records;
        for (int number = 0; number < 120; ++number) {
            const std::string noc = number % 3 == 0 ? "21231" : number % 3 == 1 ? "21232" : "72106";
            records.push_back(posting("p" + std::to_string(number), noc));
        }
        pqxx::work transaction{superuser_};
        transaction.exec(
            "INSERT INTO saved_search (owner_id, name, candidate_id, match_order, notify, "
            "revision_seen) SELECT 'candidate-1', 'n', '" +
            candidate +
            "', CASE WHEN n % 2 = 0 THEN 'fit' ELSE 'lift' END, true, n % 3 FROM "
            "generate_series(1, " +
            std::to_string(searches) + ") AS n"
        );
        transaction.commit();
        room_.add(records);
    }

    /// Everything that people see of it.
    std::string announced() {
        pqxx::work transaction{superuser_};
        return transaction
            .exec1(
                "SELECT md5(string_agg(concat_ws(' ', alerted_posting.saved_search_id, posting_id, "
                "place, fit, "
                "basis_points, day, rules, revision, revision_after, matching), ',' ORDER BY "
                "alerted_posting.saved_search_id, posting_id)) || ' of ' || count(*) FROM "
                "alerted_posting JOIN "
                "alert_digest ON alert_digest.id = digest_id"
            )[0]
            .as<std::string>();
    }

    int count(const std::string& from) {
        pqxx::work transaction{superuser_};
        return transaction.exec1("SELECT count(*) FROM " + from)[0].as<int>();
    }

    /// As if no worker had ever run.
    void forget() {
        pqxx::work transaction{superuser_};
        transaction.exec("DELETE FROM alert_digest");
        transaction.exec("DELETE FROM job");
        transaction.exec("UPDATE saved_search SET revision_seen = 0");
        transaction.commit();
    }

    Newsroom room_;
    pqxx::connection superuser_{room_.stand.database().conninfo("postgres")};
};

TEST_F(Workers, that_are_killed_lose_and_repeat_nothing) {
    forget();
    ASSERT_EQ(room_.batch({}).status, 0);
    const std::string undisturbed = announced();
    EXPECT_THAT(undisturbed, HasSubstr(" of " + std::to_string(20 * searches)));
    forget();

    const char* given = std::getenv("JOBSCOUT_SEED");  // NOLINT(concurrency-mt-unsafe): one thread
    const unsigned seed = given != nullptr ? static_cast<unsigned>(std::atoi(given))
                                           : std::random_device{}() % 99'999;
    std::cout << "repeat with JOBSCOUT_SEED=" << seed << '\n';
    std::mt19937 random{seed};
    int killed = 0;
    for (int attempt = 0; attempt < 12 && count("job WHERE state = 'done'") == 0; ++attempt) {
        support::Program batch{"jobscout", room_.batch_arguments(short_lease)};
        std::this_thread::sleep_for(std::chrono::milliseconds{
            std::uniform_int_distribution{50, 900}(random)});
        batch.signal(SIGKILL);
        killed += batch.wait().status == 128 + SIGKILL ? 1 : 0;
    }
    EXPECT_GT(killed, 0);
    ASSERT_EQ(room_.batch(short_lease).status, 0);
    EXPECT_EQ(announced(), undisturbed);
    EXPECT_EQ(count("job WHERE state <> 'done'"), 0);
}

TEST_F(Workers, that_are_told_to_stop_end_after_a_step_and_another_goes_on) {
    support::Program worker{"jobscout-worker", room_.worker_arguments({})};
    while (count("job WHERE progress ? 'after'") == 0) {
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    worker.signal(SIGTERM);
    EXPECT_EQ(worker.wait().status, 0);
    EXPECT_EQ(count("job WHERE state = 'running'"), 0) << "the lease is given back";
    EXPECT_EQ(room_.work().status, 0);
    EXPECT_EQ(count("job WHERE state = 'done'"), 1);
    EXPECT_EQ(
        count("saved_search WHERE revision_seen < (SELECT revision FROM revision_counter)"), 0
    );
}

TEST_F(Workers, at_once_do_each_job_once) {
    forget();
    const support::Outcome alone = room_.batch({});
    ASSERT_EQ(alone.status, 0);
    const std::string undisturbed = announced();
    forget();
    support::Program first{"jobscout", room_.batch_arguments({"--json"})};
    support::Program second{"jobscout", room_.batch_arguments({"--json"})};
    const auto one = first.wait();
    const auto other = second.wait();
    EXPECT_EQ(one.status, 0) << one.err;
    EXPECT_EQ(other.status, 0) << other.err;
    EXPECT_EQ(announced(), undisturbed);
    EXPECT_EQ(count("job"), count("job WHERE state = 'done'"));
}

TEST(Worker, says_why_a_job_failed_and_tries_it_again_later) {
    Newsroom room;
    room.save("candidate-1", R"({"name": "w", "query": {"q": "welder"}})");
    room.add({posting("a-welder", "72106", "Welder")});
    const auto outcome = support::run_program(
        "jobscout-worker",
        {"--database",
         room.stand.database().conninfo("jobscout_worker"),
         "--index",
         "/nowhere",
         "--as-of",
         "2026-11-16",
         "--once"}
    );
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.err, HasSubstr(R"("ended":"failed")"));
    EXPECT_THAT(outcome.err, HasSubstr("/nowhere"));
    pqxx::connection connection{room.stand.database().conninfo("postgres")};
    pqxx::work transaction{connection};
    EXPECT_EQ(
        transaction
            .exec1("SELECT count(*) FROM job WHERE state = 'waiting' AND run_after > now()")[0]
            .as<int>(),
        1
    );
}

}  // namespace
