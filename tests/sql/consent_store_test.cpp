// Who is shown to employers: those who agree, and PostgreSQL itself keeps everybody else away.

#include "sql/store/consent_store.hpp"

#include "tests/sql/postings.hpp"
#include "tests/support/test_database.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

namespace {

using domain::ErrorKind;
using testing::IsEmpty;
using testing::SizeIs;

const store::Owner ana{.id = "ana"};
const store::Owner ben{.id = "ben"};
const store::ConsentStore::Viewer harbour{.role = "employer", .id = "harbour"};

class Consent : public testing::Test {
protected:
    Consent() {
        store::Database owned{{.conninfo = test_database_.conninfo("jobscout_owner")}};
        store::PostingStore postings{owned};
        postings.write({record_of(small_posting("one")), record_of(small_posting("two"))});
    }

    int count(pqxx::work& transaction, const std::string& from) {
        return transaction.exec1("SELECT count(*) FROM " + from)[0].as<int>();
    }

    support::TestDatabase test_database_;
    store::Database database_{{.conninfo = test_database_.conninfo("jobscout_api")}};
    store::CandidateStore candidates_{database_};
    store::ConsentStore consents_{database_};
    std::string anas_ = candidates_.create(ana, R"({"of": "ana"})").id;
    std::string bens_ = candidates_.create(ben, R"({"of": "ben"})").id;
};

TEST_F(Consent, is_none_until_it_is_given_and_none_once_it_is_taken_back) {
    EXPECT_EQ(consents_.find(ana, anas_).value(), std::nullopt);
    EXPECT_THAT(consents_.shown(std::nullopt, 10), IsEmpty());

    const auto given = consents_.give(ana, anas_, "1").value();
    EXPECT_EQ(given.wording, "1");
    EXPECT_EQ(consents_.give(ana, anas_, "1")->since, given.since);
    const auto shown = consents_.shown(std::nullopt, 10);
    ASSERT_THAT(shown, SizeIs(1));
    EXPECT_EQ(shown[0].id, anas_);
    EXPECT_THAT(consents_.shown(anas_, 10), IsEmpty());

    EXPECT_TRUE(consents_.withdraw(ana, anas_));
    EXPECT_EQ(consents_.find(ana, anas_).value(), std::nullopt);
    EXPECT_THAT(consents_.shown(std::nullopt, 10), IsEmpty());
}

TEST_F(Consent, is_the_owners_to_give) {
    EXPECT_EQ(consents_.give(ben, anas_, "1").error().kind, ErrorKind::not_found);
    EXPECT_EQ(consents_.find(ben, anas_).error().kind, ErrorKind::not_found);
    EXPECT_EQ(consents_.withdraw(ben, anas_).error().kind, ErrorKind::not_found);
    EXPECT_THAT(consents_.shown(std::nullopt, 10), IsEmpty());
}

/// The same as the API would ask, and anything else it might: with the conditions of its queries
/// left out, nobody else can be seen.
TEST_F(Consent, is_held_by_the_database_whatever_a_query_asks) {
    consents_.give(ana, anas_, "1").value();
    pqxx::connection api{test_database_.conninfo("jobscout_api")};
    pqxx::work transaction{api};
    transaction.exec("SELECT set_config('jobscout.asks_for_employer', 'on', true)");
    EXPECT_EQ(count(transaction, "candidate"), 1);
    EXPECT_EQ(count(transaction, "candidate WHERE shown_to_employers_at IS NULL"), 0);
    EXPECT_EQ(count(transaction, "candidate WHERE owner_id = 'ben'"), 0);
    EXPECT_EQ(
        transaction.exec("UPDATE candidate SET shown_to_employers_at = now()").affected_rows(), 0U
    ) << "an employer gives nobody's consent";
    EXPECT_EQ(count(transaction, "candidate_view"), 0);
    {
        pqxx::subtransaction attempt{transaction};
        EXPECT_THROW(
            attempt.exec(
                "INSERT INTO candidate_view (candidate_id, posting_id, viewer_role, viewer_id, "
                "fit) VALUES ('" +
                bens_ + "', 1, 'employer', 'harbour', 50)"
            ),
            pqxx::insufficient_privilege
        );
    }
    transaction.exec("SELECT set_config('jobscout.asks_for_employer', '', true)");
    EXPECT_EQ(count(transaction, "candidate"), 0);
}

TEST_F(Consent, shows_under_names_that_say_nothing) {
    consents_.give(ana, anas_, "1").value();
    consents_.give(ben, bens_, "1").value();
    const std::vector<store::ConsentStore::Seen> seen{{bens_, 90}, {anas_, 80}};
    const auto names = consents_.record(1, harbour, seen).value();
    ASSERT_THAT(names, SizeIs(2));
    EXPECT_NE(names[0], names[1]);
    EXPECT_EQ(consents_.record(1, harbour, seen).value(), names) << "the same for a posting";
    EXPECT_NE(consents_.record(2, harbour, seen).value(), names) << "and another for another";
    for (const std::string& name : names) {
        EXPECT_NE(name, anas_);
        EXPECT_NE(name, bens_);
    }
    EXPECT_TRUE(consents_.withdraw(ana, anas_));
    EXPECT_FALSE(consents_.record(1, harbour, seen)) << "nobody is shown against their will";
    consents_.give(ana, anas_, "1").value();
    const auto later = consents_.record(1, harbour, seen).value();
    EXPECT_EQ(later[0], names[0]);
    EXPECT_NE(later[1], names[1]) << "no later name is one of before";
}

TEST_F(Consent, lets_the_candidate_see_who_saw_them) {
    consents_.give(ana, anas_, "1").value();
    consents_.record(1, harbour, {{anas_, 80}}).value();
    consents_.record(2, {.role = "operator", .id = "otto"}, {{anas_, 70}}).value();
    const auto views = consents_.views(ana, anas_, std::nullopt, 10);
    ASSERT_THAT(views, SizeIs(2));
    EXPECT_EQ(views[0].viewer.role, "operator");
    EXPECT_EQ(views[1].viewer.id, "harbour");
    EXPECT_EQ(views[1].fit, 80);
    EXPECT_TRUE(views[1].hiring_organization);
    EXPECT_THAT(consents_.views(ana, anas_, views[0].id, 10), SizeIs(1));
    EXPECT_THAT(consents_.views(ben, anas_, std::nullopt, 10), IsEmpty());
    EXPECT_TRUE(consents_.withdraw(ana, anas_));
    EXPECT_THAT(consents_.views(ana, anas_, std::nullopt, 10), SizeIs(2)) << "what was, was";
}

TEST_F(Consent, leaves_a_trace_that_nobody_can_change) {
    consents_.give(ana, anas_, "1").value();
    consents_.record(1, harbour, {{anas_, 80}}).value();
    for (const auto* const role : {"jobscout_api", "jobscout_owner"}) {
        pqxx::connection connection{test_database_.conninfo(role)};
        for (const std::string statement :
             {"UPDATE candidate_view SET fit = 1", "TRUNCATE candidate_view"}) {
            pqxx::work transaction{connection};
            transaction.exec("SELECT set_config('jobscout.sees_all', 'on', true)");
            EXPECT_THROW(transaction.exec(statement), pqxx::sql_error) << role << statement;
        }
    }
    pqxx::connection connection{test_database_.conninfo("jobscout_api")};
    pqxx::work transaction{connection};
    EXPECT_THROW(transaction.exec("DELETE FROM candidate_view"), pqxx::insufficient_privilege);
}

}  // namespace
