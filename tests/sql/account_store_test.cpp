// Accounts and their sessions in PostgreSQL, asked of PostgreSQL itself: whose rows exist for whom,
// and what the API's role may do at all.

#include "sql/store/account_store.hpp"

#include "sql/store/attempt_store.hpp"
#include "sql/store/session_store.hpp"
#include "tests/sql/digest.hpp"
#include "tests/support/test_database.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

#include <atomic>
#include <thread>

namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

constexpr store::Instant now{std::chrono::seconds{1'795'896'900}};
const std::string hash = "$argon2id$v=19$m=65536,t=2,p=1$c2FsdHNhbHRzYWx0$aGFzaA";

class Accounts : public testing::Test {
protected:
    Accounts() {
        for (const std::string name : {"anna", "bea"}) {
            ids_.push_back(accounts_
                               .add(
                                   {.email = name + "@mail.example",
                                    .role = "candidate",
                                    .password_hash = hash,
                                    .language = "en",
                                    .verified = true},
                                   now
                               )
                               .value());
        }
    }

    store::Session session(const std::string& account_id) const {
        return {
            .id = "",
            .account_id = account_id,
            .created_at = now,
            .used_at = now,
            .idle_expires_at = now + 1h,
            .expires_at = now + 2h,
            .user_agent = "fictional"};
    }

    std::string first(pqxx::work& transaction, const std::string& query) {
        return transaction.exec(query).front()[0].c_str();
    }

    void may(const std::string& role, const std::string& statement, const std::string& before) {
        pqxx::connection connection{test_database_.conninfo(role)};
        pqxx::work transaction{connection};
        transaction.exec(before);
        EXPECT_EQ(transaction.exec(statement).affected_rows(), 1U) << statement;
    }

    void may_not(
        const std::string& role,
        const std::string& statement,
        const std::string& why,
        const std::string& before = ""
    ) {
        pqxx::connection connection{test_database_.conninfo(role)};
        pqxx::work transaction{connection};
        SCOPED_TRACE(statement);
        try {
            if (!before.empty()) {
                transaction.exec(before);
            }
            transaction.exec(statement);
            ADD_FAILURE() << "it was accepted";
        } catch (const pqxx::sql_error& error) {
            EXPECT_THAT(error.what(), HasSubstr(why));
        }
    }

    support::TestDatabase test_database_;
    store::Database owned_{{.conninfo = test_database_.conninfo("jobscout_owner")}};
    store::Database database_{
        {.conninfo = test_database_.conninfo("jobscout_api"), .connections_max = 8}};
    store::AccountStore accounts_{owned_};
    store::SessionStore sessions_{database_};
    std::vector<std::string> ids_;
};

TEST_F(Accounts, exist_for_nobody_who_does_not_say_whose_they_are) {
    sessions_.open(session(ids_[0]), digest('1'));
    sessions_.add_device(ids_[0], digest('2'), now, now + 1h);
    for (const std::string role : {"jobscout_api", "jobscout_owner"}) {
        pqxx::connection connection{test_database_.conninfo(role)};
        pqxx::work transaction{connection};
        for (const std::string table :
             {"account",
              "account_session",
              "account_device",
              "api_token",
              "recovery_code",
              "account_token"}) {
            EXPECT_EQ(first(transaction, "SELECT count(*) FROM " + table), "0") << role << table;
        }
        transaction.exec("SELECT set_config('jobscout.principal', '" + ids_[1] + "', true)");
        EXPECT_EQ(
            first(transaction, "SELECT string_agg(email, ',') FROM account"), "bea@mail.example"
        );
        EXPECT_EQ(first(transaction, "SELECT count(*) FROM account_session"), "0");
        EXPECT_EQ(first(transaction, "SELECT count(*) FROM account_device"), "0");
        transaction.exec("SELECT set_config('jobscout.secret', '" + digest('1') + "', true)");
        EXPECT_EQ(first(transaction, "SELECT count(*) FROM account_session"), "1");
    }
    pqxx::connection api{test_database_.conninfo("jobscout_api")};
    pqxx::work transaction{api};
    transaction.exec("SELECT set_config('jobscout.opens_accounts', 'on', true)");
    EXPECT_EQ(first(transaction, "SELECT count(*) FROM account"), "0")
        << "an operator of the API sees no account either";
}

TEST_F(Accounts, are_none_before_somebody_makes_one) {
    const support::TestDatabase fresh;
    pqxx::connection connection{fresh.conninfo()};
    pqxx::work transaction{connection};
    EXPECT_EQ(first(transaction, "SELECT count(*) FROM account"), "0");
    EXPECT_EQ(first(transaction, "SELECT count(*) FROM account_token"), "0");
}

TEST_F(Accounts, are_of_the_role_and_address_that_they_were_made_as) {
    const std::string self = "SELECT set_config('jobscout.principal', '" + ids_[0] + "', true)";
    for (const std::string column : {"email", "firm_id", "id", "created_at"}) {
        may_not(
            "jobscout_api", "UPDATE account SET " + column + " = NULL", "permission denied", self
        );
    }
    const auto become = [](const std::string& role) {
        return "UPDATE account SET role = '" + role + "'";
    };
    for (const std::string role : {"employer", "operator", "reviewer", "advisor"}) {
        may_not("jobscout_api", become(role), "an account keeps its role", self);
    }
    // It goes by itself, and takes nobody with it whose address it knows.
    may("jobscout_api",
        "DELETE FROM account",
        self + "; SELECT set_config('jobscout.email', 'bea@mail.example', true)");
    const std::string asked = "SELECT set_config('jobscout.email', 'new@mail.example', true)";
    const auto insert = [](const std::string& role) {
        return "INSERT INTO account (email, role, language, created_at) VALUES "
               "('new@mail.example', '" +
               role + "', 'en', now())";
    };
    // Whoever registers an address that nobody has confirmed decides what for, and may be no more.
    const std::string unconfirmed = asked + "; " + insert("candidate");
    may_not("jobscout_api", become("operator"), "an account keeps its role", unconfirmed);
    may("jobscout_api", become("employer"), unconfirmed);
    may_not("jobscout_api", insert("operator"), "row-level security", asked);
    may_not("jobscout_api", insert("reviewer"), "row-level security", asked);
    may_not("jobscout_api", insert("candidate"), "row-level security");
    may_not(
        "jobscout_api",
        insert("operator"),
        "row-level security",
        "SELECT set_config('jobscout.opens_accounts', 'on', true)"
    );
}

TEST_F(Accounts, queue_mail_that_only_the_worker_reads) {
    may_not("jobscout_api", "SELECT * FROM mail_outbox", "permission denied");
    may_not("jobscout_api", "DELETE FROM mail_outbox", "permission denied");
    may_not("jobscout_worker", "SELECT * FROM account", "permission denied");
    may_not("jobscout_worker", "SELECT * FROM account_token", "permission denied");
    may_not("jobscout_worker", "UPDATE mail_outbox SET recipient = 'x'", "permission denied");
}

TEST_F(Accounts, take_a_step_once_whoever_is_first) {
    store::AccountStore accounts{database_};
    ASSERT_TRUE(accounts.set_totp_secret(ids_[0], "sealed"));
    const store::Mail mail{
        .recipient = "anna@mail.example", .language = "en", .subject = "s", .body = "b"};
    ASSERT_TRUE(accounts.confirm_totp(ids_[0], 100, {digest('a')}, ids_[0], mail, now));
    EXPECT_FALSE(accounts.set_totp_secret(ids_[0], "another")) << "it is confirmed";
    EXPECT_FALSE(accounts.take_totp_step(ids_[0], 100));
    std::atomic<int> taken = 0;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 8; ++thread) {
        threads.emplace_back([&] { taken += accounts.take_totp_step(ids_[0], 101) ? 1 : 0; });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(taken, 1);
    EXPECT_FALSE(accounts.take_totp_step(ids_[0], 99));
    EXPECT_TRUE(accounts.take_recovery_code(ids_[0], digest('a')));
    EXPECT_FALSE(accounts.take_recovery_code(ids_[0], digest('a')));
    EXPECT_FALSE(accounts.take_recovery_code(ids_[1], digest('a')));
}

TEST_F(Accounts, are_tried_so_often_and_no_more_by_many_at_once) {
    store::AttemptStore attempts{database_};
    const auto wait = [](const store::AttemptStore::Tried& tried) {
        return std::chrono::seconds{tried.attempts < 5 ? 0 : 60};
    };
    std::atomic<int> admitted = 0;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 20; ++thread) {
        threads.emplace_back([&] {
            admitted += attempts.count(digest('c'), now, 1h, wait).count() == 0 ? 1 : 0;
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(admitted, 5);
    attempts.forgive(digest('c'));
    EXPECT_EQ(attempts.count(digest('c'), now, 1h, wait), 0s);
    EXPECT_EQ(attempts.count(digest('c'), now, 1h, wait), 60s);
    EXPECT_EQ(attempts.count(digest('c'), now + 1h + 1s, 1h, wait), 0s) << "it is forgotten";
    attempts.clear(digest('c'));
    pqxx::connection connection{test_database_.conninfo()};
    pqxx::work transaction{connection};
    EXPECT_EQ(first(transaction, "SELECT count(*) FROM sign_in_attempt"), "0");
}

TEST_F(Accounts, sessions_are_found_until_they_end) {
    sessions_.open(session(ids_[0]), digest('1'));
    EXPECT_TRUE(sessions_.find(digest('1'), now + 59min));
    EXPECT_FALSE(sessions_.find(digest('1'), now + 1h)) << "unused";
    auto found = sessions_.find(digest('1'), now)->session;
    sessions_.touch(found, now + 30min, now + 5h);
    EXPECT_TRUE(sessions_.find(digest('1'), now + 1h));
    EXPECT_FALSE(sessions_.find(digest('1'), now + 2h)) << "too old, however it is used";
    found.idle_expires_at = now + 1h;
    EXPECT_TRUE(sessions_.rotate(found, digest('2')));
    EXPECT_FALSE(sessions_.find(digest('1'), now));
    EXPECT_TRUE(sessions_.find(digest('2'), now));
    EXPECT_FALSE(sessions_.end(ids_[1], found.id)) << "somebody else's";
    EXPECT_TRUE(sessions_.end(ids_[0], found.id));
    EXPECT_FALSE(sessions_.rotate(found, digest('3')));
}

}  // namespace
