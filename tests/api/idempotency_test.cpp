// Idempotency-Key: what is sent again is done once and answered the same; what nobody knows the end
// of is said to be so; and nothing of the answer can be read without the key.

#include "tests/api/browser.hpp"
#include "tests/api/stand.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <latch>
#include <thread>

namespace {

using api_test::ask_database;
using api_test::code_of;
using api_test::header;
using api_test::json_of;
using api_test::Stand;
using testing::HasSubstr;
using testing::Not;

const std::string searches = "/v1/saved-searches";
const std::string welding = R"({"name": "Welding", "query": {"q": "welder"}})";
const std::string nursing = R"({"name": "Nursing", "query": {"q": "nurse"}})";
const std::string key = "0d5f3c2e-8a41-4b7e-9c63-2f1a7be09d54";

class Idempotency : public testing::Test {
protected:
    http::Response save(
        const std::string& under,
        const std::string& body = welding,
        const std::string_view id = "candidate-1"
    ) const {
        return room.ask_as(id, "POST", searches, body, {{"Idempotency-Key", under}});
    }
    std::size_t saved(const std::string_view id = "candidate-1") const {
        return json_of(room.ask_as(id, "GET", searches)).at("items").as_array().size();
    }
    /// As a program leaves it that was killed at work.
    void forget_answers() const { ask_database(room, "UPDATE answered_request SET sealed = NULL"); }

