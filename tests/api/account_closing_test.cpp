// How accounts end: deleted by their owner, disabled by an operator; what goes, what stays, and who
// may do neither.

#include "tests/api/browser.hpp"
#include "tests/support/table_dump.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

namespace {

using api_test::annas_email;
using api_test::Browser;
using api_test::code_of;
using api_test::good_password;
using api_test::json_of;
using api_test::Stand;
using testing::HasSubstr;
using testing::Not;

constexpr const char* deletion = "/v1/accounts/me/deletion";

std::string proof(const std::string& password, const std::string& more = "") {
    return R"({"password": ")" + password + "\"" + more + "}";
}

class AccountClosing : public testing::Test {
protected:
    AccountClosing() {
        api_test::register_candidate(room, annas_email, good_password);
        anna.sign_in(annas_email, good_password);
        id = std::string{json_of(anna.ask("GET", "/v1/accounts/me")).at("id").as_string()};
    }

    Stand room;
    Browser anna{room};
    std::string id;
};

TEST_F(AccountClosing, by_its_owner_really_deletes_and_says_what_is_kept) {
    const auto created = anna.ask("POST", "/v1/candidates", api_test::candidate_document());
    const std::string candidate{json_of(created).at("id").as_string()};
    anna.ask("POST", "/v1/saved-searches", R"({"name": "distinctive", "query": {"q": "welder"}})");
    anna.ask("PUT", "/v1/accounts/me/mail", R"({"matches": {"wording": "mail_matches_1"}})");
    anna.ask(
        "POST", "/v1/api-tokens", R"({"name": "x", "scopes": ["candidates:read"], "days": 1})"
    );
    EXPECT_EQ(code_of(anna.ask("POST", deletion, proof("not it at all"))), "password_not_right");
    EXPECT_EQ(anna.ask("GET", "/v1/accounts/me").status, 200U);

    const auto gone = anna.ask("POST", deletion, proof(good_password));
    ASSERT_EQ(gone.status, 200U) << gone.body;
    EXPECT_EQ(json_of(gone).at("deleted").at("candidates"), 1);
    EXPECT_EQ(json_of(gone).at("deleted").at("saved_searches"), 1);
    EXPECT_EQ(json_of(gone).at("kept").at(0).at("what"), "account_deletion");
    EXPECT_EQ(json_of(gone).at("kept").at(1).at("what"), "deletion");
    EXPECT_EQ(anna.ask("GET", "/v1/accounts/me").status, 401U);
    EXPECT_EQ(anna.sign_in(annas_email, good_password).status, 401U);
    // One last mail says so, and goes with its sending.
    EXPECT_THAT(api_test::mails_to(room, annas_email).back(), HasSubstr("was deleted"));
    api_test::ask_database(room, "DELETE FROM mail_outbox RETURNING 1");
    for (const auto& [table, rows] : support::table_dump(room.database().conninfo())) {
        for (const std::string& trace :
             {id, candidate, std::string{annas_email}, std::string{"distinctive"}}) {
            EXPECT_THAT(rows, Not(HasSubstr(trace))) << table;
        }
    }
    EXPECT_EQ(api_test::ask_database(room, "SELECT count(*) FROM account_deletion"), "1");
    api_test::register_candidate(room, annas_email, good_password);
    EXPECT_EQ(anna.sign_in(annas_email, good_password).status, 201U) << "the address is free again";
}

TEST_F(AccountClosing, needs_the_second_factor_where_there_is_one) {
    const auto codes = anna.set_up_second_factor();
    EXPECT_EQ(code_of(anna.ask("POST", deletion, proof(good_password))), "code_not_right");
    EXPECT_EQ(
        code_of(anna.ask("POST", deletion, proof(good_password, R"(, "code": "000000")"))),
        "code_not_right"
    );
    room.pass(std::chrono::minutes{5});
    const std::string right = R"(, "recovery_code": ")" + codes.front() + "\"";
    EXPECT_EQ(anna.ask("POST", deletion, proof(good_password, right)).status, 200U);
}

