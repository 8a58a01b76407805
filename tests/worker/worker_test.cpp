// What the worker keeps in the table of jobs, and how long it waits.

#include "services/worker/alerts.hpp"
#include "tests/worker/newsroom.hpp"

#include <gtest/gtest.h>
#include <pqxx/pqxx>

namespace {

using namespace std::chrono_literals;

TEST(Pause, doubles_up_to_a_limit) {
    const worker::Patience patience{.pause_first = 5s, .pause_max = 60s};
    EXPECT_EQ(worker::pause_after(1, patience), 5s);
    EXPECT_EQ(worker::pause_after(2, patience), 10s);
    EXPECT_EQ(worker::pause_after(4, patience), 40s);
    EXPECT_EQ(worker::pause_after(5, patience), 60s);
    EXPECT_EQ(worker::pause_after(1'000, patience), 60s);
}

TEST(AlertDocuments, come_back_as_they_were_written) {
    worker::AlertProgress progress;
    progress.revision = 12;
    progress.after = "0a1b2c3d-0000-4000-8000-0123456789ab";
    progress.pairs = 30'000'000'000;
    const auto read = worker::alert_progress_from(worker::to_json(progress));
    ASSERT_TRUE(read);
    EXPECT_EQ(worker::to_json(*read), worker::to_json(progress));

    const worker::AlertArguments arguments{
        .as_of = domain::parse_date("2026-11-16").value(), .since = 7};
    EXPECT_EQ(worker::to_json(arguments), R"({"as_of":"2026-11-16","since":7})");
    EXPECT_EQ(worker::alert_arguments_from(worker::to_json(arguments))->since, 7);
    EXPECT_FALSE(worker::alert_arguments_from(R"({"as_of": "2026-11-16", "sinse": 7})"));
    EXPECT_FALSE(worker::alert_progress_from("{}"));
}

TEST(Worker, says_that_it_runs) {
    const worker_test::Newsroom newsroom;
    EXPECT_EQ(newsroom.work().status, 0);
    pqxx::connection connection{newsroom.stand.database().conninfo()};
    const auto seen = pqxx::nontransaction{connection}.exec("SELECT program FROM program_seen");
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen.front()[0].as<std::string>(), "worker");
}

}  // namespace
