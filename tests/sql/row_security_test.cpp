// What the API's role can see and write, asked of PostgreSQL itself: no query of the program,
// however it is written, can serve what is not verified.

#include "sql/store/review_store.hpp"
#include "tests/sql/postings.hpp"
#include "tests/support/test_database.hpp"
#include "tests/support/values.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

#include <fstream>
#include <iterator>

namespace {

using support::day;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

class RowSecurity : public testing::Test {
protected:
    RowSecurity() {
        store::PostingStore postings{database_};
        postings.write(
            {record_of(small_posting("verified")),
             held_back(record_of(small_posting("held"))),
             record_of(small_posting("lapsed"))}
        );
        for (const char* key : {"verified", "held", "lapsed"}) {
            ids_.push_back(postings.history(key).at(0).posting.id);
        }
        store::TrustStore trust{database_};
        trust.write(
            {{.id = ids_[2],
              .verdicts = trust.to_verify(ids_[2])->verdicts,
              .state =
                  store::Verification::State{
                      .verified = true, .lapsed_on = day("2026-11-16"), .history = "lapsed"}}},
            day("2026-11-16")
        );
    }

    std::vector<std::string> seen(pqxx::work& transaction, const std::string& query) {
        std::vector<std::string> keys;
        for (const auto& row : transaction.exec(query)) {
            keys.emplace_back(row["source_id"].c_str());
        }
        return keys;
    }

    void may(const std::string& statement) {
        pqxx::work transaction{api_};
        EXPECT_NO_THROW(transaction.exec(statement)) << statement;
    }

    void may_not(const std::string& statement, const std::string& why = "permission denied") {
        SCOPED_TRACE(statement);
        pqxx::work transaction{api_};
        try {
            transaction.exec(statement);
            ADD_FAILURE() << "it was accepted";
        } catch (const pqxx::sql_error& error) {
            EXPECT_THAT(error.what(), HasSubstr(why));
        }
    }

