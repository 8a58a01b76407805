// Which mail somebody agrees to: what was shown, when, and that it ends as easily as it began.

#include "tests/api/browser.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

namespace {

using api_test::annas_email;
using api_test::good_password;
using api_test::json_of;
using testing::HasSubstr;

constexpr const char* mail = "/v1/accounts/me/mail";

class MailWishes : public testing::Test {
protected:
    MailWishes() {
        api_test::register_candidate(room, annas_email, good_password);
        anna.sign_in(annas_email, good_password);
        const auto created = anna.ask("POST", "/v1/candidates", api_test::candidate_document());
        candidate = std::string{json_of(created).at("id").as_string()};
    }

    http::Response put(const std::string& members, const std::string& query = "") {
        return anna.ask("PUT", mail + query, "{" + members + "}");
    }
    std::string rounds(const std::string& of) const {
        return R"("rounds": {"wording": "mail_rounds_1", "candidate": ")" + candidate +
               R"(", "of": ")" + of + "\"}";
    }

    const std::string matches = R"("matches": {"wording": "mail_matches_1"})";
    api_test::Stand room;
    api_test::Browser anna{room};
    std::string candidate;
};

TEST_F(MailWishes, are_none_until_somebody_agrees_to_the_words_that_are_shown) {
    const auto before = json_of(anna.ask("GET", std::string{mail} + "?lang=fr"));
    EXPECT_TRUE(before.at("matches").is_null());
    EXPECT_TRUE(before.at("rounds").is_null());
    EXPECT_EQ(before.at("email_confirmed"), true);
    EXPECT_THAT(
        std::string{before.at("current").at("matches").at("text").as_string()},
        HasSubstr("un message par jour au plus")
    );
    const auto agreed = json_of(put(matches + ", " + rounds("all"), "?lang=fr"));
    EXPECT_EQ(agreed.at("matches").at("given_at"), "2026-11-16T12:00:00Z");
    EXPECT_EQ(agreed.at("rounds").at("of"), "all");
    EXPECT_EQ(agreed.at("history").at(0).at("language"), "fr");
    EXPECT_EQ(agreed.at("history").at(0).at("wording"), "mail_rounds_1");
}

TEST_F(MailWishes, are_kept_as_a_history_in_which_nothing_changes) {
    put(matches);
    room.pass(std::chrono::hours{1});
    EXPECT_EQ(json_of(put(matches)).at("matches").at("given_at"), "2026-11-16T12:00:00Z");
    const auto withdrawn = json_of(put(""));
    EXPECT_TRUE(withdrawn.at("matches").is_null());
    EXPECT_EQ(withdrawn.at("history").at(0).at("withdrawn_at"), "2026-11-16T13:00:00Z");
    EXPECT_EQ(json_of(put(matches)).at("history").as_array().size(), 2U);
    pqxx::connection connection{room.database().conninfo()};
    for (const std::string change :
         {"UPDATE mail_consent SET wording = 'other'",
          "UPDATE mail_consent SET withdrawn_at = NULL",
          "TRUNCATE mail_consent"}) {
        pqxx::work transaction{connection};
        EXPECT_THROW(transaction.exec(change), pqxx::sql_error) << change;
    }
}

TEST_F(MailWishes, refuse_what_cannot_be) {
    for (const auto& [members, field] : std::vector<std::pair<std::string, std::string>>{
             {R"("matches": {"wording": "mail_matches_0"})", "/matches/wording"},
             {R"("rounds": {"wording": "mail_rounds_1", "candidate": "x"})", "/rounds/candidate"},
             {R"("rounds": {"wording": "mail_rounds_1"})", "/rounds/candidate"},
             {R"("time_zone": "Nowhere/Land")", "/time_zone"},
             {R"("time_zone": "0")", "/time_zone"},
             {R"("hour": 24)", "/hour"},
             {R"("other": 1)", "/other"}}) {
        const auto answer = put(members);
        EXPECT_EQ(answer.status, 422U) << members;
        EXPECT_EQ(std::string{json_of(answer).at("pointer").as_string()}, field) << answer.body;
    }
    const std::string others{room.store_candidate("candidate-1").substr(15)};
    candidate = others;
    EXPECT_EQ(put(rounds("own")).status, 422U) << "somebody else's";
}

TEST_F(MailWishes, end_for_rounds_with_the_candidate) {
    put(matches + ", " + rounds("own"));
    anna.ask("DELETE", "/v1/candidates/" + candidate);
    const auto left = json_of(anna.ask("GET", mail));
    EXPECT_TRUE(left.at("rounds").is_null());
    EXPECT_TRUE(left.at("matches").is_object());
}

TEST_F(MailWishes, are_for_the_account_itself) {
    EXPECT_EQ(room.ask("GET", mail).status, 401U);
    EXPECT_EQ(room.ask_as("operator-1", "GET", mail).status, 401U);
    EXPECT_EQ(anna.ask_without_token("PUT", mail, "{}").status, 403U);
}

}  // namespace
