// Answers that are kept for who asks again: whose they are, for how long, and once.

#include "sql/store/answered_request_store.hpp"

#include "tests/sql/digest.hpp"
#include "tests/support/test_database.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

namespace {

using namespace std::chrono_literals;

constexpr store::Instant midnight{std::chrono::sys_days{std::chrono::year{2026} / 11 / 16}};

class AnsweredRequests : public testing::Test {
protected:
    auto begin(const store::Instant at) { return requests_.begin(anas_, at, at - 24h); }

    std::string count(pqxx::work& transaction) {
        return transaction.exec("SELECT count(*) FROM answered_request")[0][0].c_str();
    }

    support::TestDatabase test_database_;
    store::Database database_{{.conninfo = test_database_.conninfo("jobscout_api")}};
    store::AnsweredRequestStore requests_{database_};
    const store::AnsweredRequestStore::Request anas_{
        .owner_id = "ana", .key_digest = digest('1'), .request_digest = digest('a')};
};

TEST_F(AnsweredRequests, begin_once_and_keep_their_answer) {
    EXPECT_FALSE(begin(midnight));
    const auto unanswered = begin(midnight + 5s);
    ASSERT_TRUE(unanswered);
    EXPECT_EQ(unanswered->began_at, midnight);
    EXPECT_EQ(unanswered->request_digest, digest('a'));
    EXPECT_FALSE(unanswered->sealed);
    requests_.keep(anas_, "sealed");
    EXPECT_EQ(begin(midnight + 24h)->sealed, "sealed");
    EXPECT_FALSE(begin(midnight + 24h + 1s));
    EXPECT_FALSE(begin(midnight + 24h + 2s)->sealed);
    requests_.forget(anas_);
    EXPECT_FALSE(begin(midnight + 24h + 3s));
}

TEST_F(AnsweredRequests, exist_for_nobody_else) {
    EXPECT_FALSE(begin(midnight));
    EXPECT_FALSE(requests_.begin(
        {.owner_id = "ben", .key_digest = digest('1'), .request_digest = digest('b')},
        midnight,
        midnight - 24h
    ));
    for (const std::string role : {"jobscout_api", "jobscout_owner"}) {
        pqxx::connection connection{test_database_.conninfo(role)};
        pqxx::work transaction{connection};
        EXPECT_EQ(count(transaction), "0") << role;
        transaction.exec("SELECT set_config('jobscout.principal', 'ben', true)");
        EXPECT_EQ(count(transaction), "1") << role;
    }
}

TEST_F(AnsweredRequests, are_not_read_by_the_worker) {
    pqxx::connection connection{test_database_.conninfo("jobscout_worker")};
    pqxx::work transaction{connection};
    EXPECT_THROW(
        transaction.exec("SELECT sealed FROM answered_request"), pqxx::insufficient_privilege
    );
}

}  // namespace
