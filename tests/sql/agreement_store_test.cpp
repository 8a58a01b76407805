// Who a candidate is: told to the one employer, for the one posting, that the candidate agreed to.

#include "sql/store/agreement_store.hpp"

#include "tests/sql/employers.hpp"
#include "tests/sql/owners.hpp"
#include "tests/sql/postings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

namespace {

using domain::ErrorKind;
using testing::SizeIs;

class Agreement : public testing::Test {
protected:
    Agreement() {
        store::Database owned{{.conninfo = test_database_.conninfo("jobscout_owner")}};
        store::PostingStore postings{owned};
        postings.write({record_of(small_posting("one")), record_of(small_posting("two"))});
        give_posting(test_database_, hr_, 1);
        consents_.give(ana, anas_, "1").value();
        alias_ = consents_.record(harbour_, {{anas_, 80}})->at(0);
    }

    bool is_told(const store::Viewer& viewer) {
        return agreements_.contact(viewer, alias_).has_value();
    }

    support::TestDatabase test_database_;
    store::Database database_{{.conninfo = test_database_.conninfo("jobscout_api")}};
    store::CandidateStore candidates_{database_};
    store::ConsentStore consents_{database_};
    store::AgreementStore agreements_{database_};
    std::string hr_ = add_employer(test_database_, "hr");
    store::Viewer harbour_{.id = hr_, .posting = 1};
    std::string anas_ =
        candidates_
            .create(ana, R"({"resume": {"basics": {"name": "Zelda", "email": "z@z.example"}}})")
            .id;
    std::string alias_;
};

TEST_F(Agreement, is_asked_answered_and_taken_back) {
    const auto asked = agreements_.ask(harbour_, alias_).value();
    EXPECT_EQ(asked.agreed, std::nullopt);
    EXPECT_EQ(agreements_.ask(harbour_, alias_)->id, asked.id) << "asked once";
    EXPECT_FALSE(is_told(harbour_));
    ASSERT_THAT(agreements_.list(ana, anas_).value(), SizeIs(1));
    EXPECT_EQ(agreements_.list(ana, anas_)->at(0).employer, "Exemple inc.");

    const auto yes = agreements_.answer(ana, anas_, asked.id, "1").value();
    EXPECT_EQ(yes.agreed, true);
    EXPECT_TRUE(agreements_.has_agreed(harbour_, alias_));
    const auto contact = agreements_.contact(harbour_, alias_).value();
    EXPECT_EQ(contact.name, "Zelda");
    EXPECT_EQ(contact.email, "z@z.example");
    EXPECT_EQ(contact.phone, std::nullopt);
    EXPECT_EQ(consents_.views(ana, anas_, std::nullopt, 10).at(0).what, "contact");

    EXPECT_EQ(agreements_.answer(ana, anas_, asked.id, std::nullopt)->agreed, false);
    EXPECT_FALSE(is_told(harbour_));
    EXPECT_THAT(consents_.views(ana, anas_, std::nullopt, 10), SizeIs(2)) << "nothing was told";
}

TEST_F(Agreement, is_the_candidates_to_give) {
    const auto asked = agreements_.ask(harbour_, alias_).value();
    EXPECT_EQ(agreements_.answer(ben, anas_, asked.id, "1").error().kind, ErrorKind::not_found);
    EXPECT_EQ(agreements_.answer(ana, anas_, asked.id + 1, "1").error().kind, ErrorKind::not_found);
    EXPECT_FALSE(agreements_.list(ben, anas_));
    EXPECT_FALSE(is_told(harbour_));
}

TEST_F(Agreement, tells_no_other_employer_and_for_no_other_posting) {
    const auto asked = agreements_.ask(harbour_, alias_).value();
    agreements_.answer(ana, anas_, asked.id, "1").value();
    const store::Viewer stranger{.id = add_employer(test_database_, "stranger"), .posting = 1};
    EXPECT_FALSE(is_told(stranger));
    EXPECT_FALSE(is_told({.id = hr_, .posting = 2}));
    give_posting(test_database_, hr_, 2);
    EXPECT_FALSE(is_told({.id = hr_, .posting = 2})) << "another posting of theirs";
    EXPECT_FALSE(agreements_.ask(stranger, alias_));
    EXPECT_TRUE(is_told(harbour_));
}

TEST_F(Agreement, ends_with_the_consent_to_be_shown) {
    const auto asked = agreements_.ask(harbour_, alias_).value();
    agreements_.answer(ana, anas_, asked.id, "1").value();
    ASSERT_TRUE(consents_.withdraw(ana, anas_));
    EXPECT_FALSE(is_told(harbour_));
    consents_.give(ana, anas_, "1").value();
    alias_ = consents_.record(harbour_, {{anas_, 80}})->at(0);
    EXPECT_FALSE(is_told(harbour_)) << "nor does it begin again by itself";
}

/// The view tells nobody without a line that the candidate can see, and the line needs the yes.
TEST_F(Agreement, is_held_by_the_database_whatever_a_query_asks) {
    const auto asked = agreements_.ask(harbour_, alias_).value();
    pqxx::connection connection{test_database_.conninfo("jobscout_api")};
    const std::string begin = "SELECT set_config('jobscout.principal', '" + hr_ +
                              "', true), set_config('jobscout.posting', '1', true)";
    const std::string note =
        "INSERT INTO candidate_access (candidate_id, owner_id, what, viewer_role, viewer_id, "
        "posting_id) VALUES ('" +
        anas_ + "', 'ana', 'contact', 'employer', '" + hr_ + "', 1)";
    {
        pqxx::work transaction{connection};
        transaction.exec(begin);
        EXPECT_EQ(
            transaction.exec("UPDATE candidate_agreement SET agreed = true").affected_rows(), 0U
        );
        EXPECT_THROW(transaction.exec(note), pqxx::insufficient_privilege);
    }
    agreements_.answer(ana, anas_, asked.id, "1").value();
    pqxx::work transaction{connection};
    transaction.exec(begin);
    EXPECT_EQ(transaction.exec("SELECT * FROM agreed_contact").size(), 0U);
    transaction.exec(note);
    EXPECT_EQ(transaction.exec("SELECT * FROM agreed_contact").size(), 1U);
}

}  // namespace
