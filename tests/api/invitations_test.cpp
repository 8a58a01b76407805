// An employer who is interested invites a candidate to say who they are; the answer is that to the
// request of the same employer for the same posting.

#include "tests/api/browser.hpp"
#include "tests/api/people.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using api_test::code_of;
using api_test::json_of;
using api_test::Stand;
using testing::HasSubstr;
using testing::Not;

constexpr std::chrono::hours a_day{24};

class Invitations : public testing::Test {
protected:
    Invitations() {
        room.ask_as("candidate-1", "PUT", candidate + "/consent", R"({"wording": "employers_1"})");
        const auto shown = json_of(room.ask_as("employer-1", "GET", posting + "/candidates"));
        alias = posting + "/candidates/" +
                std::string{shown.at("candidates").at(0).at("alias").as_string()};
    }

    void say(const bool interested) const {
        const std::string body = std::string{R"({"interested": )"} +
                                 (interested ? "true" : "false") + R"(, "reason": "experience"})";
        ASSERT_EQ(room.ask_as("employer-1", "PUT", alias + "/interest", body).status, 200U);
    }

    http::Response invite(const std::string& message = "come and see us") const {
        return room.ask_as(
            "employer-1", "POST", alias + "/invitation", R"({"message": ")" + message + "\"}"
        );
    }

    boost::json::value got() const {
        return json_of(room.ask_as("candidate-1", "GET", "/v1/invitations")).at("items").at(0);
    }
    boost::json::value sent() const {
        return json_of(room.ask_as("employer-1", "GET", posting + "/invitations"))
            .at("items")
            .at(0);
    }
    unsigned contact() const { return room.ask_as("employer-1", "GET", alias + "/contact").status; }

    http::Response answer(const std::string& body) const {
        const std::string id{got().at("id").as_string()};
        return room.ask_as("candidate-1", "PUT", "/v1/invitations/" + id + "/answer", body);
    }

    Stand room;
    std::string candidate = room.store_candidate("candidate-1");
    std::string posting = "/v1/postings/" + room.posting_id("engineer");
    std::string alias;
};

const std::string yes = R"({"accepted": true, "wording": "contact_1"})";
const std::string no = R"({"accepted": false, "reason": "too far"})";

TEST_F(Invitations, need_that_the_employer_is_interested) {
    EXPECT_EQ(code_of(invite()), "not_interested");
    say(true);
    say(false);
    EXPECT_EQ(code_of(invite()), "not_interested") << "the last word counts";
    say(true);
    EXPECT_EQ(invite().status, 201U);
    EXPECT_EQ(invite("once more").status, 200U) << "one is open";
    EXPECT_EQ(sent().at("message"), "come and see us");
    EXPECT_EQ(invite(std::string(1'001, 'x')).status, 422U);
}

TEST_F(Invitations, are_accepted_by_agreeing_to_that_employer) {
    say(true);
    const auto made = invite();
    EXPECT_THAT(made.body, Not(HasSubstr(candidate.substr(candidate.rfind('/') + 1))));
    EXPECT_EQ(json_of(made).at("state"), "open");
    EXPECT_EQ(json_of(made).at("invited_at"), "2026-11-16T12:00:00Z");
    EXPECT_EQ(json_of(made).at("expires_at"), "2026-12-16T12:00:00Z");
    EXPECT_EQ(got().at("employer"), "Example engineer (fictional)");
    EXPECT_EQ(got().at("title"), "Software engineer");
    EXPECT_EQ(contact(), 404U);
    EXPECT_EQ(answer(R"({"accepted": true})").status, 422U) << "to which words?";

    const auto accepted = answer(yes);
    ASSERT_EQ(accepted.status, 200U) << accepted.body;
    EXPECT_EQ(json_of(accepted).at("state"), "accepted");
    EXPECT_EQ(sent().at("state"), "accepted");
    EXPECT_EQ(contact(), 200U);
    EXPECT_EQ(invite().status, 200U);
    const auto agreements = json_of(room.ask_as("candidate-1", "GET", candidate + "/agreements"));
    ASSERT_EQ(agreements.at("items").as_array().size(), 1U) << "one answer, at two addresses";
    EXPECT_EQ(agreements.at("items").at(0).at("id"), got().at("agreement"));
    EXPECT_EQ(agreements.at("items").at(0).at("agreed"), true);

    // Taken back where agreements are.
    const std::string agreement{got().at("agreement").as_string()};
    const std::string path = candidate + "/agreements/" + agreement;
    room.ask_as("candidate-1", "PUT", path, R"({"agreed": false})");
    EXPECT_EQ(sent().at("state"), "declined");
    EXPECT_EQ(contact(), 404U);
}

TEST_F(Invitations, are_declined_once_and_not_sent_again) {
    say(true);
    invite();
    EXPECT_EQ(json_of(answer(no)).at("state"), "declined");
    EXPECT_EQ(sent().at("state"), "declined");
    EXPECT_EQ(sent().at("reason"), "too far");
    EXPECT_EQ(contact(), 404U);
    EXPECT_EQ(code_of(invite()), "answered_before");
    EXPECT_EQ(json_of(answer(yes)).at("state"), "accepted") << "the candidate may think again";
    EXPECT_EQ(sent().at("reason"), nullptr);
}

TEST_F(Invitations, expire_after_thirty_days_and_can_be_sent_again) {
    say(true);
    invite();
    room.pass(30 * a_day - std::chrono::seconds{1});
    EXPECT_EQ(got().at("state"), "open");
    room.pass(std::chrono::seconds{1});
    EXPECT_EQ(got().at("state"), "expired");
    EXPECT_EQ(code_of(answer(yes)), "invitation_expired");
    EXPECT_EQ(contact(), 404U);
    EXPECT_EQ(invite("once more").status, 201U);
    EXPECT_EQ(json_of(answer(yes)).at("message"), "once more");
    const auto all = json_of(room.ask_as("candidate-1", "GET", "/v1/invitations")).at("items");
    EXPECT_EQ(all.at(0).at("state"), "accepted");
    EXPECT_EQ(all.at(1).at("state"), "expired");
}

TEST_F(Invitations, are_between_those_two_alone_and_go_with_the_candidate) {
    say(true);
    invite("bumbershoot");
    const std::string path =
        "/v1/invitations/" + std::string{got().at("id").as_string()} + "/answer";
    EXPECT_EQ(room.ask_as("candidate-2", "PUT", path, no).status, 404U);
    EXPECT_EQ(room.ask_as("employer-1", "PUT", path, no).status, 403U);
    EXPECT_TRUE(
        json_of(room.ask_as("candidate-2", "GET", "/v1/invitations")).at("items").as_array().empty()
    );
    for (const std::string who : {"employer-2", "employer-3", "employer-4"}) {
        EXPECT_EQ(room.ask_as(who, "GET", posting + "/invitations").status, 404U) << who;
        EXPECT_EQ(room.ask_as(who, "POST", alias + "/invitation", "{}").status, 404U) << who;
    }
    // Who is not shown any more has no name there.
    room.ask_as("candidate-1", "DELETE", candidate + "/consent");
    EXPECT_THAT(
        room.ask_as("employer-1", "GET", posting + "/invitations").body,
        Not(HasSubstr("bumbershoot"))
    );
    EXPECT_EQ(got().at("state"), "declined");
    const auto gone = json_of(room.ask_as("candidate-1", "DELETE", candidate));
    EXPECT_EQ(gone.at("deleted").at("invitations"), 1);
}

}  // namespace
