// Registering, confirming an address, and passwords: over the API, with real mail on its way.

#include "services/api/accounts.hpp"

#include "tests/api/browser.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using api_test::ask_database;
using api_test::Browser;
using api_test::code_of;
using api_test::credentials;
using api_test::good_password;
using api_test::mailed_token;
using api_test::mails_to;
using api_test::register_candidate;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::StartsWith;
using namespace std::chrono_literals;

namespace json = boost::json;

constexpr const char* other = "eight herons stand in the marsh";

std::string answered(const std::string& token, const std::string& password) {
    return json::serialize(json::object{{"token", token}, {"password", password}});
}

class Accounts : public testing::Test {
protected:
    http::Response register_as(
        const std::string& email, const std::string& password, const std::string& lang = "en"
    ) {
        return anna.ask("POST", "/v1/accounts?lang=" + lang, credentials(email, password));
    }

    api_test::Stand stand;
    Browser anna{stand};
};

TEST_F(Accounts, are_registered_confirmed_and_signed_in_to) {
    const auto registered = register_as("Anna@Mail.Example", good_password);
    EXPECT_EQ(registered.status, 202U) << registered.body;
    EXPECT_EQ(anna.sign_in("anna@mail.example", good_password).status, 401U) << "not confirmed yet";

    const std::string token = mailed_token(stand, "anna@mail.example");
    EXPECT_THAT(
        mails_to(stand, "anna@mail.example").back(),
        HasSubstr("https://jobs.example/en/confirm#" + token)
    );
    EXPECT_EQ(
        ask_database(stand, "SELECT count(*) FROM account_token WHERE sha256 = '" + token + "'"),
        "0"
    ) << "only its digest is kept";
    const std::string path = "/v1/accounts/verification";
    EXPECT_EQ(code_of(anna.ask("POST", path, answered(token, other))), "password_not_right");
    EXPECT_EQ(anna.ask("POST", path, answered(token, good_password)).status, 204U);
    EXPECT_EQ(code_of(anna.ask("POST", path, answered(token, good_password))), "link_not_valid")
        << "it counts once";

    EXPECT_EQ(anna.sign_in("ANNA@mail.example", good_password).status, 201U);
    const auto me = api_test::json_of(anna.ask("GET", "/v1/accounts/me"));
    EXPECT_EQ(me.at("email"), "anna@mail.example");
    EXPECT_EQ(me.at("role"), "candidate");
    EXPECT_TRUE(me.at("candidate_id").is_null());
    const auto created = anna.ask("POST", "/v1/candidates", api_test::candidate_document());
    EXPECT_EQ(created.status, 201U) << created.body;
    EXPECT_EQ(anna.ask("GET", api_test::header(created, "Location")).status, 200U);
    EXPECT_EQ(
        stand.ask_as("candidate-1", "GET", api_test::header(created, "Location")).status, 404U
    ) << "it is nobody else's";
    // From any other device it is found again.
    const std::string id = api_test::json_of(created).at("id").as_string().c_str();
    EXPECT_EQ(api_test::json_of(anna.ask("GET", "/v1/accounts/me")).at("candidate_id"), id.c_str());
}

TEST_F(Accounts, links_expire) {
    register_as("late@mail.example", good_password);
    const std::string token = mailed_token(stand, "late@mail.example");
    stand.pass(24h);
    EXPECT_EQ(
        code_of(anna.ask("POST", "/v1/accounts/verification", answered(token, good_password))),
        "link_not_valid"
    );
    EXPECT_EQ(
        code_of(anna.ask("PUT", "/v1/password-resets", answered(token, other))), "link_not_valid"
    ) << "nor is it good for something else";
}

TEST_F(Accounts, registering_never_tells_that_an_address_has_an_account) {
    register_candidate(stand, "taken@mail.example", good_password);
    const auto fresh = register_as("fresh@mail.example", other);
    const auto taken = register_as("taken@mail.example", other);
    EXPECT_EQ(taken.status, fresh.status);
    EXPECT_EQ(taken.body, fresh.body);
    EXPECT_EQ(taken.headers, fresh.headers);
    EXPECT_THAT(mails_to(stand, "taken@mail.example").back(), StartsWith("You have an account"));
    Browser somebody{stand, "192.0.2.2"};
    const auto wrong = somebody.sign_in("taken@mail.example", other);
    const auto unconfirmed = somebody.sign_in("fresh@mail.example", other);
    const auto unknown = somebody.sign_in("nobody@mail.example", other);
    for (const auto& answer : {unconfirmed, unknown}) {
        EXPECT_EQ(answer.status, 401U);
        EXPECT_EQ(answer.body, wrong.body);
        EXPECT_EQ(answer.headers, wrong.headers);
    }
    EXPECT_EQ(somebody.sign_in("taken@mail.example", good_password).status, 201U)
        << "nothing has changed";
}

