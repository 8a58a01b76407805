// An employer and a candidate from the first day to the last, as browsers: what each of them, and
// everybody else, saw before and after every step.

#include "tests/api/browser.hpp"
#include "tests/api/people.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using api_test::Browser;
using api_test::good_password;
using api_test::json_of;
using api_test::mailed_token;
using testing::HasSubstr;
using testing::Not;

Browser newcomer(const api_test::Stand& room, const std::string& email, const std::string& rest) {
    Browser browser{room, "192.0.2.60"};
    const std::string said = R"(", "password": ")" + std::string{good_password} + R"(")";
    EXPECT_EQ(
        browser.ask("POST", "/v1/accounts", R"({"email": ")" + email + said + rest + "}").status,
        202U
    );
    EXPECT_EQ(browser.sign_in(email, good_password).status, 401U) << "not confirmed";
    const std::string token = mailed_token(room, email);
    EXPECT_EQ(
        browser.ask("POST", "/v1/accounts/verification", R"({"token": ")" + token + said + "}")
            .status,
        204U
    );
    EXPECT_EQ(browser.sign_in(email, good_password).status, 201U);
    return browser;
}

/// What each sees: the employer's list, the contact, and who may not look at all.
struct SeenOfCandidates {
    unsigned listed = 404;
    std::size_t shown = 0;
    unsigned contact = 404;
    std::size_t decisions = 0;  ///< To the candidate.
    bool operator==(const SeenOfCandidates&) const = default;
};

class EmployerStory : public testing::Test {
protected:
    SeenOfCandidates look() {
        const auto list = employer.ask("GET", posting + "/candidates");
        SeenOfCandidates seen{.listed = list.status};
        if (list.status == 200) {
            const auto candidates = json_of(list).at("candidates").as_array();
            seen.shown = candidates.size();
            alias = candidates.empty() ? alias : candidates[0].at("alias").as_string().c_str();
        }
        const std::string one = posting + "/candidates/" + alias;
        seen.contact = employer.ask("GET", one + "/contact").status;
        const auto said = json_of(candidate.ask("GET", path + "/interests"));
        seen.decisions = said.at("items").as_array().size();
        for (const std::string_view value : api_test::distinctive) {
            EXPECT_THAT(list.body, Not(HasSubstr(std::string{value})));
        }
        for (const std::string who : {"employer-1", "employer-2", "employer-3", "employer-4"}) {
            EXPECT_EQ(room.ask_as(who, "GET", posting + "/candidates").status, 404U) << who;
            EXPECT_EQ(room.ask_as(who, "GET", one + "/contact").status, 404U) << who;
        }
        for (const std::string who : {"reviewer-1", "operator-1"}) {
            EXPECT_EQ(room.ask_as(who, "GET", path).status, 403U) << who;
            EXPECT_EQ(room.ask_as(who, "GET", path + "/interests").status, 403U) << who;
            EXPECT_EQ(room.ask_as(who, "GET", posting + "/candidates").status, 403U) << who;
        }
        EXPECT_EQ(room.ask_as("candidate-2", "GET", path + "/interests").status, 404U);
        return seen;
    }

    std::string newest_view() {
        const auto views = json_of(candidate.ask("GET", path + "/views?limit=1")).at("items");
        return std::string{views.at(0).at("viewer").as_string()} + " " +
               std::string{views.at(0).at("what").as_string()};
    }

    api_test::Stand room;
    std::string posting = "/v1/postings/" + room.posting_id("nurse");
    Browser candidate = newcomer(room, "zelda@mail.example", "");
    Browser employer = newcomer(
        room, "hr@jobs.example", R"(, "role": "employer", "employer_name": "Nurses Inc.")"
    );
    std::string path;
    std::string alias = "00000000-0000-4000-8000-000000000000";
};

