// Whose a posting is: what an employer may say, what only a reviewer decides, and what is left of
// it.

#include "sql/store/claim_store.hpp"

#include "sql/store/account_store.hpp"
#include "tests/sql/employers.hpp"
#include "tests/sql/owners.hpp"
#include "tests/sql/postings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using enum store::ClaimStore::Outcome;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class Claims : public testing::Test {
protected:
    Claims() {
        store::PostingStore postings{owned_};
        postings.write({record_of(small_posting("one")), record_of(small_posting("two"))});
    }

    store::ClaimStore::Claim claim(const std::string& account, const domain::PostingId posting) {
        return claims_
            .claim(
                {.account_id = account,
                 .posting_id = posting,
                 .domain = "exemple.example",
                 .link = "https://exemple.example/1"}
            )
            .value();
    }

    bool owns(const std::string& account, const domain::PostingId posting) {
        return claims_.owns({.id = account, .posting = posting});
    }

    std::vector<std::string> states(const std::int64_t id) {
        std::vector<std::string> result;
        const auto found = claims_.find(reviewer, id).value();
        for (const auto& event : found.history) {
            result.push_back(event.state + " by " + event.actor);
        }
        return result;
    }

    support::TestDatabase test_database_;
    store::Database owned_{{.conninfo = test_database_.conninfo("jobscout_owner")}};
    store::Database database_{{.conninfo = test_database_.conninfo("jobscout_api")}};
    store::ClaimStore claims_{database_};
    std::string hr_ = add_employer(test_database_, "hr");
    std::string rival_ = add_employer(test_database_, "rival");
};

TEST_F(Claims, make_a_posting_ones_own_once_a_reviewer_has_said_yes) {
    const auto made = claim(hr_, 1);
    EXPECT_EQ(made.state, "waiting");
    EXPECT_EQ(made.employer_name, "Exemple");
    EXPECT_EQ(claim(hr_, 1).id, made.id) << "said once";
    EXPECT_FALSE(owns(hr_, 1));
    EXPECT_THAT(claims_.waiting(reviewer, 0, 10), SizeIs(1));
    EXPECT_THAT(claims_.waiting(reviewer, made.id, 10), IsEmpty());

    EXPECT_EQ(claims_.decide(reviewer, made.id, "revoked", "x"), stands_otherwise);
    ASSERT_EQ(claims_.decide(reviewer, made.id, "accepted", "they answer the phone"), decided);
    EXPECT_EQ(claims_.list(hr_).at(0).state, "accepted");
    EXPECT_EQ(claims_.list(hr_).at(0).words, "they answer the phone");
    EXPECT_TRUE(owns(hr_, 1));
    EXPECT_FALSE(owns(hr_, 2));
    EXPECT_FALSE(owns(rival_, 1));
    EXPECT_THAT(claims_.waiting(reviewer, 0, 10), IsEmpty());

    ASSERT_EQ(claims_.decide(reviewer, made.id, "revoked", "it was somebody else"), decided);
    EXPECT_FALSE(owns(hr_, 1));
    EXPECT_THAT(
        states(made.id),
        ElementsAre("waiting by " + hr_, "accepted by reviewer-1", "revoked by reviewer-1")
    );
    EXPECT_EQ(claims_.list(hr_).at(0).words, "it was somebody else");
}

TEST_F(Claims, are_refused_and_can_be_made_again) {
    const auto first = claim(hr_, 1);
    ASSERT_EQ(claims_.decide(reviewer, first.id, "refused", "no answer"), decided);
    EXPECT_FALSE(owns(hr_, 1));
    EXPECT_EQ(claims_.decide(reviewer, first.id, "accepted", "after all"), stands_otherwise)
        << "what was decided stays so";
    EXPECT_NE(claim(hr_, 1).id, first.id);
    EXPECT_THAT(claims_.list(hr_), SizeIs(2));
    EXPECT_EQ(claims_.decide(reviewer, 99, "accepted", "x"), not_found);
}