    support::TestDatabase test_database_;
    store::Database database_{{.conninfo = test_database_.conninfo("jobscout_owner")}};
    pqxx::connection api_{test_database_.conninfo("jobscout_api")};
    std::vector<domain::PostingId> ids_;
};

TEST_F(RowSecurity, shows_verified_postings_only_whatever_is_asked) {
    pqxx::work transaction{api_};
    for (const std::string query :
         {"SELECT * FROM posting",
          "SELECT * FROM posting WHERE NOT verified OR verified",
          "SELECT * FROM posting WHERE evidence_lapsed_on IS NOT NULL OR true",
          "SELECT * FROM posting RIGHT JOIN posting_trust ON posting_id = id WHERE id IS NOT NULL",
          "SELECT posting.* FROM posting JOIN quarantine ON true"}) {
        EXPECT_THAT(seen(transaction, query), ElementsAre("verified")) << query;
    }
}

TEST_F(RowSecurity, shows_all_to_a_transaction_that_says_so_and_to_none_after_it) {
    const std::string query = "SELECT * FROM posting ORDER BY id";
    {
        pqxx::work transaction{api_};
        transaction.exec("SELECT set_config('jobscout.sees_unverified', 'on', true)");
        EXPECT_THAT(seen(transaction, query), UnorderedElementsAre("verified", "held", "lapsed"));
        transaction.commit();
    }
    pqxx::work transaction{api_};
    EXPECT_THAT(seen(transaction, query), ElementsAre("verified"));
    transaction.exec("SELECT set_config('jobscout.sees_unverified', 'yes', true)");
    EXPECT_THAT(seen(transaction, query), ElementsAre("verified")) << "'on' and nothing else";
}

TEST_F(RowSecurity, lets_the_api_append_reports_and_reviews_and_change_nothing) {
    const std::string report =
        "INSERT INTO posting_report (posting_id, kind, words) VALUES (1, 'closed', '')";
    const std::string review =
        "INSERT INTO posting_review (posting_id, decision, check_name, sha256, reviewer, words) "
        "VALUES (1, 'note', '', repeat('0', 64), 'one', 'seen')";
    may(report);
    may(review);
    may_not(
        "INSERT INTO posting_report (posting_id, kind, words, made_at) VALUES (1, 'closed', '', "
        "'epoch')"
    );
    may_not(
        "INSERT INTO posting_review (posting_id, decision, check_name, sha256, reviewer, words, "
        "made_at) "
        "VALUES (1, 'note', '', repeat('0', 64), 'one', 'seen', 'epoch')"
    );
    for (const std::string table : {"posting_report", "posting_review"}) {
        may_not("UPDATE " + table + " SET words = 'other'");
        may_not("DELETE FROM " + table);
        may_not("TRUNCATE " + table);
    }
    may_not("UPDATE posting SET verified = true");
    may_not("DELETE FROM posting");
    may_not("UPDATE posting_trust SET verdicts = 'p'");
    may_not("INSERT INTO verification_basis (content) VALUES ('{}')");
    may_not("DELETE FROM posting_history");
    may_not("DELETE FROM quarantine");
    may_not("ALTER TABLE posting DISABLE ROW LEVEL SECURITY", "must be owner");
    may_not("SELECT raw FROM posting_record");
}

TEST_F(RowSecurity, takes_a_posting_out_only_if_somebody_rejected_it) {
    const std::string take_out =
        "SELECT take_out(" + std::to_string(ids_[0]) + ", '2026-11-16', 'why')";
    may_not(take_out, "posting " + std::to_string(ids_[0]) + " is not rejected");
    may_not("SELECT take_out(999999, '2026-11-16', 'why')", "posting 999999 is not rejected");
    const std::string note =
        "INSERT INTO posting_review (posting_id, decision, check_name, sha256, reviewer, words) "
        "SELECT posting_id, 'note', '', sha256, 'one', 'seen' FROM posting_record";
    {
        pqxx::work transaction{api_};
        transaction.exec(note);
        transaction.commit();
    }
    may_not(take_out, "is not rejected");
}

/// A cast of what is asked for stands between the policy and the index: postings are found by their
/// ids, not by reading all of them. With sequential scans off there is none where there is a way.
TEST_F(RowSecurity, lets_postings_be_found_by_their_ids) {
    pqxx::work transaction{api_};
    transaction.exec("SET LOCAL enable_seqscan = off");
    const std::string ids = "'[\"" + std::to_string(ids_[0]) + "\"]'";
    for (const auto& [name, arguments] : std::vector<std::pair<std::string, std::string>>{
             {"posting/find_postings", ids},
             {"posting/find_served", ids + ", '2026-11-16'"},
             {"trust/list_cards", ids},
             {"trust/list_served_states", ids + ", '2026-11-16'"}}) {
        std::ifstream file{REPOSITORY_ROOT "/sql/queries/" + name + ".sql"};
        const std::string query{std::istreambuf_iterator<char>{file}, {}};
        ASSERT_FALSE(query.empty()) << name;
        const std::string prepared = name.substr(name.find('/') + 1);
        transaction.exec("PREPARE " + prepared + " AS " + query);
        std::string plan;
        for (const auto& row :
             transaction.exec("EXPLAIN EXECUTE " + prepared + "(" + arguments + ")")) {
            plan += std::string{row[0].c_str()} + "\n";
        }
        EXPECT_THAT(plan, HasSubstr("Index")) << name;
        EXPECT_THAT(plan, testing::Not(HasSubstr("Seq Scan on posting"))) << name << "\n" << plan;
    }
}

TEST_F(RowSecurity, refuses_decisions_that_are_none) {
    const auto insert =
        [](const std::string& decision, const std::string& check, const std::string& reviewer) {
            return "INSERT INTO posting_review (posting_id, decision, check_name, sha256, "
                   "reviewer, words) "
                   "VALUES (1, '" +
                   decision + "', '" + check + "', repeat('0', 64), '" + reviewer + "', 'w')";
        };
    may_not(insert("clear", "", "one"), "posting_review_of_check");
    may_not(insert("reject", "fees", "one"), "posting_review_of_check");
    may_not(insert("approve", "", "one"), "posting_review_decision_known");
    may_not(insert("note", "", ""), "posting_review_signed");
    may_not(
        "INSERT INTO posting_report (posting_id, kind, words) VALUES (1, 'nonsense', '')",
        "posting_report_kind_known"
    );
    may_not(
        "INSERT INTO posting_report (posting_id, kind, words) VALUES (1, 'other', repeat('x', "
        "1001))",
        "posting_report_words_short"
    );
}

}  // namespace