TEST_F(Accounts, cannot_be_taken_beforehand_by_whoever_does_not_read_the_mail) {
    register_as("victim@mail.example", other);
    const std::string of_stranger = mailed_token(stand, "victim@mail.example");
    register_as("victim@mail.example", good_password);
    const std::string own = mailed_token(stand, "victim@mail.example");
    const std::string path = "/v1/accounts/verification";
    EXPECT_EQ(
        code_of(anna.ask("POST", path, answered(of_stranger, good_password))), "link_not_valid"
    );
    EXPECT_EQ(anna.ask("POST", path, answered(own, good_password)).status, 204U);
    EXPECT_EQ(anna.sign_in("victim@mail.example", other).status, 401U);
    EXPECT_EQ(anna.sign_in("victim@mail.example", good_password).status, 201U);
}

TEST_F(Accounts, refuse_what_cannot_be_a_password_in_both_languages) {
    struct Case {
        const char* password;
        const char* code;
    };
    for (const Case& one :
         {Case{"short", "password_too_short"},
          Case{"Password2024", "password_common"},
          Case{"anna@mail.example", "password_of_account"}}) {
        const auto english = register_as("anna@mail.example", one.password);
        const auto french = register_as("anna@mail.example", one.password, "fr");
        EXPECT_EQ(english.status, 422U);
        EXPECT_EQ(code_of(english), one.code);
        EXPECT_EQ(code_of(french), one.code);
        EXPECT_NE(api_test::json_of(english).at("detail"), api_test::json_of(french).at("detail"));
        EXPECT_EQ(api_test::json_of(english).at("pointer"), "/password");
    }
    EXPECT_EQ(register_as("anna@mail.example", std::string(257, 'x') + "y").status, 422U);
    EXPECT_EQ(code_of(register_as("anna", good_password)), "email_not_valid");
    EXPECT_TRUE(mails_to(stand, "anna@mail.example").empty());
}

TEST_F(Accounts, are_candidates_or_employers_whatever_else_somebody_asks_for) {
    for (const std::string role : {"operator", "reviewer", "advisor", "anonymous", ""}) {
        const auto response = anna.ask(
            "POST",
            "/v1/accounts",
            R"({"email": "a@mail.example", "password": "seven stones lie in the cove", "role": ")" +
                role + R"("})"
        );
        EXPECT_EQ(response.status, 422U) << role;
        EXPECT_EQ(api_test::json_of(response).at("pointer"), "/role");
    }
    EXPECT_TRUE(mails_to(stand, "a@mail.example").empty());
}

TEST_F(Accounts, get_another_password_by_mail_and_all_sessions_and_tokens_end) {
    register_candidate(stand, "anna@mail.example", good_password);
    ASSERT_EQ(anna.sign_in("anna@mail.example", good_password).status, 201U);
    const auto made = anna.ask(
        "POST", "/v1/api-tokens", R"({"name": "x", "scopes": ["candidates:read"], "days": 1})"
    );
    ASSERT_EQ(made.status, 201U) << made.body;
    const std::string program{boost::json::parse(made.body).at("token").as_string()};
    const auto by_program = [&] {
        return stand.ask(
                        "GET", "/v1/saved-searches", "", {{"Authorization", "Bearer " + program}}
        ).status;
    };
    ASSERT_NE(by_program(), 401U);
    Browser elsewhere{stand, "192.0.2.2"};
    const auto known =
        elsewhere.ask("POST", "/v1/password-resets", R"({"email": "anna@mail.example"})");
    const auto unknown =
        elsewhere.ask("POST", "/v1/password-resets", R"({"email": "nobody@mail.example"})");
    EXPECT_EQ(known.status, 202U);
    EXPECT_EQ(known.body, unknown.body);
    EXPECT_TRUE(mails_to(stand, "nobody@mail.example").empty());

    const std::string token = mailed_token(stand, "anna@mail.example");
    EXPECT_EQ(
        code_of(elsewhere.ask("PUT", "/v1/password-resets", answered(token, "short"))),
        "password_too_short"
    );
    EXPECT_EQ(elsewhere.ask("PUT", "/v1/password-resets", answered(token, other)).status, 204U);
    EXPECT_EQ(
        code_of(elsewhere.ask("PUT", "/v1/password-resets", answered(token, good_password))),
        "link_not_valid"
    );
    EXPECT_EQ(anna.ask("GET", "/v1/accounts/me").status, 401U) << "signed out everywhere";
    EXPECT_EQ(by_program(), 401U) << "somebody else may have made it";
    EXPECT_EQ(elsewhere.sign_in("anna@mail.example", good_password).status, 401U);
    EXPECT_EQ(elsewhere.sign_in("anna@mail.example", other).status, 201U);
    EXPECT_THAT(
        mails_to(stand, "anna@mail.example").back(),
        StartsWith("Your password for Job Scout was changed")
    );
}

