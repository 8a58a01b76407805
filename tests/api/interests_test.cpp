// What employers say of candidates, and what a person answers who asks about it.

#include "services/wire/interest_json.hpp"
#include "tests/api/browser.hpp"
#include "tests/api/people.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using api_test::code_of;
using api_test::json_of;
using api_test::Person;
using testing::HasSubstr;
using testing::Not;

class Interest : public testing::Test {
protected:
    http::Response say(const std::string& body) {
        return stand.ask_as("employer-1", "PUT", alias + "/interest", body);
    }

    boost::json::array list(const std::string& query = "") {
        return json_of(stand.ask_as("candidate-1", "GET", person.path + "/interests" + query))
            .at("items")
            .as_array();
    }

    api_test::Stand stand;
    Person person = api_test::settle(stand, "candidate-1");
    std::string alias = person.posting + "/candidates/" + person.alias;
};

TEST_F(Interest, is_kept_with_what_the_employer_was_shown) {
    const auto shown =
        json_of(stand.ask_as("employer-1", "GET", person.posting + "/candidates")).at("candidates");
    const auto said = list().at(0);
    EXPECT_FALSE(said.at("interested").as_bool());
    EXPECT_EQ(said.at("reason").at("code"), "experience");
    EXPECT_EQ(said.at("words"), "too little quibbling");
    EXPECT_EQ(said.at("employer"), "Example engineer (fictional)");
    EXPECT_EQ(said.at("why").at("fit"), shown.at(0).at("fit")) << "the very parts";
    EXPECT_EQ(said.at("why").at("gaps"), shown.at(0).at("gaps"));
    EXPECT_EQ(said.at("why").at("rules"), "2022-11-16");
    EXPECT_EQ(said.at("why").at("as_of").as_string(), api_test::today);
    EXPECT_GT(said.at("why").at("revision").as_int64(), 0);
    EXPECT_EQ(shown.at(0).at("interest").at("reason"), said.at("reason"));

    // It stays what it was, whatever becomes of the candidate and the day.
    ASSERT_EQ(
        stand.ask_as("candidate-1", "PUT", person.path, api_test::candidate_document()).status, 200U
    );
    EXPECT_EQ(list().at(0).at("why"), said.at("why"));
    EXPECT_THAT(
        boost::json::serialize(list("?lang=fr").at(0)),
        HasSubstr("a travaillé dans cette profession")
    );
}

TEST_F(Interest, is_changed_by_another_word_and_not_by_the_same) {
    const auto views = [&] {
        return json_of(stand.ask_as("candidate-1", "GET", person.path + "/views?limit=100"))
            .at("items")
            .as_array();
    };
    const auto seen = views().size();
    const auto said = list().size();
    EXPECT_EQ(say(std::string{api_test::said}).status, 200U);
    EXPECT_EQ(list().size(), said);
    EXPECT_EQ(views().size(), seen + 1) << "each reading is noted";
    EXPECT_EQ(views().at(0).at("what"), "shown");
    const auto changed = say(R"({"interested": true, "reason": "experience"})");
    EXPECT_TRUE(json_of(changed).at("interested").as_bool());
    EXPECT_TRUE(json_of(changed).at("words").is_null());
    ASSERT_EQ(list().size(), said + 1);
    EXPECT_TRUE(list().at(0).at("current").as_bool());
    EXPECT_FALSE(list().at(1).at("current").as_bool());
}

TEST_F(Interest, has_a_reason_that_has_to_do_with_the_job) {
    for (const std::string_view reason : wire::interest_reasons()) {
        const std::string body =
            R"({"interested": false, "reason": ")" + std::string{reason} + R"("})";
        EXPECT_EQ(say(body).status, 200U) << reason;
    }
    for (const std::string reason : {"age", "nationality", "family_status", "none", ""}) {
        const auto refused = say(R"({"interested": false, "reason": ")" + reason + R"("})");
        EXPECT_EQ(refused.status, 422U) << reason;
        EXPECT_EQ(json_of(refused).at("pointer"), "/reason");
    }
    EXPECT_EQ(say(R"({"interested": true, "reason": "position_filled"})").status, 422U);
    EXPECT_EQ(say(R"({"interested": false})").status, 422U);
    EXPECT_EQ(
        say(R"({"interested": true, "reason": "language", "words": ")" + std::string(301, 'x') +
            R"("})")
            .status,
        422U
    );
}

TEST_F(Interest, is_looked_at_by_a_person_where_the_candidate_asks) {
    const std::string review = person.path + "/interests/" + person.interest + "/review";
    const auto queue = [&] {
        return json_of(stand.ask_as("reviewer-1", "GET", "/v1/reviews/interests"))
            .at("items")
            .as_array();
    };
    EXPECT_TRUE(queue().empty());
    EXPECT_EQ(stand.ask_as("candidate-2", "POST", review, "{}").status, 404U);
    EXPECT_EQ(
        stand.ask_as("candidate-1", "POST", person.path + "/interests/99/review", "{}").status, 404U
    );
    const std::string words = R"({"words": "I have fourteen years of it"})";
    EXPECT_EQ(stand.ask_as("candidate-1", "POST", review, words).status, 201U);
    EXPECT_EQ(stand.ask_as("candidate-1", "POST", review, "{}").status, 200U) << "asked once";
    ASSERT_EQ(queue().size(), 1U);
    const std::string request =
        "/v1/reviews/interests/" + std::string{queue().at(0).at("id").as_string()};

    const auto read = stand.ask_as("reviewer-1", "GET", request);
    EXPECT_EQ(json_of(read).at("review").at("words"), "I have fourteen years of it");
    EXPECT_EQ(json_of(read).at("reason").at("code"), "experience");
    for (const std::string_view value : api_test::distinctive) {
        EXPECT_THAT(read.body, Not(HasSubstr(std::string{value})));
    }
    EXPECT_THAT(read.body, Not(HasSubstr(person.id)));
    EXPECT_THAT(read.body, Not(HasSubstr(person.alias)));
    const auto line = json_of(stand.ask_as("candidate-1", "GET", person.path + "/views?limit=1"));
    EXPECT_EQ(line.at("items").at(0).at("what"), "decision");
    EXPECT_EQ(line.at("items").at(0).at("viewer"), "reviewer");
    EXPECT_EQ(stand.ask_as("operator-1", "GET", request).status, 403U);

    const std::string answer = R"({"answer": "The employer counts from 2020 on."})";
    EXPECT_EQ(stand.ask_as("reviewer-1", "POST", request + "/answer", answer).status, 200U);
    EXPECT_EQ(list().at(0).at("review").at("answer"), "The employer counts from 2020 on.");
    const auto again = stand.ask_as("reviewer-1", "POST", request + "/answer?lang=fr", answer);
    EXPECT_EQ(again.status, 409U);
    EXPECT_EQ(code_of(again), "request_answered");
    EXPECT_TRUE(queue().empty());
}

TEST_F(Interest, is_the_candidates_alone_once_the_consent_is_taken_back) {
    EXPECT_EQ(stand.ask_as("candidate-1", "DELETE", person.path + "/consent").status, 204U);
    EXPECT_EQ(say(std::string{api_test::said}).status, 404U);
    EXPECT_EQ(list().size(), 2U) << "and they can still ask why";
    const auto gone = json_of(stand.ask_as("candidate-1", "DELETE", person.path));
    EXPECT_EQ(gone.at("deleted").at("interests"), 2);
}

}  // namespace
