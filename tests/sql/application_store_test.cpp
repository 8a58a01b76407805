// Applications as the stores keep them: what the database lets an advisor do, and what nobody.

#include "sql/store/application_store.hpp"

#include "sql/store/firm_consent_store.hpp"
#include "tests/sql/owners.hpp"
#include "tests/sql/postings.hpp"
#include "tests/support/test_database.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

namespace {

using domain::ApplicationState;
using domain::ErrorKind;
using store::ApplicationStore;

class ApplicationsKept : public testing::Test {
protected:
    ApplicationsKept() {
        store::Database owned{{.conninfo = test_database_.conninfo("jobscout_owner")}};
        store::PostingStore postings{owned};
        postings.write({record_of(small_posting("one")), record_of(small_posting("two"))});
        firms_.give(ana, anas_, "harbour", {.wording = "1"}).value();
        id_ = applications_.create(ana, draft(1), noon, always)->application.id;
    }

    ApplicationStore::Draft draft(const domain::PostingId posting) const {
        return {
            .candidate_id = anas_,
            .posting_id = posting,
            .title = "Welder",
            .employer = "Exemple inc.",
            .due = std::nullopt,
            .note = ""};
    }

    ApplicationStore::Decide to(const ApplicationState state) const {
        return [state](const ApplicationStore::Application&) {
            return domain::Result<std::optional<ApplicationStore::Change>>{
                ApplicationStore::Change{.state = state, .due = std::nullopt, .note = ""}};
        };
    }

    /// A transaction of the API's role in which this advisor asks.
    static void begin(pqxx::work& transaction, const store::Owner& who) {
        transaction.exec(
            "SELECT set_config('jobscout.principal', '" + who.id +
            "', true), set_config('jobscout.firm', '" + who.firm + "', true)"
        );
    }

    std::string line(const store::Owner& who) const {
        return "INSERT INTO candidate_access (candidate_id, owner_id, what, viewer_role, "
               "viewer_id, viewer_name) VALUES ('" +
               anas_ + "', 'ana', 'applications', 'advisor', '" + who.id + "', '" + who.firm + "')";
    }

    support::TestDatabase test_database_;
    store::Database database_{{.conninfo = test_database_.conninfo("jobscout_api")}};
    store::CandidateStore candidates_{database_};
    store::FirmConsentStore firms_{database_};
    ApplicationStore applications_{database_};
    std::string anas_ = candidates_.create(ana, R"({"resume": {}})").id;
    std::string id_;
};

TEST_F(ApplicationsKept, are_reached_by_their_owner_and_the_firm_that_is_let) {
    EXPECT_EQ(applications_.find(ana, id_, always)->reach, store::Reach::own);
    EXPECT_EQ(applications_.find(advisor, id_, always)->reach, store::Reach::read_consented);
    EXPECT_EQ(applications_.find(stranger, id_, always).error().kind, ErrorKind::not_found);
    EXPECT_EQ(applications_.find(ben, id_, always).error().kind, ErrorKind::not_found);
    const store::Permits never = [](const std::string&, store::Reach) { return false; };
    EXPECT_FALSE(applications_.find(ana, id_, never));
    EXPECT_FALSE(applications_.change(ana, id_, noon, never, to(ApplicationState::sent)));
    EXPECT_FALSE(applications_.comment(ana, id_, "x", noon, never));
    EXPECT_FALSE(applications_.create(ana, draft(2), noon, never));
    EXPECT_FALSE(applications_.events(ana, id_, std::nullopt, 10, never));
    firms_.withdraw(ana, anas_, "harbour").value();
    EXPECT_FALSE(applications_.find(advisor, id_, always));
}

TEST_F(ApplicationsKept, are_sent_and_withdrawn_by_nobody_but_their_owner) {
    for (const auto state : {ApplicationState::sent, ApplicationState::withdrawn}) {
        EXPECT_THROW(
            (void)applications_.change(advisor, id_, noon, always, to(state)),
            pqxx::insufficient_privilege
        );
        EXPECT_EQ(applications_.find(ana, id_, always)->state, ApplicationState::draft);
    }
    ASSERT_TRUE(applications_.change(ana, id_, noon, always, to(ApplicationState::sent)));
    EXPECT_TRUE(applications_.change(advisor, id_, noon, always, to(ApplicationState::interview)));
}

TEST_F(ApplicationsKept, are_not_overwritten_by_who_read_them_before) {
    const auto changed =
        applications_
            .change(ana, id_, noon, always, [&](const ApplicationStore::Application& current) {
                // Somebody is quicker.
                EXPECT_TRUE(applications_.change(
                    advisor, id_, noon, always, to(ApplicationState::in_review)
                ));
                return to(ApplicationState::sent)(current);
            });
    ASSERT_FALSE(changed);
    EXPECT_EQ(changed.error().kind, ErrorKind::conflict);
    EXPECT_EQ(applications_.find(ana, id_, always)->state, ApplicationState::in_review);
    EXPECT_EQ(applications_.events(ana, id_, std::nullopt, 10, always)->size(), 2U);
}

TEST_F(ApplicationsKept, are_held_by_the_database_whatever_a_query_asks) {
    pqxx::connection connection{test_database_.conninfo("jobscout_api")};
    const std::string all = "SELECT id FROM application";
    {
        pqxx::work transaction{connection};
        begin(transaction, advisor);
        EXPECT_EQ(transaction.exec(all).size(), 0U) << "without a line of it";
        EXPECT_EQ(transaction.exec("SELECT * FROM application_event").size(), 0U);
        EXPECT_EQ(transaction.exec("UPDATE application SET due_for = NULL").affected_rows(), 0U);
        transaction.exec(line(advisor));
        EXPECT_EQ(transaction.exec(all).size(), 1U);
        EXPECT_EQ(transaction.exec("SELECT * FROM application_event").size(), 1U);
    }
    {
        pqxx::work transaction{connection};
        begin(transaction, stranger);
        EXPECT_EQ(transaction.exec("SELECT * FROM client_application").size(), 0U);
        EXPECT_THROW(transaction.exec(line(stranger)), pqxx::insufficient_privilege);
    }
    const auto refused = [&](const store::Owner& who, const std::string& statement) {
        pqxx::work transaction{connection};
        begin(transaction, who);
        EXPECT_THROW(transaction.exec(statement), pqxx::sql_error) << statement;
    };
    refused(ana, "UPDATE application_event SET words = 'other'");
    refused(ana, "DELETE FROM application_event");
    refused(ana, "DELETE FROM application");
    refused(ana, "UPDATE application SET title = 'other'");
    const auto event = [&](const std::string& state, const std::string& actor) {
        return "INSERT INTO application_event (application_id, candidate_id, owner_id, kind, "
               "state, words, actor_role, actor_id, made_at) VALUES ('" +
               id_ + "', '" + anas_ + "', 'ana', 'change', '" + state + "', '', 'candidate', '" +
               actor + "', now())";
    };
    refused(ana, event("sent", "ana"));   // Not as it stands,
    refused(ana, event("draft", "ben"));  // not by who asks,
    refused(ben, event("draft", "ben"));  // and not theirs.
}

}  // namespace