TEST_F(Accounts, password_is_changed_by_whoever_knows_it_and_other_sessions_end) {
    register_candidate(stand, "anna@mail.example", good_password);
    Browser phone{stand, "192.0.2.2"};
    ASSERT_EQ(phone.sign_in("anna@mail.example", good_password).status, 201U);
    ASSERT_EQ(anna.sign_in("anna@mail.example", good_password).status, 201U);
    const std::string before = anna.cookies.at("__Host-jobscout");
    const auto change = [&](const std::string& current, const std::string& wanted) {
        return anna.ask(
            "PUT",
            "/v1/accounts/me/password",
            json::serialize(json::object{{"current_password", current}, {"new_password", wanted}})
        );
    };
    EXPECT_EQ(code_of(change(other, other)), "password_not_right");
    EXPECT_EQ(code_of(change(good_password, "jobscout1")), "password_of_account");
    EXPECT_EQ(change(good_password, other).status, 200U);
    EXPECT_NE(anna.cookies.at("__Host-jobscout"), before) << "the session has another token";
    EXPECT_EQ(anna.ask("GET", "/v1/accounts/me").status, 200U);
    EXPECT_EQ(phone.ask("GET", "/v1/accounts/me").status, 401U);
    EXPECT_EQ(phone.sign_in("anna@mail.example", other).status, 201U);
}

TEST_F(Accounts, stand_in_the_database_without_a_secret_that_opens_anything) {
    register_candidate(stand, "anna@mail.example", good_password);
    ASSERT_EQ(anna.sign_in("anna@mail.example", good_password).status, 201U);
    EXPECT_THAT(
        ask_database(stand, "SELECT password_hash FROM account WHERE email = 'anna@mail.example'"),
        StartsWith("$argon2id$")
    );
    EXPECT_EQ(
        ask_database(
            stand,
            "SELECT count(*) FROM account_session WHERE sha256 = '" +
                anna.cookies.at("__Host-jobscout") + "'"
        ),
        "0"
    );
    EXPECT_EQ(
        ask_database(stand, "SELECT count(*) FROM sign_in_attempt WHERE subject LIKE '%192.0.2%'"),
        "0"
    );
}

TEST_F(Accounts, mail_is_in_the_language_asked_for) {
    anna.ask(
        "POST",
        "/v1/accounts",
        R"({"email": "a@mail.example", "password": "sept pierres dans la crique", "language": "fr"})"
    );
    EXPECT_THAT(
        mails_to(stand, "a@mail.example"), ElementsAre(StartsWith("Confirmez votre adresse"))
    );
}

TEST_F(Accounts, cause_few_mails_to_one_address_whoever_asks) {
    register_candidate(stand, "anna@mail.example", good_password);
    for (int turn = 0; turn < 8; ++turn) {
        const auto response = Browser{stand, "198.51.100." + std::to_string(turn)}.ask(
            "POST", "/v1/password-resets", R"({"email": "anna@mail.example"})"
        );
        EXPECT_EQ(response.status, 202U);
    }
    EXPECT_EQ(mails_to(stand, "anna@mail.example").size(), 3U);
}

TEST_F(Accounts, find_firms_by_a_part_of_the_name_whatever_its_accents) {
    for (const std::string name :
         {"Équipe Nord (fictif)", "Example Advisors (fictional)", "50%_"}) {
        stand.ask_as("operator-1", "POST", "/v1/firms", R"({"name": ")" + name + "\"}");
    }
    const auto found = [&](const std::string& query) {
        const auto response = stand.ask_as("candidate-1", "GET", "/v1/firms" + query);
        EXPECT_EQ(response.status, 200U) << response.body;
        std::vector<std::string> names;
        const auto answered = api_test::json_of(response);
        for (const auto& firm : answered.at("items").as_array()) {
            names.emplace_back(firm.at("name").as_string());
        }
        return names;
    };
    EXPECT_THAT(found("?q=EQUIPE"), ElementsAre("Équipe Nord (fictif)"));
    EXPECT_THAT(found("?q=%C3%A9quipe%20n"), ElementsAre("Équipe Nord (fictif)"));
    EXPECT_THAT(found("?q=FICTI&limit=1"), ElementsAre("Équipe Nord (fictif)"));
    EXPECT_THAT(found("?q=%25_"), ElementsAre("50%_"));
    EXPECT_THAT(found("?q=nobody"), ElementsAre());
    EXPECT_THAT(found("?limit=100"), IsSupersetOf({"50%_", "Équipe Nord (fictif)"}));
    EXPECT_EQ(stand.ask("GET", "/v1/firms").status, 401U);
    EXPECT_EQ(
        stand.ask_as("candidate-1", "GET", "/v1/firms?q=" + std::string(201, 'x')).status, 400U
    );
}

