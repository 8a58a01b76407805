// Invitations as the store keeps them: a request of agreements with words and a last day.

#include "sql/store/invitation_store.hpp"

#include "sql/store/interest_store.hpp"
#include "tests/sql/employers.hpp"
#include "tests/sql/owners.hpp"
#include "tests/sql/postings.hpp"

#include <gtest/gtest.h>
#include <pqxx/pqxx>

namespace {

using Outcome = store::InvitationStore::Outcome;

class InvitationsKept : public testing::Test {
protected:
    InvitationsKept() {
        store::Database owned{{.conninfo = test_database_.conninfo("jobscout_owner")}};
        store::PostingStore postings{owned};
        postings.write({record_of(small_posting("one")), record_of(small_posting("two"))});
        give_posting(test_database_, hr_, 1);
        consents_.give(ana, anas_, "1").value();
        alias_ = consents_.record(viewer_, {{anas_, 80}})->at(0);
    }

    void say(const bool interested) {
        interests_
            .say(
                viewer_,
                anas_,
                {.interested = interested, .reason = "language", .words = ""},
                {.fit = 80,
                 .document = R"({"en": {}})",
                 .rules = "2022-11-16",
                 .revision = 3,
                 .day = domain::parse_date("2026-11-16").value()}
            )
            .value();
    }

    domain::Result<store::InvitationStore::Invited> invite(const store::Viewer& viewer) {
        return invitations_.invite(viewer, alias_, "come", noon, noon + std::chrono::hours{24});
    }

    std::vector<store::InvitationStore::Invitation> of(const store::Owner& owner) {
        return invitations_.list(owner, std::nullopt, noon, std::nullopt, 10);
    }

    support::TestDatabase test_database_;
    store::Database database_{{.conninfo = test_database_.conninfo("jobscout_api")}};
    store::CandidateStore candidates_{database_};
    store::ConsentStore consents_{database_};
    store::InterestStore interests_{database_};
    store::AgreementStore agreements_{database_};
    store::InvitationStore invitations_{database_};
    std::string hr_ = add_employer(test_database_, "hr");
    store::Viewer viewer_{.id = hr_, .posting = 1};
    std::string anas_ = candidates_.create(ana, R"({"resume": {"basics": {"name": "Z"}}})").id;
    std::string alias_;
};

TEST_F(InvitationsKept, are_answered_where_agreements_are) {
    EXPECT_EQ(invite(viewer_)->outcome, Outcome::not_interested);
    say(true);
    EXPECT_EQ(invite(viewer_)->outcome, Outcome::made);
    EXPECT_EQ(invite(viewer_)->outcome, Outcome::there_already);
    ASSERT_EQ(of(ana).size(), 1U);
    EXPECT_TRUE(of(ben).empty());
    const auto id = of(ana).at(0).id;
    const store::InvitationStore::Answer yes{.wording = "1", .reason = ""};
    EXPECT_FALSE(invitations_.answer(ben, id, yes, noon, always));
    EXPECT_FALSE(invitations_.answer(ana, id, yes, noon, never));
    EXPECT_EQ(invitations_.answer(ana, id, yes, noon, always)->state, "accepted");
    EXPECT_TRUE(agreements_.contact(viewer_, alias_));
    agreements_.answer(ana, anas_, of(ana).at(0).agreement_id, std::nullopt).value();
    EXPECT_EQ(of(ana).at(0).state, "declined");
    EXPECT_EQ(invite(viewer_)->outcome, Outcome::answered);
}

TEST_F(InvitationsKept, are_of_no_other_employer_and_for_no_other_posting) {
    say(true);
    const store::Viewer rival{.id = add_employer(test_database_, "rival"), .posting = 1};
    EXPECT_FALSE(invite(rival));
    EXPECT_FALSE(invite({.id = hr_, .posting = 2}));
    ASSERT_TRUE(invite(viewer_));
    EXPECT_TRUE(invitations_.list(rival, noon, std::nullopt, 10).empty());
    EXPECT_EQ(invitations_.list(viewer_, noon, std::nullopt, 10).size(), 1U);
}

TEST_F(InvitationsKept, are_held_by_the_database_whatever_a_query_asks) {
    agreements_.ask(viewer_, alias_).value();
    pqxx::connection connection{test_database_.conninfo("jobscout_api")};
    const std::string as_employer = "SELECT set_config('jobscout.principal', '" + hr_ +
                                    "', true), set_config('jobscout.posting', '1', true)";
    const std::string insert =
        "INSERT INTO candidate_invitation (agreement_id, candidate_id, owner_id, posting_id, "
        "employer_id, turn, title, words, invited_at, expires_at) SELECT id, candidate_id, "
        "owner_id, posting_id, employer_id, 1, 'x', 'x', now(), now() + interval '1 day' FROM "
        "candidate_agreement";
    const auto is_taken = [&] {
        pqxx::work transaction{connection};
        transaction.exec(as_employer);
        try {
            return transaction.exec(insert).affected_rows() == 1;
        } catch (const pqxx::insufficient_privilege&) {
            return false;
        }
    };
    EXPECT_FALSE(is_taken()) << "nothing was said";
    say(false);
    EXPECT_FALSE(is_taken()) << "not of interest";
    say(true);
    EXPECT_TRUE(is_taken());
    agreements_.answer(ana, anas_, agreements_.list(ana, anas_)->at(0).id, std::nullopt).value();
    EXPECT_FALSE(is_taken()) << "they have said no";

    for (const std::string statement :
         {"UPDATE candidate_invitation SET words = 'other'",
          "UPDATE candidate_invitation SET expires_at = now()",
          "DELETE FROM candidate_invitation"}) {
        pqxx::work transaction{connection};
        transaction.exec(as_employer);
        EXPECT_THROW(transaction.exec(statement), pqxx::insufficient_privilege) << statement;
    }
}

}  // namespace
