// PostgreSQL goes and comes back under the real program: every session of it is ended and no new
// one let in, which is what a caller of it sees when it is stopped.

#include "tests/api/running_api.hpp"
#include "tests/http/client.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

#include <atomic>
#include <chrono>
#include <csignal>
#include <mutex>
#include <thread>

namespace {

using api_test::Api;
using api_test::Stand;
using Headers = std::vector<std::pair<std::string, std::string>>;

/// The database of a stand, which this can close and open again.
class Door {
public:
    explicit Door(const Stand& stand)
        : connection_{stand.database().conninfo() + " dbname=postgres"} {
        pqxx::connection own{stand.database().conninfo()};
        name_ = own.dbname();
    }

    void close() {
        run("ALTER DATABASE " + connection_.quote_name(name_) + " WITH ALLOW_CONNECTIONS false");
        run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = " +
            connection_.quote(name_));
    }
    void open() {
        run("ALTER DATABASE " + connection_.quote_name(name_) + " WITH ALLOW_CONNECTIONS true");
    }

private:
    void run(const std::string& statement) {
        pqxx::nontransaction session{connection_};
        session.exec(statement);
    }

    pqxx::connection connection_;
    std::string name_;
};

TEST(Outage, of_the_database_is_told_clearly_ends_at_once_and_loses_nothing) {
    const Stand room;
    const support::TemporaryFolder folder;
    Api api{
        folder.write("tokens.json", api_test::token_file()),
        folder.path() / "columns.bin",
        {"--requests-burst", "0", "--account-requests-burst", "0", "--workers", "3"},
        {},
        room};
    api.wait_until_ready();
    const Headers owner{{"Authorization", "Bearer candidate-1-token"}};
    const std::string document = api_test::candidate_document();

    // Callers who write all the time, and keep what they were told is stored.
    std::atomic<bool> over = false;
    std::atomic<int> refused = 0;
    std::mutex mutex;
    std::vector<std::string> stored;
    std::vector<std::string> odd;
    std::vector<std::thread> callers;
    for (int i = 0; i < 4; ++i) {
        callers.emplace_back([&] {
            while (!over) {
                const auto answer =
                    client::ask(api.port(), "POST", "/v1/candidates", document, owner);
                const bool clear =
                    answer.status == 503 && answer.header("Retry-After") == "1" &&
                    answer.header("Content-Type").starts_with("application/problem+json");
                refused += clear ? 1 : 0;
                const std::lock_guard guard{mutex};
                if (answer.status == 201) {
                    stored.push_back(answer.header("Location"));
                } else if (!clear) {
                    odd.push_back(std::to_string(answer.status) + " " + answer.body);
                }
            }
        });
    }
    const auto stored_so_far = [&] {
        const std::lock_guard guard{mutex};
        return stored.size();
    };
    while (stored_so_far() < 10) {
        std::this_thread::yield();
    }
    Door door{room};
    door.close();
    for (const int before = refused; refused < before + 20;) {
        std::this_thread::yield();
    }
    EXPECT_EQ(client::ask(api.port(), "GET", "/healthz").status, 200);
    const auto unready = client::ask(api.port(), "GET", "/readyz");
    EXPECT_EQ(unready.status, 503);
    EXPECT_EQ(unready.header("Retry-After"), "1");

    door.open();
    const auto opened = std::chrono::steady_clock::now();
    for (const std::size_t before = stored_so_far(); stored_so_far() < before + 10;) {
        std::this_thread::yield();
    }
    const auto recovered = std::chrono::steady_clock::now() - opened;
    EXPECT_LT(recovered, std::chrono::seconds{2});
    RecordProperty("recovered_ms", static_cast<int>(recovered / std::chrono::milliseconds{1}));
    over = true;
    for (std::thread& caller : callers) {
        caller.join();
    }
    EXPECT_TRUE(odd.empty()) << odd.size() << " such as " << odd.front();
    for (const std::string& path : stored) {
        EXPECT_EQ(client::ask(api.port(), "GET", path, "", owner).status, 200) << path;
    }
    EXPECT_EQ(client::ask(api.port(), "GET", "/readyz").status, 200);
    api.signal(SIGTERM);
    EXPECT_EQ(api.wait(), 0) << api.err();
}

TEST(Outage, is_told_to_a_monitor_which_is_answered_all_the_same) {
    const Stand room;
    const support::TemporaryFolder folder;
    const Api api{
        folder.write("tokens.json", api_test::token_file()),
        folder.path() / "columns.bin",
        {"--admin-port", "0"},
        {},
        room};
    api.wait_until_ready();
    Door door{room};
    door.close();
    const auto told = client::ask(api.admin_port(), "GET", "/metrics");
    const auto ready = client::ask(api.admin_port(), "GET", "/readyz");
    door.open();
    EXPECT_EQ(told.status, 200);
    EXPECT_NE(told.body.find("\njobscout_database_up 0\n"), std::string::npos) << told.body;
    EXPECT_NE(told.body.find("\njobscout_index_up 1\n"), std::string::npos);
    EXPECT_EQ(told.body.find("jobscout_stored_revision"), std::string::npos);
    EXPECT_EQ(ready.status, 503);
}

}  // namespace
