// Employers: they register as everybody does, claim postings with an address at the posting's
// domain, and are shown nobody before a reviewer has said yes.

#include "tests/api/browser.hpp"
#include "tests/api/people.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using api_test::ask_database;
using api_test::Browser;
using api_test::code_of;
using api_test::good_password;
using api_test::json_of;
using api_test::mailed_token;
using api_test::mails_to;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

std::string registration(const std::string& email, const std::string& name = "Example Works") {
    return boost::json::serialize(boost::json::object{
        {"email", email},
        {"password", good_password},
        {"role", "employer"},
        {"employer_name", name}});
}

class Employers : public testing::Test {
protected:
    /// Somebody who has registered, confirmed the address and signed in; without a second factor.
    Browser employer(const std::string& email) {
        Browser browser{stand, "192.0.2.50"};
        EXPECT_EQ(browser.ask("POST", "/v1/accounts", registration(email)).status, 202U);
        const auto confirmed = browser.ask(
            "POST",
            "/v1/accounts/verification",
            boost::json::serialize(boost::json::object{
                {"token", mailed_token(stand, email)}, {"password", good_password}})
        );
        EXPECT_EQ(confirmed.status, 204U) << confirmed.body;
        EXPECT_EQ(browser.sign_in(email, good_password).status, 201U);
        return browser;
    }

    Browser whole_employer(const std::string& email) {
        Browser browser = employer(email);
        browser.set_up_second_factor();
        return browser;
    }

    void link_posting(const std::string& url) {
        ask_database(
            stand,
            "UPDATE posting SET url = '" + url + "' WHERE source_id = 'engineer' RETURNING id"
        );
    }

    std::string decide(const std::string& claim, const std::string& decision) {
        const auto response = stand.ask_as(
            "reviewer-1",
            "POST",
            "/v1/reviews/claims/" + claim + "/decisions",
            R"({"decision": ")" + decision + R"(", "note": "by telephone"})"
        );
        return std::to_string(response.status) + " " + code_of(response);
    }

    static std::string claim_of(const http::Response& response) {
        return json_of(response).at("id").as_string().c_str();
    }

    api_test::Stand stand;
    std::string posting = "/v1/postings/" + stand.posting_id("engineer");
};

TEST_F(Employers, register_confirm_and_set_up_a_second_factor_before_anything_else) {
    Browser anna = employer("anna@jobs.example");
    const auto me = json_of(anna.ask("GET", "/v1/accounts/me"));
    EXPECT_EQ(me.at("role"), "employer");
    EXPECT_EQ(me.at("employer_name"), "Example Works");
    for (const std::string& path :
         {posting + "/candidates", std::string{"/v1/employer/postings"}}) {
        const auto refused = anna.ask("GET", path);
        EXPECT_EQ(refused.status, 403U) << path;
        EXPECT_EQ(code_of(refused), "second_factor_to_set_up");
    }
    EXPECT_EQ(code_of(anna.ask("POST", posting + "/claim", "{}")), "second_factor_to_set_up");
    anna.set_up_second_factor();
    EXPECT_EQ(anna.ask("GET", posting + "/candidates").status, 404U)
        << "an account alone sees nobody";
    EXPECT_THAT(
        json_of(anna.ask("GET", "/v1/employer/postings")).at("items").as_array(), IsEmpty()
    );
}

TEST_F(Employers, registering_never_tells_that_an_address_has_an_account) {
    api_test::register_candidate(stand, "taken@jobs.example", good_password);
    Browser anna{stand};
    const auto fresh = anna.ask("POST", "/v1/accounts", registration("fresh@jobs.example"));
    const auto taken = anna.ask("POST", "/v1/accounts", registration("taken@jobs.example"));
    EXPECT_EQ(fresh.status, 202U);
    EXPECT_EQ(taken.status, fresh.status);
    EXPECT_EQ(taken.body, fresh.body);
    EXPECT_EQ(taken.headers, fresh.headers);
    EXPECT_THAT(mails_to(stand, "taken@jobs.example").back(), StartsWith("You have an account"));
    EXPECT_EQ(
        ask_database(stand, "SELECT role FROM account WHERE email = 'taken@jobs.example'"),
        "candidate"
    ) << "what is somebody's stays what it is";
    EXPECT_EQ(anna.sign_in("fresh@jobs.example", good_password).status, 401U) << "not confirmed";
}