TEST_F(Claims, leave_a_posting_to_one_employer) {
    const auto first = claim(hr_, 1);
    const auto second = claim(rival_, 1);
    ASSERT_EQ(claims_.decide(reviewer, first.id, "accepted", "x"), decided);
    EXPECT_EQ(claims_.decide(reviewer, second.id, "accepted", "x"), of_another);
    EXPECT_FALSE(owns(rival_, 1));
    ASSERT_TRUE(claims_.withdraw(hr_, 1));
    EXPECT_FALSE(owns(hr_, 1));
    EXPECT_EQ(claims_.decide(reviewer, second.id, "accepted", "x"), decided);
    EXPECT_TRUE(owns(rival_, 1));
    EXPECT_FALSE(claims_.withdraw(hr_, 1)) << "there is none any more";
}

TEST_F(Claims, end_with_the_account) {
    const auto accepted = claim(hr_, 1);
    ASSERT_EQ(claims_.decide(reviewer, accepted.id, "accepted", "x"), decided);
    claim(hr_, 2);
    ASSERT_TRUE(store::AccountStore{owned_}.disable("hr@exemple.example", store::Instant{}));
    EXPECT_FALSE(owns(hr_, 1));
    EXPECT_THAT(claims_.waiting(reviewer, 0, 10), IsEmpty());
    EXPECT_THAT(
        states(accepted.id),
        ElementsAre("waiting by " + hr_, "accepted by reviewer-1", "ended by disabling")
    );
}

TEST_F(Claims, are_seen_by_their_employer_and_by_reviewers_alone) {
    const auto made = claim(hr_, 1);
    EXPECT_THAT(claims_.list(rival_), IsEmpty());
    EXPECT_THAT(claims_.waiting({.id = rival_, .role = "employer"}, 0, 10), IsEmpty());
    EXPECT_THAT(claims_.waiting({.id = rival_, .role = "reviewer"}, 0, 10), IsEmpty())
        << "an account is believed its own role";
    EXPECT_THAT(claims_.find({.id = hr_, .role = "reviewer"}, made.id)->history, IsEmpty());
    EXPECT_THAT(claims_.waiting({.id = "ana", .role = ""}, 0, 10), IsEmpty());
    EXPECT_THAT(claims_.waiting({.id = "operator-1", .role = "operator"}, 0, 10), SizeIs(1));
}

/// Whatever a query asks: nobody decides their own claim, claims for another account or from an
/// address elsewhere, and what was noted stays.
TEST_F(Claims, are_held_by_the_database_whatever_a_query_asks) {
    const auto made = claim(hr_, 1);
    pqxx::connection api{test_database_.conninfo("jobscout_api")};
    const auto as = [&](const std::string& role, const std::string& statement) {
        pqxx::work transaction{api};
        transaction.exec(
            "SELECT set_config('jobscout.principal', '" + hr_ +
            "', true), set_config('jobscout.role', '" + role + "', true)"
        );
        return transaction.exec(statement).affected_rows();
    };
    const std::string decide =
        "UPDATE posting_claim SET decided_at = now(), words = 'x', decided_by = '" + hr_ + "'";
    for (const std::string role : {"employer", "reviewer", ""}) {
        EXPECT_THROW(as(role, decide + ", state = 'accepted'"), pqxx::insufficient_privilege);
    }
    EXPECT_THROW(as("", "UPDATE posting_claim SET posting_id = 2"), pqxx::insufficient_privilege);
    EXPECT_THROW(as("", "DELETE FROM posting_claim"), pqxx::insufficient_privilege);
    EXPECT_THROW(as("", "DELETE FROM posting_claim_event"), pqxx::insufficient_privilege);
    EXPECT_EQ(as("", "SELECT FROM posting_claim_event"), 0U);
    const auto insert = [&](const std::string& account, const std::string& domain) {
        return "INSERT INTO posting_claim (posting_id, account_id, employer_name, domain, link) "
               "VALUES (2, '" +
               account + "', 'x', '" + domain + "', 'x')";
    };
    EXPECT_THROW(as("", insert(rival_, "exemple.example")), pqxx::insufficient_privilege);
    EXPECT_THROW(as("", insert(hr_, "xemple.example")), pqxx::insufficient_privilege);
    EXPECT_EQ(as("", insert(hr_, "exemple.example")), 1U);
    pqxx::connection super{test_database_.conninfo()};
    pqxx::work transaction{super};
    EXPECT_THROW(transaction.exec("DELETE FROM posting_claim_event"), pqxx::restrict_violation);
    EXPECT_FALSE(owns(hr_, 1));
    EXPECT_EQ(claims_.list(hr_).at(0).id, made.id);
}

}  // namespace
