#include "sql/store/database.hpp"

#include "sql/store/lease.hpp"
#include "sql/store/posting_store.hpp"
#include "sql/store/sha256.hpp"
#include "sql/store/statements.hpp"
#include "tests/support/test_database.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <thread>

/// libpqxx 6.4.5 leaks a result each time it finds a connection lost; LeakSanitizer asks here what
/// to overlook.
extern "C" const char* __lsan_default_suppressions() { return "leak:libpqxx-6.4"; }

namespace {

class Pool : public testing::Test {
protected:
    support::TestDatabase test_database_;
};

int process_id(store::Database& database) {
    return store::in_transaction(database, [](pqxx::work& transaction) {
        return transaction.exec1("SELECT pg_backend_pid()")[0].as<int>();
    });
}

void terminate_backends(const support::TestDatabase& database) {
    pqxx::connection connection{support::conninfo("postgres")};
    pqxx::nontransaction session{connection};
    session.exec(
        "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '" +
        database.name() + "'"
    );
}

TEST_F(Pool, uses_a_connection_again) {
    store::Database database{{.conninfo = test_database_.conninfo()}};
    EXPECT_EQ(process_id(database), process_id(database));
}

TEST_F(Pool, never_has_more_connections_out_than_it_may) {
    store::Database database{{.conninfo = test_database_.conninfo(), .connections_max = 2}};
    std::atomic<int> out = 0;
    std::atomic<int> most = 0;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 8; ++thread) {
        threads.emplace_back([&] {
            for (int turn = 0; turn < 20; ++turn) {
                const auto lease = database.lease();
                const int now = ++out;
                for (int seen = most; now > seen && !most.compare_exchange_weak(seen, now);) {
                }
                std::this_thread::yield();
                --out;
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_GT(most, 0);
    EXPECT_LE(most, 2);
}

TEST_F(Pool, hands_a_waiting_thread_what_another_gives_back) {
    store::Database database{{.conninfo = test_database_.conninfo(), .connections_max = 1}};
    std::future<int> second;
    int first = 0;
    {
        auto lease = database.lease();
        first = lease.connection().backendpid();
        second = std::async(std::launch::async, [&] { return process_id(database); });
        while (database.use().waiting == 0) {
            std::this_thread::yield();
        }
        EXPECT_EQ(database.use().leased, 1U);
        EXPECT_EQ(database.use().connections_max, 1U);
    }
    EXPECT_EQ(second.get(), first);
    EXPECT_EQ(database.use().leased, 0U);
    EXPECT_EQ(database.use().waiting, 0U);
}

TEST_F(Pool, replaces_a_connection_that_broke) {
    store::Database database{{.conninfo = test_database_.conninfo(), .connections_max = 1}};
    const int before = process_id(database);
    EXPECT_THROW(
        store::in_transaction(
            database,
            [&](pqxx::work& transaction) {
                terminate_backends(test_database_);
                return transaction.exec("SELECT 1");
            }
        ),
        pqxx::failure
    );
    EXPECT_NE(process_id(database), before);
}

TEST_F(Pool, says_that_a_connection_was_lost) {
    store::Database database{{.conninfo = test_database_.conninfo()}};
    const auto end_myself = [](pqxx::work& transaction) {
        return transaction.exec("SELECT pg_terminate_backend(pg_backend_pid())").size();
    };
    try {
        store::in_transaction(database, end_myself);
        FAIL() << "nothing was thrown";
    } catch (const pqxx::broken_connection& error) {
        EXPECT_STREQ(error.what(), "the connection to PostgreSQL was lost; its log says why");
    }
    EXPECT_GT(process_id(database), 0);
}

TEST_F(Pool, recovers_from_a_server_that_went_away_between_two_leases) {
    store::Database database{{.conninfo = test_database_.conninfo(), .connections_max = 1}};
    store::PostingStore postings{database};
    EXPECT_EQ(postings.revision(), 0);
    terminate_backends(test_database_);
    // The first that notices may fail; the one after it may not.
    try {
        postings.revision();
    } catch (const pqxx::failure&) {
    }
    EXPECT_EQ(postings.revision(), 0);
}

TEST_F(Pool, gives_the_turn_back_where_connecting_fails) {
    store::Database database{
        {.conninfo = support::conninfo("no_such_database"), .connections_max = 1}};
    EXPECT_FALSE(database.reachable());
    EXPECT_THROW(database.lease(), pqxx::broken_connection);
    EXPECT_THROW(database.lease(), pqxx::broken_connection);
}

TEST_F(Pool, tells_whether_the_database_answers) {
    store::Database database{{.conninfo = test_database_.conninfo()}};
    EXPECT_TRUE(database.reachable());
}

TEST_F(Pool, ends_a_statement_that_takes_too_long) {
    store::Database database{
        {.conninfo = test_database_.conninfo(), .statement_timeout = std::chrono::milliseconds{1}}};
    EXPECT_THROW(
        store::in_transaction(
            database,
            [](pqxx::work& transaction) { return transaction.exec("SELECT pg_sleep(60)"); }
        ),
        pqxx::sql_error
    );
}

TEST_F(Pool, keeps_the_settings_of_a_connection_that_reconnects) {
    store::Database database{{.conninfo = test_database_.conninfo(), .connections_max = 1}};
    const auto timeout = [&] {
        return store::in_transaction(database, [](pqxx::work& transaction) {
            return transaction.exec1("SHOW statement_timeout")[0].as<std::string>();
        });
    };
    EXPECT_EQ(timeout(), "5s");
    terminate_backends(test_database_);
    try {
        timeout();
    } catch (const pqxx::failure&) {
    }
    EXPECT_EQ(timeout(), "5s");
}

TEST_F(Pool, knows_statements_that_all_prepare_against_the_schema) {
    const auto connection = store::Database{{.conninfo = test_database_.conninfo()}}.connect();
    EXPECT_GT(store::statements().size(), 30U);
    for (const auto& [name, sql] : store::statements()) {
        EXPECT_NO_THROW(connection->prepare_now(std::string{name})) << name;
    }
}

TEST(Sha256, agrees_with_fips_180_4) {
    EXPECT_EQ(
        store::sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
    EXPECT_EQ(
        store::sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    );
}

}  // namespace