TEST_F(Employers, are_slowed_as_candidates_are) {
    Browser anna{stand};
    for (int attempt = 0; attempt < 4; ++attempt) {
        anna.ask("POST", "/v1/accounts", registration("many@jobs.example"));
    }
    EXPECT_EQ(mails_to(stand, "many@jobs.example").size(), 3U);
    unsigned status = 0;
    for (int attempt = 0; attempt < 40 && status != 429; ++attempt) {
        // Refused before a password is worked on: the count comes first.
        status = anna.ask("POST", "/v1/accounts/verification", R"({"token": "x", "password": "y"})")
                     .status;
    }
    EXPECT_EQ(status, 429U);
}

TEST_F(Employers, cannot_be_kept_out_by_whoever_registers_their_address_as_a_candidate) {
    Browser stranger{stand};
    stranger.ask(
        "POST", "/v1/accounts", api_test::credentials("hr@jobs.example", "eight herons stand still")
    );
    Browser anna = employer("hr@jobs.example");
    EXPECT_EQ(json_of(anna.ask("GET", "/v1/accounts/me")).at("role"), "employer");
}

TEST_F(Employers, say_who_they_are) {
    Browser anna{stand};
    const auto nameless = anna.ask(
        "POST",
        "/v1/accounts",
        R"({"email": "a@jobs.example", "password": "seven stones lie in the cove", "role": "employer"})"
    );
    EXPECT_EQ(nameless.status, 422U);
    EXPECT_EQ(json_of(nameless).at("pointer"), "/employer_name");
    const auto candidate = anna.ask(
        "POST",
        "/v1/accounts",
        R"({"email": "a@jobs.example", "password": "seven stones lie in the cove", "employer_name": "x"})"
    );
    EXPECT_EQ(json_of(candidate).at("pointer"), "/employer_name");
}

TEST_F(Employers, claim_a_posting_and_own_it_once_a_reviewer_has_said_yes) {
    stand.ask_as("employer-1", "DELETE", posting + "/claim");
    Browser anna = whole_employer("anna@jobs.example");
    const auto claimed = anna.ask("POST", posting + "/claim", "{}");
    ASSERT_EQ(claimed.status, 200U) << claimed.body;
    EXPECT_EQ(json_of(claimed).at("state"), "waiting");
    EXPECT_EQ(json_of(claimed).at("domain"), "jobs.example");
    const std::string claim = claim_of(claimed);
    EXPECT_EQ(claim_of(anna.ask("POST", posting + "/claim", "{}")), claim);
    EXPECT_EQ(anna.ask("GET", posting + "/candidates").status, 404U);

    const auto waiting = json_of(stand.ask_as("operator-1", "GET", "/v1/reviews/claims?limit=100"));
    EXPECT_EQ(waiting.at("items").as_array().back().at("id").as_string(), claim);
    EXPECT_EQ(waiting.at("items").as_array().back().at("employer_name"), "Example Works");
    EXPECT_EQ(decide(claim, "accept"), "200 ");
    EXPECT_EQ(anna.ask("GET", posting + "/candidates").status, 200U);

    const auto owned = json_of(anna.ask("GET", "/v1/employer/postings"));
    ASSERT_EQ(owned.at("items").as_array().size(), 1U);
    EXPECT_EQ(owned.at("items").at(0).at("claim").at("words"), "by telephone");

    EXPECT_EQ(decide(claim, "accept"), "409 claim_stands_otherwise");
    EXPECT_EQ(decide(claim, "revoke"), "200 ");
    EXPECT_EQ(anna.ask("GET", posting + "/candidates").status, 404U);
    const auto history =
        json_of(stand.ask_as("reviewer-1", "GET", "/v1/reviews/claims/" + claim)).at("history");
    std::vector<std::string> states;
    for (const auto& event : history.as_array()) {
        if (event.at("claim_id").as_string() == claim) {
            states.emplace_back(event.at("state").as_string());
        }
    }
    EXPECT_THAT(states, testing::ElementsAre("waiting", "accepted", "revoked"));
    EXPECT_THAT(
        json_of(anna.ask("GET", "/v1/employer/postings")).at("items").as_array(), IsEmpty()
    );
    EXPECT_EQ(
        json_of(anna.ask("GET", "/v1/employer/claims")).at("items").at(0).at("state"), "revoked"
    );
}

