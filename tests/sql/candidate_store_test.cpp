#include "sql/store/candidate_store.hpp"

#include "sql/store/consent_store.hpp"
#include "sql/store/firm_consent_store.hpp"
#include "sql/store/saved_search_store.hpp"
#include "sql/store/sha256.hpp"
#include "tests/sql/owners.hpp"
#include "tests/support/table_dump.hpp"
#include "tests/support/test_database.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

#include <set>

namespace {

using domain::ErrorKind;

const store::Owner ava{.id = "ava", .firm = "harbour"};

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
    const auto found = candidates_.find_own(ana, created.id);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->document, created.document);
    EXPECT_EQ(found->etag, created.etag);
    EXPECT_NE(candidates_.create(ana, document).id, created.id);
}

TEST_F(Candidates, are_found_again_by_whose_they_are) {
    EXPECT_EQ(candidates_.latest_own(ana), std::nullopt);
    candidates_.create(ana, "{}");
    const std::string later = candidates_.create(ana, "{}").id;
    candidates_.create(ben, "{}");
    EXPECT_EQ(candidates_.latest_own(ana), later);
    EXPECT_EQ(candidates_.latest_own({.id = "nobody"}), std::nullopt);
}

TEST_F(Candidates, lose_a_nul_and_nothing_else) {
    const auto created = candidates_.create(ana, R"({"a": "\u0000x\\u0000y\\\u0000"})");
    EXPECT_EQ(json(created.document), json(R"({"a": "\ufffdx\\u0000y\\\ufffd"})"));
}

TEST_F(Candidates, do_not_exist_for_others) {
    const auto created = candidates_.create(ana, "{}");
    for (const auto& result :
         {candidates_.find_own(ben, created.id),
          candidates_.find_own({.id = ""}, created.id),
          candidates_.replace(ben, created.id, "{}", std::nullopt),
          candidates_.replace(ben, created.id, "{}", created.etag)}) {
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().kind, ErrorKind::not_found);
    }
    EXPECT_TRUE(candidates_.find_own(ana, created.id));
}

