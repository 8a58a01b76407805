// Messages as the store keeps them: between a candidate and one firm, as long as it is let read.

#include "sql/store/message_store.hpp"

#include "sql/store/firm_consent_store.hpp"
#include "tests/sql/owners.hpp"
#include "tests/support/test_database.hpp"

#include <gtest/gtest.h>
#include <pqxx/pqxx>

namespace {

class MessagesKept : public testing::Test {
protected:
    MessagesKept() { firms_.give(ana, anas_, "harbour", {.wording = "1"}).value(); }

    bool writes(const store::Owner& who, const store::Permits& permits = always) {
        const auto written = messages_.write(
            who, thread_, {.words = "quincunx", .about = std::nullopt}, noon, permits
        );
        return written && written->has_value();
    }

    bool reads(const store::Owner& who, const store::Permits& permits = always) {
        return messages_.list(who, thread_, std::nullopt, 10, permits).has_value();
    }

    support::TestDatabase test_database_;
    store::Database database_{{.conninfo = test_database_.conninfo("jobscout_api")}};
    store::CandidateStore candidates_{database_};
    store::FirmConsentStore firms_{database_};
    store::MessageStore messages_{database_};
    std::string anas_ = candidates_.create(ana, R"({"resume": {}})").id;
    store::MessageStore::Address thread_{.candidate_id = anas_, .firm = "harbour"};
};

TEST_F(MessagesKept, are_for_the_two_sides_alone) {
    for (const auto& who : {ana, advisor}) {
        EXPECT_TRUE(writes(who));
        EXPECT_TRUE(reads(who));
        EXPECT_FALSE(writes(who, never));
        EXPECT_FALSE(reads(who, never));
        EXPECT_FALSE(messages_.mark_read(who, thread_, 1, noon, never));
    }
    for (const auto& who : {ben, stranger}) {
        EXPECT_FALSE(writes(who));
        EXPECT_FALSE(reads(who));
        EXPECT_FALSE(messages_.mark_read(who, thread_, 1, noon, always));
        EXPECT_TRUE(messages_.threads(who, std::nullopt, 10).empty());
    }
    firms_.withdraw(ana, anas_, "harbour").value();
    EXPECT_FALSE(writes(ana));
    EXPECT_TRUE(reads(ana));
    EXPECT_FALSE(writes(advisor));
    EXPECT_FALSE(reads(advisor));
}

TEST_F(MessagesKept, have_marks_that_go_forward_only) {
    for (int i = 0; i < 3; ++i) {
        ASSERT_TRUE(writes(advisor));
    }
    const auto unread = [&] { return messages_.threads(ana, std::nullopt, 10).at(0).unread; };
    EXPECT_EQ(unread(), 3);
    messages_.mark_read(ana, thread_, 2, noon, always).value();
    EXPECT_EQ(unread(), 1);
    messages_.mark_read(ana, thread_, 1, noon, always).value();
    EXPECT_EQ(unread(), 1);
    const auto all = messages_.list(advisor, thread_, std::nullopt, 10, always).value();
    EXPECT_FALSE(all.at(0).read_by_other);
    EXPECT_TRUE(all.at(1).read_by_other);
}

TEST_F(MessagesKept, are_held_by_the_database_whatever_a_query_asks) {
    ASSERT_TRUE(writes(ana));
    pqxx::connection connection{test_database_.conninfo("jobscout_api")};
    const auto as = [](pqxx::work& transaction, const store::Owner& who) {
        transaction.exec(
            "SELECT set_config('jobscout.principal', '" + who.id +
            "', true), set_config('jobscout.firm', '" + who.firm + "', true)"
        );
    };
    const auto seen_by = [&](const store::Owner& who) {
        pqxx::work transaction{connection};
        as(transaction, who);
        return transaction.exec("SELECT * FROM message").size();
    };
    const auto refused = [&](const store::Owner& who, const std::string& statement) {
        pqxx::work transaction{connection};
        as(transaction, who);
        EXPECT_THROW(transaction.exec(statement), pqxx::sql_error) << who.id << statement;
    };
    const auto insert = [&](const std::string& party, const std::string& author) {
        return "INSERT INTO message (candidate_id, owner_id, firm, party, author_id, words, "
               "made_at) VALUES ('" +
               anas_ + "', 'ana', 'harbour', '" + party + "', '" + author + "', 'x', now())";
    };
    EXPECT_EQ(seen_by(ana), 1U);
    EXPECT_EQ(seen_by(advisor), 1U);
    EXPECT_EQ(seen_by(ben), 0U);
    EXPECT_EQ(seen_by(stranger), 0U);
    refused(advisor, insert("owner", "ana"));
    refused(advisor, insert("firm", "advisor-3"));
    refused(stranger, insert("firm", "advisor-2"));
    refused(ben, insert("owner", "ben"));
    refused(ana, insert("firm", "ana"));
    refused(ana, "UPDATE message SET words = 'other'");
    refused(ana, "DELETE FROM message");
    firms_.withdraw(ana, anas_, "harbour").value();
    EXPECT_EQ(seen_by(ana), 1U);
    EXPECT_EQ(seen_by(advisor), 0U);
    refused(ana, insert("owner", "ana"));
    refused(advisor, insert("firm", "advisor-1"));
}

}  // namespace