TEST_F(EmployerStory, from_the_first_day_to_the_last) {
    path =
        api_test::header(candidate.ask("POST", "/v1/candidates", api_test::person()), "Location");
    ASSERT_EQ(
        candidate.ask("PUT", path + "/consent", R"({"wording": "employers_1"})").status, 200U
    );
    employer.set_up_second_factor();
    SeenOfCandidates seen;
    EXPECT_EQ(look(), seen) << "an account alone";

    const auto claimed = employer.ask("POST", posting + "/claim", "{}");
    ASSERT_EQ(claimed.status, 200U) << claimed.body;
    EXPECT_EQ(look(), seen) << "a claim alone";

    const std::string claim =
        "/v1/reviews/claims/" + std::string{json_of(claimed).at("id").as_string()};
    const std::string yes = R"({"decision": "accept", "note": "called back by their switchboard"})";
    EXPECT_EQ(room.ask_as("candidate-2", "POST", claim + "/decisions", yes).status, 403U);
    EXPECT_EQ(employer.ask("POST", claim + "/decisions", yes).status, 403U);
    ASSERT_EQ(room.ask_as("reviewer-1", "POST", claim + "/decisions", yes).status, 200U);
    seen = {.listed = 200, .shown = 1};
    EXPECT_EQ(look(), seen) << "a reviewer's yes";
    EXPECT_EQ(newest_view(), "employer shown");

    const std::string one = posting + "/candidates/" + alias;
    const auto said = employer.ask(
        "PUT",
        one + "/interest",
        R"({"interested": true, "reason": "experience", "words": "we would like to talk"})"
    );
    ASSERT_EQ(said.status, 200U) << said.body;
    seen.decisions = 1;
    EXPECT_EQ(look(), seen) << "interested";

    const auto decision = json_of(candidate.ask("GET", path + "/interests")).at("items").at(0);
    EXPECT_TRUE(decision.at("interested").as_bool());
    EXPECT_EQ(decision.at("words"), "we would like to talk");
    EXPECT_EQ(decision.at("why"), json_of(said).at("why")) << "why: what the employer was shown";
    const std::string review =
        path + "/interests/" + std::string{decision.at("id").as_string()} + "/review";
    ASSERT_EQ(candidate.ask("POST", review, R"({"words": "what for?"})").status, 201U);
    const auto queue = json_of(room.ask_as("reviewer-1", "GET", "/v1/reviews/interests"));
    const std::string request =
        "/v1/reviews/interests/" + std::string{queue.at("items").at(0).at("id").as_string()};
    const auto read = room.ask_as("reviewer-1", "GET", request);
    EXPECT_EQ(read.status, 200U);
    for (const std::string_view value : api_test::distinctive) {
        EXPECT_THAT(read.body, Not(HasSubstr(std::string{value})));
    }
    EXPECT_EQ(newest_view(), "reviewer decision");
    ASSERT_EQ(
        room.ask_as("reviewer-1", "POST", request + "/answer", R"({"answer": "For nights."})")
            .status,
        200U
    );
    EXPECT_EQ(
        json_of(candidate.ask("GET", path + "/interests"))
            .at("items")
            .at(0)
            .at("review")
            .at("answer"),
        "For nights."
    );
    EXPECT_EQ(look(), seen) << "a person has looked";

    ASSERT_EQ(employer.ask("POST", one + "/agreement", "{}").status, 200U);
    EXPECT_EQ(look(), seen) << "asked, and not answered";
    const auto answer = [&] {
        return json_of(employer.ask("GET", posting + "/candidates"))
            .at("candidates")
            .at(0)
            .at("agreement");
    };
    EXPECT_TRUE(answer().at("agreed").is_null()) << "who comes back sees that they have asked";
    const auto asked = json_of(candidate.ask("GET", path + "/agreements")).at("items").at(0);
    const std::string agreement = path + "/agreements/" + std::string{asked.at("id").as_string()};
    ASSERT_EQ(
        candidate.ask("PUT", agreement, R"({"agreed": true, "wording": "contact_1"})").status, 200U
    );
    seen.contact = 200;
    EXPECT_EQ(look(), seen) << "a yes";
    EXPECT_EQ(answer().at("agreed"), true);
    EXPECT_EQ(
        json_of(employer.ask("GET", one + "/contact")).at("email"), "zelda.quuxworth@mail.example"
    );
    EXPECT_EQ(newest_view(), "employer contact");

    ASSERT_EQ(candidate.ask("DELETE", path + "/consent").status, 204U);
    seen = {.listed = 200, .shown = 0, .contact = 404, .decisions = 1};
    EXPECT_EQ(look(), seen) << "withdrawn: theirs alone";
    EXPECT_EQ(employer.ask("PUT", one + "/interest", std::string{api_test::said}).status, 404U);

    const auto gone = json_of(candidate.ask("DELETE", path));
    EXPECT_EQ(gone.at("deleted").at("interests"), 1);
    EXPECT_EQ(employer.ask("DELETE", posting + "/claim").status, 204U);
    EXPECT_EQ(employer.ask("GET", posting + "/candidates").status, 404U);
}

}  // namespace