TEST_F(Employers, claim_nothing_from_an_address_elsewhere) {
    struct Case {
        std::string email;
        std::string url;
        std::string code;
    };
    const std::vector<Case> all{
        {"hr@evil-acme.ca", "https://careers.acme.ca/17", "claim_from_elsewhere"},
        {"hr@acme.com", "https://careers.acme.ca/17", "claim_from_elsewhere"},
        {"hr@rival.on.ca", "https://acme.on.ca/17", "claim_from_elsewhere"},
        {"hr@gmail.com", "https://careers.acme.ca/17", "claim_from_elsewhere"},
        {"acme@gmail.com", "https://www.gmail.com/acme", "claim_without_domain"},
        {"hr@jobbank.gc.ca", "https://www.jobbank.gc.ca/1", "claim_without_domain"},
        {"hr@greenhouse.io", "https://boards.greenhouse.io/acme/1", "claim_without_domain"},
        {"hr@acme.github.io", "https://github.io/acme", "claim_without_domain"},
    };
    for (const Case& one : all) {
        stand.pass(std::chrono::hours{1});
        link_posting(one.url);
        Browser browser = whole_employer(one.email);
        const auto english = browser.ask("POST", posting + "/claim", "{}");
        EXPECT_EQ(english.status, 422U) << one.email;
        EXPECT_EQ(code_of(english), one.code) << one.email << one.url;
        EXPECT_NE(
            json_of(browser.ask("POST", posting + "/claim?lang=fr", "{}")).at("detail"),
            json_of(english).at("detail")
        );
        EXPECT_THAT(
            json_of(browser.ask("GET", "/v1/employer/claims")).at("items").as_array(), IsEmpty()
        );
    }
    stand.pass(std::chrono::hours{1});
    link_posting("https://careers.acme.ca/17");
    Browser browser = whole_employer("hr@mail.acme.ca");
    EXPECT_EQ(browser.ask("POST", posting + "/claim", "{}").status, 200U);
    EXPECT_EQ(browser.ask("POST", "/v1/postings/999999/claim", "{}").status, 404U);
}

TEST_F(Employers, own_no_posting_that_is_anothers) {
    const std::string second =
        ask_database(stand, "SELECT id FROM posting_claim WHERE state = 'waiting'");
    EXPECT_EQ(decide(second, "accept"), "409 claim_of_another");
    EXPECT_EQ(stand.ask_as("employer-3", "GET", posting + "/candidates").status, 404U);
    EXPECT_EQ(stand.ask_as("employer-1", "DELETE", posting + "/claim").status, 204U);
    EXPECT_EQ(stand.ask_as("employer-1", "GET", posting + "/candidates").status, 404U);
    EXPECT_EQ(stand.ask_as("employer-1", "DELETE", posting + "/claim").status, 404U);
    EXPECT_EQ(decide(second, "accept"), "200 ");
    EXPECT_EQ(stand.ask_as("employer-3", "GET", posting + "/candidates").status, 200U);
    EXPECT_EQ(decide("999999", "accept"), "404 not_found");
}