    Stand room;
};

TEST_F(Idempotency, does_once_what_is_sent_twice_and_answers_the_same) {
    const auto first = save(key);
    ASSERT_EQ(first.status, 201U) << first.body;
    const auto second = save(key);
    EXPECT_EQ(second.status, 201U);
    EXPECT_EQ(second.body, first.body);
    EXPECT_EQ(second.content_type, first.content_type);
    EXPECT_EQ(second.headers, first.headers);
    EXPECT_FALSE(header(second, "Location").empty());
    EXPECT_EQ(saved(), 1U);
    EXPECT_EQ(save('"' + key + '"').body, first.body) << "as a structured field has it";
    EXPECT_EQ(saved(), 1U);

    EXPECT_NE(save("another-key-of-the-same").body, first.body);
    EXPECT_EQ(saved(), 2U);
    room.ask_as("candidate-1", "POST", searches, welding);
    room.ask_as("candidate-1", "POST", searches, welding);
    EXPECT_EQ(saved(), 4U) << "without a key";
}

TEST_F(Idempotency, answers_a_refusal_the_same_too) {
    const std::string wrong = R"({"name": "", "query": {}})";
    const auto first = save(key, wrong);
    ASSERT_EQ(first.status, 422U);
    EXPECT_EQ(save(key, wrong).body, first.body);
}

TEST_F(Idempotency, takes_a_key_for_one_request_only) {
    ASSERT_EQ(save(key).status, 201U);
    const auto other = save(key, nursing);
    EXPECT_EQ(other.status, 422U);
    EXPECT_EQ(code_of(other), "idempotency_key_reused");
    EXPECT_EQ(json_of(other).at("header"), "Idempotency-Key");
    const auto elsewhere = room.ask_as(
        "candidate-1",
        "POST",
        "/v1/candidates",
        api_test::candidate_document(),
        {{"Idempotency-Key", key}}
    );
    EXPECT_EQ(code_of(elsewhere), "idempotency_key_reused");
    EXPECT_EQ(saved(), 1U);
}

TEST_F(Idempotency, is_of_whom_it_is_alone) {
    const auto first = save(key);
    const auto of_another = save(key, welding, "candidate-2");
    ASSERT_EQ(of_another.status, 201U);
    EXPECT_NE(of_another.body, first.body);
    EXPECT_EQ(saved("candidate-2"), 1U);
    EXPECT_EQ(save(key, nursing, "candidate-2").status, 422U);
}

TEST_F(Idempotency, refuses_keys_that_others_could_guess_or_nobody_could_send) {
    for (const std::string& wrong :
         {std::string{"1"},
          std::string(15, 'x'),
          std::string(256, 'x'),
          "sixteen or more " + key,
          std::string{"\"\""},
          "clé-" + key,
          "\"" + key,
          key + "\\"}) {
        const auto refused = save(wrong);
        EXPECT_EQ(refused.status, 400U) << wrong;
        EXPECT_EQ(code_of(refused), "idempotency_key_malformed") << wrong;
    }
    EXPECT_EQ(saved(), 0U);
    EXPECT_EQ(save(std::string(16, 'x')).status, 201U);
    EXPECT_EQ(save(std::string(255, 'x')).status, 201U);
}

TEST_F(Idempotency, says_where_nobody_knows_whether_it_was_done) {
    save(key);
    forget_answers();
    const auto early = save(key);
    EXPECT_EQ(early.status, 409U);
    EXPECT_EQ(code_of(early), "request_in_flight");
    room.pass(std::chrono::minutes{1});
    EXPECT_EQ(code_of(save(key)), "request_in_doubt");
    EXPECT_EQ(saved(), 1U);
}

TEST_F(Idempotency, lasts_a_day) {
    save(key);
    room.pass(std::chrono::hours{24});
    save(key);
    EXPECT_EQ(saved(), 1U);
    room.pass(std::chrono::seconds{1});
    EXPECT_EQ(save(key, nursing).status, 201U);
    EXPECT_EQ(saved(), 2U);
    EXPECT_EQ(ask_database(room, "SELECT count(*) FROM answered_request"), "1");
}

TEST_F(Idempotency, lets_what_failed_be_asked_again) {
    ask_database(room, "REVOKE INSERT ON saved_search FROM jobscout_api");
    EXPECT_EQ(save(key).status, 503U);
    ask_database(room, "GRANT INSERT ON saved_search TO jobscout_api");
    EXPECT_EQ(save(key).status, 201U);
    EXPECT_EQ(saved(), 1U);
}

TEST_F(Idempotency, does_once_what_comes_at_the_same_time) {
    constexpr std::size_t callers = 8;
    std::vector<http::Response> answers(callers);
    {
        std::latch together{callers};
        std::vector<std::jthread> threads;
        for (http::Response& answer : answers) {
            threads.emplace_back([&] {
                together.arrive_and_wait();
                answer = save(key);
            });
        }
    }
    EXPECT_EQ(saved(), 1U);
    for (const http::Response& answer : answers) {
        EXPECT_TRUE(answer.status == 201 || code_of(answer) == "request_in_flight") << answer.body;
    }
}

TEST_F(Idempotency, keeps_nothing_that_can_be_read_without_the_key) {
    const std::string telling = R"({"name": "Kestrel", "query": {"q": "falconer"}})";
    const auto created = save(key, telling);
    ASSERT_EQ(created.status, 201U);
    const std::string id{json_of(created).at("id").as_string()};
    ASSERT_EQ(
        ask_database(room, "SELECT count(*) FROM answered_request WHERE sealed IS NOT NULL"), "1"
    );
    const std::string kept =
        ask_database(room, "SELECT row_to_json(answered_request) FROM answered_request");
    for (const std::string& text : {std::string{"Kestrel"}, std::string{"falconer"}, id, key}) {
        EXPECT_THAT(kept, Not(HasSubstr(text)));
    }
}

TEST_F(Idempotency, goes_with_the_account) {
    constexpr const char* email = "anna@mail.example";
    constexpr const char* password = "seven stones lie in the cove";
    api_test::register_candidate(room, email, password);
    api_test::Browser anna{room};
    anna.sign_in(email, password);
    anna.ask("POST", searches, welding, {{"Idempotency-Key", key}});
    ASSERT_EQ(ask_database(room, "SELECT count(*) FROM answered_request"), "1");
    anna.ask(
        "POST", "/v1/accounts/me/deletion", R"({"password": ")" + std::string{password} + "\"}"
    );
    EXPECT_EQ(ask_database(room, "SELECT count(*) FROM answered_request"), "0");
}

}  // namespace
