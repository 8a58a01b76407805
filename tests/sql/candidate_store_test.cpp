#include "sql/store/candidate_store.hpp"

#include "tests/support/test_database.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

#include <set>

namespace {

using domain::ErrorKind;

const store::Owner ana{.id = "ana"};
const store::Owner ben{.id = "ben"};
const store::Owner operator_{.id = "otto", .sees_all = true};

const std::string nobodys_id = "00000000-0000-4000-8000-000000000000";

class Candidates : public testing::Test {
protected:
    support::TestDatabase test_database_;
    store::Database database_{{.conninfo = test_database_.conninfo("jobscout_api")}};
    store::CandidateStore candidates_{database_};
};

boost::json::value json(const std::string& text) { return boost::json::parse(text); }

TEST_F(Candidates, come_back_as_they_were_given) {
    const std::string document =
        R"({"schema": "jobscout/candidate/1", "skills": ["é \\u0000", "\""], "hours": 37.5})";
    const auto created = candidates_.create(ana, document);
    EXPECT_THAT(created.id, testing::MatchesRegex("........-....-4...-[89ab]...-............"));
    EXPECT_EQ(created.owner_id, "ana");
    EXPECT_EQ(json(created.document), json(document));
    EXPECT_FALSE(created.etag.empty());
    const auto found = candidates_.find(ana, created.id);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->document, created.document);
    EXPECT_EQ(found->etag, created.etag);
    EXPECT_NE(candidates_.create(ana, document).id, created.id);
}

TEST_F(Candidates, lose_a_nul_and_nothing_else) {
    const auto created = candidates_.create(ana, R"({"a": "\u0000x\\u0000y\\\u0000"})");
    EXPECT_EQ(json(created.document), json(R"({"a": "\ufffdx\\u0000y\\\ufffd"})"));
}

TEST_F(Candidates, do_not_exist_for_others) {
    const auto created = candidates_.create(ana, "{}");
    for (const auto& result :
         {candidates_.find(ben, created.id),
          candidates_.find({.id = ""}, created.id),
          candidates_.replace(ben, created.id, "{}", std::nullopt),
          candidates_.replace(ben, created.id, "{}", created.etag)}) {
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().kind, ErrorKind::not_found);
    }
    EXPECT_TRUE(candidates_.find(operator_, created.id));
    EXPECT_TRUE(candidates_.find(ana, created.id));
}

TEST_F(Candidates, keep_their_owner_when_an_operator_replaces_them) {
    const auto created = candidates_.create(ana, "{}");
    const auto replaced = candidates_.replace(operator_, created.id, R"({"a":1})", std::nullopt);
    ASSERT_TRUE(replaced);
    EXPECT_EQ(replaced->owner_id, "ana");
    EXPECT_TRUE(candidates_.find(ana, created.id));
}

TEST_F(Candidates, are_not_found_where_there_are_none) {
    for (const auto& id :
         {nobodys_id,
          std::string{"1"},
          std::string{},
          std::string{"x0000000-0000-4000-8000-000000000000"},
          std::string{"00000000-0000-4000-8000-0000000000000"},
          std::string{"'; DROP TABLE candidate; --"}}) {
        const auto found = candidates_.find(ana, id);
        ASSERT_FALSE(found) << id;
        EXPECT_EQ(found.error().kind, ErrorKind::not_found);
        const auto replaced = candidates_.replace(ana, id, "{}", std::nullopt);
        ASSERT_FALSE(replaced) << id;
        EXPECT_EQ(replaced.error().kind, ErrorKind::not_found);
    }
}

TEST_F(Candidates, are_replaced_only_by_who_read_the_latest) {
    const auto first = candidates_.create(ana, R"({"n":1})");
    const auto second = candidates_.replace(ana, first.id, R"({"n":2})", first.etag);
    ASSERT_TRUE(second);
    EXPECT_EQ(second->id, first.id);
    EXPECT_NE(second->etag, first.etag);

    const auto late = candidates_.replace(ana, first.id, R"({"n":3})", first.etag);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().kind, ErrorKind::conflict);
    EXPECT_EQ(json(candidates_.find(ana, first.id)->document), json(R"({"n":2})"));

    const auto careless = candidates_.replace(ana, first.id, R"({"n":4})", std::nullopt);
    ASSERT_TRUE(careless);
    EXPECT_EQ((std::set{first.etag, second->etag, careless->etag}.size()), 3U)
        << "an etag came back";
}

TEST_F(Candidates, are_hidden_from_a_transaction_that_names_nobody) {
    candidates_.create(ana, "{}");
    for (const auto* const role : {"jobscout_api", "jobscout_owner"}) {
        pqxx::connection connection{test_database_.conninfo(role)};
        pqxx::work transaction{connection};
        EXPECT_EQ(transaction.exec1("SELECT count(*) FROM candidate")[0].as<int>(), 0) << role;
        transaction.exec("SELECT set_config('jobscout.principal', 'ana', true)");
        EXPECT_EQ(transaction.exec1("SELECT count(*) FROM candidate")[0].as<int>(), 1) << role;
    }
}

TEST_F(Candidates, leave_no_principal_behind_on_the_connection) {
    store::Database one{
        {.conninfo = test_database_.conninfo("jobscout_api"), .connections_max = 1}};
    store::CandidateStore candidates{one};
    const auto created = candidates.create(operator_, "{}");
    EXPECT_FALSE(candidates.find(ana, created.id));
}

/// What the API's role may not do, statement by statement.
TEST_F(Candidates, and_postings_are_out_of_reach_of_the_api_beyond_its_grants) {
    for (const auto* const statement :
         {"DELETE FROM candidate",
          "TRUNCATE candidate",
          "ALTER TABLE candidate DISABLE ROW LEVEL SECURITY",
          "UPDATE posting SET verified = true",
          "INSERT INTO employer (name) VALUES ('x')",
          "UPDATE revision_counter SET revision = 0",
          "SELECT raw FROM quarantine",
          "SELECT raw FROM posting_record",
          "DELETE FROM quarantine",
          "CREATE TABLE mine (id integer)",
          "UPDATE schema_migration SET sha256 = ''",
          "SET ROLE jobscout_owner"}) {
        pqxx::connection connection{test_database_.conninfo("jobscout_api")};
        pqxx::work transaction{connection};
        EXPECT_THROW(transaction.exec(statement), pqxx::insufficient_privilege) << statement;
    }
}

}  // namespace