TEST_F(Employers, fill_no_queue) {
    store::Database owned{{.conninfo = stand.database().conninfo()}};
    std::vector<store::PostingRecord> more(20, api_test::records().front());
    for (std::size_t index = 0; index < more.size(); ++index) {
        more[index].posting.source_id = "more" + std::to_string(index);
    }
    store::PostingStore{owned}.write(more);
    ask_database(
        stand,
        "INSERT INTO posting_claim (posting_id, account_id, employer_name, domain, link) SELECT "
        "id, '" +
            std::string{api_test::known_employers[0].account} +
            "', 'x', 'jobs.example', url FROM posting WHERE source_id LIKE 'more%' RETURNING id"
    );
    const auto refused = stand.ask_as(
        "employer-1", "POST", "/v1/postings/" + stand.posting_id("nurse") + "/claim", "{}"
    );
    EXPECT_EQ(code_of(refused), "claims_waiting");
}

TEST_F(Employers, claim_and_withdraw_no_faster_than_a_reviewer_can_follow) {
    const std::string nurse = "/v1/postings/" + stand.posting_id("nurse") + "/claim";
    unsigned status = 0;
    int claims = 0;
    for (; claims < 100 && status != 429; ++claims) {
        status = stand.ask_as("employer-1", "POST", nurse, "{}").status;
        stand.ask_as("employer-1", "DELETE", nurse);
    }
    EXPECT_EQ(status, 429U);
    EXPECT_EQ(claims, 31);
    stand.pass(std::chrono::minutes{2});
    EXPECT_EQ(stand.ask_as("employer-1", "POST", nurse, "{}").status, 200U);
}

TEST_F(Employers, see_what_a_posting_lacks_for_an_offer_to_count) {
    const auto owned = json_of(stand.ask_as("employer-1", "GET", "/v1/employer/postings"));
    const auto& item = owned.at("items").at(0);
    EXPECT_TRUE(item.at("served").as_bool());
    const auto& basis = item.at("offer").at(0);
    EXPECT_EQ(basis.at("role"), "basis");
    EXPECT_EQ(basis.at("points"), 50);
    ASSERT_EQ(basis.at("lacks").as_array().size(), 1U);
    EXPECT_EQ(basis.at("lacks").at(0).at("code"), "lmia_or_exemption");
    EXPECT_EQ(item.at("offer").at(1).at("points"), 0) << "the latest confirmed rules give none";
    EXPECT_THAT(
        stand.ask_as("employer-1", "GET", "/v1/employer/postings?lang=fr").body, HasSubstr("EIMT")
    );
    ask_database(
        stand, "UPDATE posting SET verified = false WHERE source_id = 'engineer' RETURNING id"
    );
    const auto gone = json_of(stand.ask_as("employer-1", "GET", "/v1/employer/postings"));
    EXPECT_FALSE(gone.at("items").at(0).at("served").as_bool());
    EXPECT_THAT(gone.at("items").at(0).at("offer").as_array(), IsEmpty());
    EXPECT_EQ(stand.ask_as("employer-1", "GET", posting + "/candidates").status, 404U);
}

TEST_F(Employers, act_by_programs_within_scopes_and_read_no_contact_by_them) {
    Browser anna = whole_employer("anna@jobs.example");
    const auto token_for = [&](const std::string& scope) {
        const auto made = anna.ask(
            "POST", "/v1/api-tokens", R"({"name": "x", "days": 1, "scopes": [")" + scope + R"("]})"
        );
        EXPECT_EQ(made.status, 201U) << made.body;
        return "Bearer " + std::string{json_of(made).at("token").as_string()};
    };
    const std::string claims = token_for("claims:write");
    const std::string reads = token_for("applicants:read");
    const auto ask =
        [&](const std::string& token, const std::string& method, const std::string& path) {
            return stand.ask(method, path, method == "GET" ? "" : "{}", {{"Authorization", token}});
        };
    EXPECT_EQ(ask(claims, "POST", posting + "/claim").status, 200U);
    EXPECT_EQ(ask(claims, "GET", "/v1/employer/postings").status, 200U);
    EXPECT_EQ(code_of(ask(reads, "POST", posting + "/claim")), "out_of_scope");
    const std::string alias = posting + "/candidates/00000000-0000-4000-8000-000000000000";
    EXPECT_EQ(code_of(ask(reads, "PUT", alias + "/interest")), "out_of_scope");
    EXPECT_EQ(code_of(ask(reads, "GET", alias + "/contact")), "out_of_scope");
}

}  // namespace