TEST_F(Candidates, are_not_found_where_there_are_none) {
    for (const auto& id :
         {nobodys_id,
          std::string{"1"},
          std::string{},
          std::string{"x0000000-0000-4000-8000-000000000000"},
          std::string{"00000000-0000-4000-8000-0000000000000"},
          std::string{"'; DROP TABLE candidate; --"}}) {
        const auto found = candidates_.find_own(ana, id);
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
    EXPECT_EQ(json(candidates_.find_own(ana, first.id)->document), json(R"({"n":2})"));

    const auto careless = candidates_.replace(ana, first.id, R"({"n":4})", std::nullopt);
    ASSERT_TRUE(careless);
    EXPECT_EQ((std::set{first.etag, second->etag, careless->etag}.size()), 3U)
        << "an etag came back";
}

TEST_F(Candidates, are_read_by_a_firm_only_as_long_as_they_let_it_and_never_unseen) {
    using enum store::Reading;
    store::FirmConsentStore consents{database_};
    store::ConsentStore record{database_};
    const std::string id = candidates_.create(ana, "{}").id;
    EXPECT_FALSE(candidates_.find(ava, id, document));
    EXPECT_FALSE(consents.give(ben, id, "harbour", {.wording = "1"})) << "not ben's to give";
    ASSERT_TRUE(consents.give(ana, id, "harbour", {.wording = "1"}));
    EXPECT_EQ(candidates_.find(ava, id, document)->reach, store::Reach::read_consented);
    EXPECT_EQ(candidates_.find(ava, id, matches)->owner_id, "ana");
    EXPECT_FALSE(candidates_.find({.id = "ava", .firm = "other"}, id, document));
    EXPECT_FALSE(candidates_.find({.id = "ava"}, id, document));
    EXPECT_FALSE(candidates_.find_own(ava, id));
    EXPECT_FALSE(candidates_.replace(ava, id, R"({"n":1})", std::nullopt));

    ASSERT_TRUE(consents.give(ana, id, "harbour", {.wording = "1", .may_replace = true}));
    const auto found = candidates_.find(ava, id, document);
    EXPECT_EQ(found->reach, store::Reach::replace_consented);
    const auto replaced = candidates_.replace(ava, id, R"({"n":1})", found->etag);
    ASSERT_TRUE(replaced);
    EXPECT_EQ(replaced->owner_id, "ana");
    const auto late = candidates_.replace(ava, id, R"({"n":2})", found->etag);
    EXPECT_EQ(late.error().kind, ErrorKind::conflict);

    ASSERT_TRUE(consents.withdraw(ana, id, "harbour"));
    EXPECT_FALSE(candidates_.find(ava, id, document));
    EXPECT_FALSE(candidates_.replace(ava, id, R"({"n":3})", std::nullopt));
    std::vector<std::string> seen;
    for (const auto& view : record.views(ana, id, std::nullopt, 10)) {
        EXPECT_EQ(view.viewer_name, "harbour");
        seen.push_back(view.what);
    }
    EXPECT_THAT(seen, testing::ElementsAre("replaced", "document", "matches", "document"));
    const auto history = consents.list(ana, id).value();
    ASSERT_EQ(history.size(), 2U);
    EXPECT_TRUE(history[0].terms.may_replace);
    EXPECT_TRUE(history[0].withdrawn_at && history[1].withdrawn_at);
    EXPECT_FALSE(consents.list(ben, id));
}

/// Whatever a query of the API asks in the name of an advisor.
TEST_F(Candidates, are_shown_to_no_advisor_without_a_line_of_it) {
    store::FirmConsentStore consents{database_};
    const std::string id = candidates_.create(ana, "{}").id;
    consents.give(ana, id, "harbour", {.wording = "1"}).value();
    pqxx::connection connection{test_database_.conninfo("jobscout_api")};
    pqxx::work transaction{connection};
    transaction.exec(
        "SELECT set_config('jobscout.principal', 'ava', true), "
        "set_config('jobscout.firm', 'harbour', true)"
    );
    const auto count = [&] {
        return transaction.exec1("SELECT count(*) FROM candidate")[0].as<int>();
    };
    const auto note = [&](const std::string& what, const std::string& viewer) {
        return "INSERT INTO candidate_access (candidate_id, owner_id, what, viewer_role, "
               "viewer_id, viewer_name) VALUES ('" +
               id + "', 'ana', '" + what + "', 'advisor', '" + viewer + "', 'harbour')";
    };
    EXPECT_EQ(count(), 0);
    for (const std::string& refused : {note("replaced", "ava"), note("document", "another")}) {
        pqxx::subtransaction attempt{transaction};
        EXPECT_THROW(attempt.exec(refused), pqxx::insufficient_privilege) << refused;
    }
    transaction.exec(note("document", "ava"));
    EXPECT_EQ(count(), 1);
    EXPECT_EQ(transaction.exec("UPDATE candidate SET document = '{}'").affected_rows(), 0U);
    EXPECT_EQ(transaction.exec("DELETE FROM candidate").affected_rows(), 0U);
    transaction.commit();

    pqxx::work later{connection};
    later.exec(
        "SELECT set_config('jobscout.principal', 'ava', true), "
        "set_config('jobscout.firm', 'harbour', true)"
    );
    EXPECT_EQ(later.exec1("SELECT count(*) FROM candidate")[0].as<int>(), 0) << "nor after it";
}

/// A firm that may replace the document may not agree to anything with it.
TEST_F(Candidates, are_shown_to_employers_by_their_owner_alone) {
    store::FirmConsentStore consents{database_};
    const std::string id = candidates_.create(ana, "{}").id;
    consents.give(ana, id, "harbour", {.wording = "1", .may_replace = true}).value();
    pqxx::connection connection{test_database_.conninfo("jobscout_api")};
    pqxx::work transaction{connection};
    transaction.exec(
        "SELECT set_config('jobscout.principal', 'ava', true), "
        "set_config('jobscout.firm', 'harbour', true)"
    );
    transaction.exec(
        "INSERT INTO candidate_access (candidate_id, owner_id, what, viewer_role, viewer_id, "
        "viewer_name) VALUES ('" +
        id + "', 'ana', 'replaced', 'advisor', 'ava', 'harbour')"
    );
    EXPECT_EQ(transaction.exec("UPDATE candidate SET document = '{}'").affected_rows(), 1U);
    EXPECT_THROW(
        transaction.exec("UPDATE candidate SET shown_to_employers_at = now(), "
                         "shown_to_employers_wording = '1'"),
        pqxx::insufficient_privilege
    );
}

TEST_F(Candidates, are_deleted_by_their_owner_for_good) {
    using LoneSearches = store::CandidateStore::LoneSearches;
    const domain::Date day = domain::parse_date("2026-11-16").value();
    store::SavedSearchStore searches{database_};
    const std::string id = candidates_.create(ana, "{}").id;
    const std::string other = candidates_.create(ana, "{}").id;
    const auto save = [&](const std::optional<std::string>& candidate) {
        searches
            .create(
                ana,
                {.name = "n",
                 .candidate_id = candidate,
                 .match_order = candidate ? std::optional<std::string>{"fit"} : std::nullopt,
                 .query = "{}"}
            )
            .value();
    };
    save(id);
    save(std::nullopt);
    EXPECT_EQ(
        candidates_.remove(ben, id, day, LoneSearches::removed).error().kind, ErrorKind::not_found
    );
    EXPECT_EQ(candidates_.remove(ana, id, day, LoneSearches::removed)->saved_searches, 1);
    EXPECT_EQ(searches.list(ana).size(), 1U) << "there is another candidate still";
    EXPECT_FALSE(candidates_.find_own(ana, id));
    EXPECT_FALSE(candidates_.remove(ana, id, day, LoneSearches::removed));
    EXPECT_EQ(candidates_.remove(ana, other, day, LoneSearches::kept)->saved_searches, 0);
    EXPECT_EQ(searches.list(ana).size(), 1U);
    const std::string last = candidates_.create(ana, "{}").id;
    EXPECT_EQ(candidates_.remove(ana, last, day, LoneSearches::removed)->saved_searches, 1);
    EXPECT_TRUE(searches.list(ana).empty());
    EXPECT_THAT(
        support::table_dump(test_database_.conninfo()).at("candidate_deletion"),
        testing::HasSubstr("(" + store::sha256(id) + ",2026-11-16)")
    );
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
    const auto created = candidates.create(ben, "{}");
    EXPECT_FALSE(candidates.find_own(ana, created.id));
}

/// What the API's role may not do, statement by statement.
TEST_F(Candidates, and_postings_are_out_of_reach_of_the_api_beyond_its_grants) {
    for (const auto* const statement :
         {"TRUNCATE candidate",
          "UPDATE candidate SET owner_id = 'x'",
          "DELETE FROM candidate_firm_consent",
          "UPDATE candidate_firm_consent SET may_replace = true",
          "UPDATE candidate_agreement SET employer_id = 'x'",
          "DELETE FROM candidate_access",
          "UPDATE candidate_access SET what = 'shown'",
          "INSERT INTO candidate_access (seen_at) VALUES (now())",
          "SELECT * FROM candidate_deletion",
          "SET ROLE jobscout_shown",
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