TEST_F(AccountClosing, is_asked_by_its_own_pages_and_whole_sessions_only) {
    EXPECT_EQ(anna.ask_without_token("POST", deletion, proof(good_password)).status, 403U);
    EXPECT_EQ(room.ask("POST", deletion, proof(good_password)).status, 401U);
    EXPECT_EQ(room.ask_as("candidate-1", "POST", deletion, proof(good_password)).status, 401U);
}

TEST_F(AccountClosing, by_an_operator_ends_sessions_at_once_and_keeps_the_history) {
    const std::string account = "/v1/operator/accounts/" + id;
    const std::string reason = R"({"reason": "asked for advance fees"})";
    const auto decide = [&](const std::string& what, const std::string& body) {
        return room.ask_as("operator-1", "POST", account + "/" + what, body);
    };
    EXPECT_EQ(decide("disable", "{}").status, 422U) << "a reason is needed";
    EXPECT_EQ(decide("disable", reason).status, 204U);
    EXPECT_EQ(anna.ask("GET", "/v1/accounts/me").status, 401U);
    EXPECT_EQ(anna.sign_in(annas_email, good_password).status, 401U);
    EXPECT_EQ(decide("enable", R"({"reason": "a mistake"})").status, 204U);
    EXPECT_EQ(anna.sign_in(annas_email, good_password).status, 201U);
    const auto history =
        json_of(room.ask_as("operator-1", "GET", account + "/decisions")).at("items").as_array();
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history.at(0).at("decision"), "enable");
    EXPECT_EQ(history.at(1).at("reason"), "asked for advance fees");
    EXPECT_EQ(history.at(1).at("operator_id"), "operator-1");
    const std::string nobody = "/v1/operator/accounts/00000000-0000-4000-8000-000000000000/disable";
    EXPECT_EQ(room.ask_as("operator-1", "POST", nobody, reason).status, 404U);
}

TEST_F(AccountClosing, by_an_operator_is_for_operators_and_never_for_oneself) {
    const std::string reason = R"({"reason": "why"})";
    for (const auto& [role, who] : api_test::known) {
        if (role == "operator") {
            continue;
        }
        for (const char* const what : {"disable", "enable"}) {
            const std::string path = "/v1/operator/accounts/" + id + "/" + what;
            EXPECT_EQ(room.ask_as(who, "POST", path, reason).status, 403U) << who;
        }
        EXPECT_EQ(
            room.ask_as(who, "GET", "/v1/operator/accounts/" + id + "/decisions").status, 403U
        ) << who;
    }
    EXPECT_EQ(anna.ask("POST", "/v1/operator/accounts/" + id + "/disable", reason).status, 403U);
    EXPECT_EQ(room.ask("POST", "/v1/operator/accounts/" + id + "/disable", reason).status, 401U);
    const std::string self =
        api_test::add_account(room, "op@mail.example", "operator", good_password);
    Browser op{room};
    op.sign_in("op@mail.example", good_password);
    EXPECT_EQ(op.ask("POST", "/v1/operator/accounts/" + id + "/disable", reason).status, 403U)
        << "its second factor is missing";
    op.set_up_second_factor();
    EXPECT_EQ(op.ask("POST", "/v1/operator/accounts/" + self + "/disable", reason).status, 409U);
    EXPECT_EQ(op.ask("POST", "/v1/operator/accounts/" + id + "/disable", reason).status, 204U);
}

/// Whatever the program asks, a row goes for its own account only.
TEST_F(AccountClosing, is_held_by_the_database) {
    pqxx::connection connection{room.database().conninfo("jobscout_api")};
    {
        pqxx::work transaction{connection};
        transaction.exec("SELECT set_config('jobscout.email', 'anna@mail.example', true)");
        EXPECT_EQ(transaction.exec("DELETE FROM account").affected_rows(), 0U);
    }
    for (const std::string table :
         {"mail_consent",
          "mail_wish",
          "round_wish",
          "told_round",
          "mail_digest",
          "account_decision"}) {
        pqxx::work transaction{connection};
        EXPECT_TRUE(transaction.exec("SELECT * FROM " + table).empty()) << table;
    }
    pqxx::work transaction{connection};
    EXPECT_THROW(
        transaction.exec("SELECT decide_account('" + id + "', 'disable', 'w', 'o', now())"),
        pqxx::insufficient_privilege
    );
}

}  // namespace