TEST_F(Accounts, are_found_by_their_address_for_operators_only) {
    const auto find = [&](const char* who, const std::string& email) {
        return stand.ask_as(
            who, "POST", "/v1/operator/accounts/find", R"({"email": ")" + email + "\"}"
        );
    };
    EXPECT_EQ(find("candidate-1", "anna@mail.example").status, 403U);
    EXPECT_EQ(code_of(find("operator-1", "anna@mail.example")), "account_not_known");
    EXPECT_EQ(code_of(find("operator-1", "no address")), "account_not_known");
    register_candidate(stand, "anna@mail.example", good_password);
    const auto found = find("operator-1", "Anna@MAIL.example");
    ASSERT_EQ(found.status, 200U) << found.body;
    EXPECT_EQ(api_test::json_of(found).at("role"), "candidate");
    EXPECT_EQ(api_test::json_of(found).at("state"), "open");
    const std::string id{api_test::json_of(found).at("id").as_string()};
    EXPECT_EQ(
        stand
            .ask_as(
                "operator-1",
                "POST",
                "/v1/operator/accounts/" + id + "/disable",
                R"({"reason": "asked for"})"
            )
            .status,
        204U
    );
    EXPECT_EQ(api_test::json_of(find("operator-1", "anna@mail.example")).at("state"), "disabled");
}

TEST_F(Accounts, of_a_firm_are_invited_by_an_operator_and_set_up_a_second_factor_first) {
    const auto firm = stand.ask_as(
        "operator-1", "POST", "/v1/firms", R"~({"name": "Example Advisors (fictional)"})~"
    );
    ASSERT_EQ(firm.status, 201U) << firm.body;
    const std::string path =
        "/v1/firms/" + std::string{api_test::json_of(firm).at("id").as_string()} + "/advisors";
    const std::string invited = R"({"email": "advisor@firm.example", "language": "fr"})";
    EXPECT_EQ(stand.ask_as("advisor-1", "POST", path, invited).status, 403U);
    EXPECT_EQ(stand.ask("POST", path, invited).status, 401U);
    EXPECT_EQ(
        code_of(stand.ask_as(
            "operator-1", "POST", "/v1/firms/00000000-0000-4000-8000-000000000000/advisors", invited
        )),
        "firm_not_known"
    );
    EXPECT_EQ(stand.ask_as("operator-1", "POST", path, invited).status, 201U);
    EXPECT_EQ(code_of(stand.ask_as("operator-1", "POST", path, invited)), "exists");
    EXPECT_THAT(
        mails_to(stand, "advisor@firm.example").front(), HasSubstr("Example Advisors (fictional)")
    );

    register_as("advisor@firm.example", other);  // Nobody takes an invitation over so.
    const std::string mail = mails_to(stand, "advisor@firm.example").front();
    const std::string token = mail.substr(mail.find('#') + 1, 64);
    EXPECT_EQ(anna.ask("PUT", "/v1/password-resets", answered(token, good_password)).status, 204U);
    EXPECT_EQ(anna.sign_in("advisor@firm.example", good_password).status, 201U);
    EXPECT_EQ(
        code_of(anna.ask("POST", "/v1/candidates", api_test::candidate_document())),
        "second_factor_to_set_up"
    );
    EXPECT_EQ(code_of(anna.ask("GET", "/v1/sessions")), "second_factor_to_set_up");
    anna.set_up_second_factor();
    EXPECT_EQ(anna.ask("POST", "/v1/candidates", api_test::candidate_document()).status, 201U);

    const std::string standing = "/v1/accounts/me/standing";
    EXPECT_EQ(code_of(anna.ask("PUT", standing, R"({"standing": "regulated"})")), "number_missing");
    EXPECT_EQ(
        anna.ask("PUT", standing, R"({"standing": "regulated", "licence_number": "R000000"})")
            .status,
        204U
    );
    const auto me = api_test::json_of(anna.ask("GET", "/v1/accounts/me"));
    EXPECT_EQ(me.at("standing"), "regulated");
    EXPECT_EQ(me.at("firm_id"), api_test::json_of(firm).at("id"));
    EXPECT_EQ(anna.ask("DELETE", "/v1/accounts/me/second-factor").status, 403U)
        << "the role needs it";
}

}  // namespace
