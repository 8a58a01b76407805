// Signing in and out, second factors, throttling, requests of other sites, and API tokens.

#include "services/api/sessions.hpp"

#include "services/auth/session_rules.hpp"
#include "tests/api/browser.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

namespace {

using api_test::annas_email;
using api_test::ask_database;
using api_test::Browser;
using api_test::code_of;
using api_test::good_password;
using api_test::header;
using api_test::mails_to;
using testing::HasSubstr;
using namespace std::chrono_literals;

namespace json = boost::json;

constexpr const char* session_cookie = "__Host-jobscout";

class Sessions : public testing::Test {
protected:
    Sessions() { api_test::register_candidate(stand, annas_email, good_password); }

    /// An operator with a second factor, signed in wholly.
    Browser an_operator() {
        api_test::add_account(stand, "op@example.org", "operator", good_password);
        Browser op{stand, "192.0.2.7"};
        EXPECT_EQ(op.sign_in("op@example.org", good_password).status, 201U);
        op.set_up_second_factor();
        return op;
    }

    unsigned status(Browser& browser) { return browser.ask("GET", "/v1/accounts/me").status; }

    api_test::Stand stand;
    Browser anna{stand};
};

TEST_F(Sessions, are_cookies_that_no_script_reads_and_no_other_host_gets) {
    const auto response = anna.sign_in(annas_email, good_password);
    ASSERT_EQ(response.status, 201U) << response.body;
    int cookies = 0;
    for (const auto& [name, value] : response.headers) {
        if (name == "Set-Cookie") {
            ++cookies;
            EXPECT_THAT(value, testing::StartsWith("__Host-jobscout"));
            for (const char* attribute :
                 {"; Path=/;", "; HttpOnly", "; Secure", "; SameSite=Lax"}) {
                EXPECT_THAT(value, HasSubstr(attribute));
            }
            EXPECT_THAT(value, testing::Not(HasSubstr("Domain")));
        }
    }
    EXPECT_EQ(cookies, 2);
    EXPECT_EQ(anna.cookies.at(session_cookie).size(), 64U) << "256 random bits";
    EXPECT_THAT(response.body, testing::Not(HasSubstr(anna.cookies.at(session_cookie))));
}

TEST_F(Sessions, have_another_token_after_each_sign_in) {
    anna.sign_in(annas_email, good_password);
    Browser thief{stand};
    thief.cookies = anna.cookies;
    const std::string first = anna.cookies.at(session_cookie);
    anna.sign_in(annas_email, good_password);
    EXPECT_NE(anna.cookies.at(session_cookie), first);
    EXPECT_EQ(status(thief), 401U) << "the session before has ended";
    EXPECT_EQ(status(anna), 200U);
    anna.cookies[session_cookie] = std::string(64, '0');
    EXPECT_EQ(status(anna), 401U) << "a token that a browser brings along is never taken";
}

TEST_F(Sessions, end_when_unused_and_in_any_case) {
    anna.sign_in(annas_email, good_password);
    const auto lasts = auth::session_durations(auth::Role::candidate);
    stand.pass(lasts.idle - 1s);
    EXPECT_EQ(status(anna), 200U);
    stand.pass(lasts.idle - 1s);
    EXPECT_EQ(status(anna), 200U) << "it has been used in between";
    stand.pass(lasts.idle);
    EXPECT_EQ(status(anna), 401U);

    anna.sign_in(annas_email, good_password);
    for (auto passed = 0s; passed + lasts.idle / 2 < lasts.absolute; passed += lasts.idle / 2) {
        EXPECT_EQ(status(anna), 200U);
        stand.pass(lasts.idle / 2);
    }
    stand.pass(lasts.idle / 2);
    EXPECT_EQ(status(anna), 401U) << "however much it is used";
}

TEST_F(Sessions, are_listed_and_ended_one_by_one) {
    anna.sign_in(annas_email, good_password);
    Browser phone{stand, "192.0.2.2"};
    phone.sign_in(annas_email, good_password);
    api_test::register_candidate(stand, "bea@mail.example", good_password);
    Browser bea{stand, "192.0.2.3"};
    bea.sign_in("bea@mail.example", good_password);
    const auto list = api_test::json_of(anna.ask("GET", "/v1/sessions")).at("items").as_array();
    ASSERT_EQ(list.size(), 2U);
    std::string other;
    for (const auto& one : list) {
        EXPECT_EQ(one.at("user_agent"), "Mozilla/5.0 (fictional)");
        if (!one.at("current").as_bool()) {
            other = one.at("id").as_string().c_str();
        }
    }
    EXPECT_EQ(bea.ask("DELETE", "/v1/sessions/" + other).status, 404U) << "somebody else's";
    EXPECT_EQ(status(phone), 200U);
    stand.pass(16min);
    EXPECT_EQ(code_of(anna.ask("DELETE", "/v1/sessions/" + other)), "sign_in_again");
    EXPECT_EQ(status(phone), 200U) << "whoever finds a browser open ends nothing elsewhere";
    anna.sign_in(annas_email, good_password);
    EXPECT_EQ(anna.ask("DELETE", "/v1/sessions/" + other).status, 204U);
    EXPECT_EQ(status(phone), 401U);
    EXPECT_EQ(status(anna), 200U);
    Browser copy{stand};
    copy.cookies = anna.cookies;
    EXPECT_EQ(anna.ask("DELETE", "/v1/sessions/current").status, 204U);
    EXPECT_FALSE(anna.cookies.contains(session_cookie));
    EXPECT_EQ(status(copy), 401U) << "signing out ends it for whoever has the cookie";
}

TEST_F(Sessions, end_when_the_account_is_disabled) {
    anna.sign_in(annas_email, good_password);
    store::Database database{{.conninfo = stand.database().conninfo("jobscout_owner")}};
    EXPECT_TRUE(store::AccountStore{database}.disable(annas_email, stand.now()));
    EXPECT_EQ(status(anna), 401U);
    EXPECT_EQ(code_of(anna.sign_in(annas_email, good_password)), "not_right");
}

TEST_F(Sessions, change_nothing_for_another_site) {
    anna.sign_in(annas_email, good_password);
    const std::string document = api_test::candidate_document();
    const auto forged = [&](http::Headers headers) {
        return anna.ask_without_token("POST", "/v1/candidates", document, std::move(headers));
    };
    EXPECT_EQ(code_of(forged({})), "cross_site");
    EXPECT_EQ(code_of(forged({{"X-CSRF-Token", std::string(64, '0')}})), "cross_site");
    EXPECT_EQ(
        code_of(forged({{"X-CSRF-Token", anna.csrf_token}, {"Sec-Fetch-Site", "cross-site"}})),
        "cross_site"
    );
    EXPECT_EQ(
        code_of(forged(
            {{"X-CSRF-Token", anna.csrf_token},
             {"Origin", "https://evil.example"},
             {"Host", "jobs.example"}}
        )),
        "cross_site"
    );
    EXPECT_EQ(code_of(anna.ask_without_token("DELETE", "/v1/sessions/current")), "cross_site");
    EXPECT_EQ(
        code_of(anna.ask(
            "POST",
            "/v1/sessions",
            api_test::credentials(annas_email, good_password),
            {{"Sec-Fetch-Site", "cross-site"}}
        )),
        "cross_site"
    ) << "nobody is signed in as somebody else";
    EXPECT_EQ(
        forged({{"X-CSRF-Token", anna.csrf_token},
                {"Sec-Fetch-Site", "same-origin"},
                {"Origin", "https://jobs.example"},
                {"Host", "jobs.example"}}
        ).status,
        201U
    );
    EXPECT_EQ(anna.ask_without_token("GET", "/v1/accounts/me").status, 200U)
        << "it changes nothing";
}

TEST_F(Sessions, of_roles_with_power_are_worth_nothing_before_the_second_factor) {
    Browser op = an_operator();
    EXPECT_EQ(op.ask("POST", "/v1/firms", R"({"name": "One"})").status, 201U);
    Browser again{stand, "192.0.2.8"};
    const auto half = again.sign_in("op@example.org", good_password);
    EXPECT_EQ(api_test::json_of(half).at("stage"), "second_factor_required");
    EXPECT_EQ(
        code_of(again.ask("POST", "/v1/firms", R"({"name": "Two"})")), "second_factor_required"
    );
    EXPECT_EQ(code_of(again.ask("GET", "/v1/reviews")), "second_factor_required");
    EXPECT_EQ(
        code_of(again.ask("POST", "/v1/accounts/me/second-factor", "{}")), "second_factor_required"
    ) << "it cannot be set up anew by whoever knows the password";
    again.totp_secret = op.totp_secret;
    const std::string before = again.cookies.at(session_cookie);
    stand.pass(30s);
    const auto whole = again.ask(
        "POST", "/v1/sessions/current/second-factor", R"({"code": ")" + again.code() + R"("})"
    );
    ASSERT_EQ(whole.status, 200U) << whole.body;
    EXPECT_EQ(api_test::json_of(whole).at("stage"), "whole");
    EXPECT_NE(again.cookies.at(session_cookie), before) << "the session has another token";
    EXPECT_EQ(again.ask("GET", "/v1/reviews").status, 200U);
    stand.pass(12h);
    EXPECT_EQ(status(again), 401U);
}

TEST_F(Sessions, take_no_code_twice) {
    Browser op = an_operator();
    const auto give = [&](Browser& browser, const std::string& code) {
        return browser.ask(
            "POST", "/v1/sessions/current/second-factor", R"({"code": ")" + code + R"("})"
        );
    };
    Browser first{stand, "192.0.2.8"};
    first.sign_in("op@example.org", good_password);
    EXPECT_EQ(code_of(give(first, op.code())), "code_not_right") << "it confirmed the set-up";
    stand.pass(30s);
    EXPECT_EQ(give(first, op.code(1)).status, 200U) << "clocks differ";
    Browser second{stand, "192.0.2.9"};
    second.sign_in("op@example.org", good_password);
    EXPECT_EQ(code_of(give(second, op.code(1))), "code_not_right");
    EXPECT_EQ(code_of(give(second, op.code(0))), "code_not_right") << "nor one before it";
    stand.pass(60s);
    EXPECT_EQ(give(second, op.code()).status, 200U);
}

TEST_F(Sessions, take_a_recovery_code_once) {
    anna.sign_in(annas_email, good_password);
    const auto codes = anna.set_up_second_factor();
    ASSERT_EQ(codes.size(), 10U);
    const auto give = [&](const std::string& code) {
        Browser browser{stand, "192.0.2.8"};
        EXPECT_EQ(
            api_test::json_of(browser.sign_in(annas_email, good_password)).at("stage"),
            "second_factor_required"
        );
        return browser
            .ask(
                "POST",
                "/v1/sessions/current/second-factor",
                R"({"recovery_code": ")" + code + R"("})"
            )
            .status;
    };
    EXPECT_EQ(give(codes[3]), 200U);
    EXPECT_EQ(give(codes[3]), 422U);
    EXPECT_EQ(give("0000"), 422U);
    EXPECT_EQ(api_test::json_of(anna.ask("GET", "/v1/accounts/me")).at("recovery_codes_left"), 9);
    const auto replaced = anna.ask("POST", "/v1/accounts/me/recovery-codes", "{}");
    EXPECT_EQ(replaced.status, 201U);
    EXPECT_EQ(give(codes[4]), 422U) << "those before count no more";
    EXPECT_EQ(
        give(api_test::json_of(replaced).at("recovery_codes").at(0).as_string().c_str()), 200U
    );
    EXPECT_THAT(mails_to(stand, annas_email).back(), HasSubstr("New recovery codes"));
}

TEST_F(Sessions, change_how_one_signs_in_only_a_moment_after_the_password) {
    anna.sign_in(annas_email, good_password);
    stand.pass(auth::recent + 1s);
    EXPECT_EQ(code_of(anna.ask("POST", "/v1/accounts/me/second-factor", "{}")), "sign_in_again");
    EXPECT_EQ(
        code_of(anna.ask(
            "POST", "/v1/api-tokens", R"({"name": "x", "scopes": ["candidates:read"], "days": 1})"
        )),
        "sign_in_again"
    );
    anna.sign_in(annas_email, good_password);
    Browser phone{stand, "192.0.2.2"};
    phone.sign_in(annas_email, good_password);
    anna.set_up_second_factor();
    EXPECT_EQ(status(phone), 401U) << "a session without it ends";
    EXPECT_EQ(
        code_of(anna.ask("POST", "/v1/accounts/me/second-factor", "{}")), "second_factor_is_on"
    );
    EXPECT_EQ(
        ask_database(
            stand, "SELECT length(totp_secret) = 120 FROM account WHERE email = 'anna@mail.example'"
        ),
        "t"
    ) << "24 bytes of nonce, 16 that authenticate, 20 of secret";
    phone.sign_in(annas_email, good_password);
    EXPECT_EQ(anna.ask("DELETE", "/v1/accounts/me/second-factor").status, 204U);
    EXPECT_EQ(status(phone), 401U) << "all others end";
    EXPECT_EQ(status(anna), 200U);
    EXPECT_EQ(api_test::json_of(phone.sign_in(annas_email, good_password)).at("stage"), "whole");
}

TEST_F(Sessions, a_reset_password_does_not_replace_the_second_factor) {
    anna.sign_in(annas_email, good_password);
    anna.set_up_second_factor();
    Browser thief{stand, "192.0.2.66"};
    thief.ask("POST", "/v1/password-resets", R"({"email": "anna@mail.example"})");
    const std::string token = api_test::mailed_token(stand, annas_email);
    EXPECT_EQ(
        thief
            .ask(
                "PUT",
                "/v1/password-resets",
                R"({"token": ")" + token + R"(", "password": "eight herons in the marsh"})"
            )
            .status,
        204U
    );
    EXPECT_EQ(
        api_test::json_of(thief.sign_in(annas_email, "eight herons in the marsh")).at("stage"),
        "second_factor_required"
    );
}

TEST_F(Sessions, guessing_is_slowed_by_account_and_the_right_person_gets_in) {
    anna.sign_in(annas_email, good_password);
    anna.ask("DELETE", "/v1/sessions/current");
    Browser guesser{stand, "203.0.113.1"};
    for (int turn = 0; turn < 5; ++turn) {
        EXPECT_EQ(guesser.sign_in(annas_email, "wrong guess " + std::to_string(turn)).status, 401U);
    }
    const auto slowed = guesser.sign_in(annas_email, good_password);
    EXPECT_EQ(slowed.status, 429U) << "even the right one waits";
    EXPECT_EQ(header(slowed, "Retry-After"), "2");
    EXPECT_EQ(anna.sign_in(annas_email, good_password).status, 201U) << "her browser is known";
    for (int turn = 0; turn < 20; ++turn) {
        stand.pass(60s);
        EXPECT_EQ(guesser.sign_in(annas_email, "wrong").status, 401U)
            << "no wait is longer than a minute";
    }
    Browser elsewhere{stand, "198.51.100.1"};
    stand.pass(60s);
    EXPECT_EQ(elsewhere.sign_in(annas_email, good_password).status, 201U);
    EXPECT_EQ(guesser.sign_in(annas_email, "wrong").status, 401U) << "the count begins anew";
}

TEST_F(Sessions, guessing_is_slowed_alike_where_there_is_no_account) {
    Browser guesser{stand, "203.0.113.1"};
    for (int turn = 0; turn < 5; ++turn) {
        EXPECT_EQ(guesser.sign_in("nobody@mail.example", "wrong guess").status, 401U);
    }
    EXPECT_EQ(guesser.sign_in("nobody@mail.example", "wrong guess").status, 429U);
}

TEST_F(Sessions, guessing_is_slowed_by_address_over_many_accounts) {
    Browser guesser{stand, "203.0.113.1"};
    unsigned last = 0;
    for (int turn = 0; turn <= 30; ++turn) {
        last = guesser.sign_in("a" + std::to_string(turn) + "@mail.example", "wrong guess").status;
    }
    EXPECT_EQ(last, 429U);
    EXPECT_EQ(anna.sign_in(annas_email, good_password).status, 201U) << "others are not slowed";
}

TEST_F(Sessions, codes_are_slowed) {
    anna.sign_in(annas_email, good_password);
    anna.set_up_second_factor();
    Browser thief{stand, "203.0.113.1"};
    thief.sign_in(annas_email, good_password);
    const auto guess = [&] {
        return thief.ask("POST", "/v1/sessions/current/second-factor", R"({"code": "000000"})")
            .status;
    };
    for (int turn = 0; turn < 5; ++turn) {
        EXPECT_EQ(guess(), 422U);
    }
    EXPECT_EQ(guess(), 429U);
}

TEST_F(Sessions, tokens_for_programs_do_what_they_are_given_for) {
    anna.sign_in(annas_email, good_password);
    const auto created = anna.ask(
        "POST",
        "/v1/api-tokens",
        R"({"name": "spreadsheet", "scopes": ["candidates:read"], "days": 7})"
    );
    ASSERT_EQ(created.status, 201U) << created.body;
    const std::string token = api_test::json_of(created).at("token").as_string().c_str();
    const auto candidate =
        header(anna.ask("POST", "/v1/candidates", api_test::candidate_document()), "Location");
    const auto by_token =
        [&](const std::string& method, const std::string& target, const std::string& body = {}) {
            return stand.ask(method, target, body, {{"Authorization", "Bearer " + token}});
        };
    EXPECT_EQ(by_token("GET", candidate).status, 200U);
    EXPECT_EQ(code_of(by_token("PUT", candidate, api_test::candidate_document())), "out_of_scope");
    EXPECT_EQ(code_of(by_token("GET", "/v1/saved-searches")), "out_of_scope");
    EXPECT_EQ(by_token("GET", "/v1/postings").status, 200U);
    EXPECT_EQ(by_token("GET", "/v1/sessions").status, 401U) << "it is no session";
    EXPECT_EQ(by_token("POST", "/v1/firms", R"({"name": "x"})").status, 403U);
    EXPECT_EQ(
        ask_database(stand, "SELECT count(*) FROM api_token WHERE sha256 = '" + token + "'"), "0"
    );
    const auto list = api_test::json_of(anna.ask("GET", "/v1/api-tokens")).at("items").as_array();
    ASSERT_EQ(list.size(), 1U);
    EXPECT_FALSE(list[0].at("used_at").is_null());
    EXPECT_EQ(
        anna.ask("POST", "/v1/api-tokens", R"({"name": "x", "scopes": ["all"], "days": 7})").status,
        422U
    );
    EXPECT_EQ(
        anna.ask("POST", "/v1/api-tokens", R"({"name": "x", "scopes": [], "days": 7})").status, 422U
    );
    stand.pass(7 * 24h);
    EXPECT_EQ(by_token("GET", candidate).status, 401U) << "it has expired";
    anna.sign_in(annas_email, good_password);
    const std::string id{api_test::json_of(created).at("id").as_string()};
    EXPECT_EQ(anna.ask("DELETE", "/v1/api-tokens/" + id).status, 204U);
    EXPECT_EQ(anna.ask("DELETE", "/v1/api-tokens/" + id).status, 404U);
}

}  // namespace
