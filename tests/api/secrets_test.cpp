// The whole log of the real program, after everything secret that it knows has gone through it.

#include "tests/api/browser.hpp"
#include "tests/api/running_api.hpp"
#include "tests/http/client.hpp"
#include "tests/support/http_server.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <sstream>

namespace {

namespace json = boost::json;
using api_test::Api;
using api_test::stand;
using Headers = std::vector<std::pair<std::string, std::string>>;

constexpr const char* keepers_email = "keeper.of.secrets@mail.example";
constexpr const char* keepers_password = "five herons stand in the marsh";
constexpr const char* wrong_password = "six herons stand in the marsh";
constexpr const char* database_password = "planted-database-password";

std::string member(const client::Answer& answer, const char* name) {
    return std::string{json::parse(answer.body).at(name).as_string()};
}

/// Every line is an object of its own, and none holds a secret.
void expect_clean(const std::string& log, const std::vector<std::string>& secrets) {
    std::istringstream lines{log};
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        json::error_code error;
        EXPECT_TRUE(json::parse(line, error).is_object()) << line;
    }
    EXPECT_GT(count, 5U);
    for (const std::string& secret : secrets) {
        ASSERT_GE(secret.size(), 6U);
        EXPECT_EQ(log.find(secret), std::string::npos) << "a line holds " << secret;
    }
}

TEST(Secrets, stand_in_no_line_of_the_log) {
    const support::TemporaryFolder folder;
    const std::string key(64, '5');
    api_test::register_candidate(stand(), keepers_email, keepers_password);
    Api api{
        folder.write("tokens.json", api_test::token_file()),
        folder.path() / "columns.bin",
        {"--account-key", folder.write("key", key + "\n")},
        {"JOBSCOUT_DATABASE=" + stand().database().conninfo("jobscout_api") +
         " password=" + database_password}};
    api.wait_until_ready();
    std::vector<std::string> secrets{
        keepers_email,
        keepers_password,
        wrong_password,
        database_password,
        key,
        "127.0.0.1",
        "candidate-1-token"};
    const auto ask = [&](const char* method,
                         const std::string& target,
                         const std::string& body,
                         const Headers& headers) {
        return client::ask(api.port(), method, target, body, headers);
    };

    ask("POST", "/v1/sessions", api_test::credentials(keepers_email, wrong_password), {});
    const auto signed_in =
        ask("POST", "/v1/sessions", api_test::credentials(keepers_email, keepers_password), {});
    ASSERT_LT(signed_in.status, 300) << signed_in.body;
    const std::string set = signed_in.header("Set-Cookie");
    const std::string cookie = set.substr(0, set.find(';'));
    const std::string csrf = member(signed_in, "csrf_token");
    secrets.push_back(cookie.substr(cookie.find('=') + 1));
    secrets.push_back(csrf);
    const Headers session{{"Cookie", cookie}, {"X-CSRF-Token", csrf}};
    const auto token =
        ask("POST",
            "/v1/api-tokens",
            R"({"name": "planted-name", "scopes": ["candidates:read"], "days": 1})",
            session);
    ASSERT_LT(token.status, 300) << token.body;
    secrets.push_back(member(token, "token"));
    secrets.emplace_back("planted-name");
    ask("GET", "/v1/saved-searches", "", {{"Authorization", "Bearer " + member(token, "token")}});
    ask("GET", "/v1/saved-searches", "", {{"Authorization", "Bearer planted-bearer"}});
    ask("GET", "/v1/postings?q=planted-query&planted-parameter=1", "", {{"X-A", "planted-header"}});
    ask("GET", "/v1/planted-path", "", {});
    ask("GET", "/v1/feeds/" + std::string(64, 'e') + "/alerts.atom", "", {});
    ask("POST", "/v1/crs", "{planted-body", {});
    ask("PUT",
        "/v1/password-resets",
        R"({"token": "planted-reset", "password": "planted-new-password"})",
        {});
    ask("PLANTEDMETHOD", "/", "", {});
    client::Connection malformed{api.port()};
    malformed.send("planted-line\r\n\r\n");
    malformed.receive();
    const Headers owner{{"Authorization", "Bearer candidate-1-token"}};
    ask("POST", "/v1/candidates", api_test::candidate_document("planted-skill"), owner);
    for (const char* planted :
         {"planted-bearer",
          "planted-query",
          "planted-parameter",
          "planted-header",
          "planted-path",
          "planted-body",
          "planted-reset",
          "planted-new-password",
          "PLANTEDMETHOD",
          "planted-line",
          "planted-skill",
          "eeeeeeeeeeee"}) {
        secrets.emplace_back(planted);
    }
    api.signal(SIGTERM);
    EXPECT_EQ(api.wait(), 0);
    expect_clean(api.err(), secrets);
}

TEST(Secrets, stand_in_no_line_of_the_log_where_the_database_does_not_answer) {
    const support::TemporaryFolder folder;
    for (const std::string conninfo :
         {"host=/nowhere dbname=x password=planted-database-password",
          "host=/nowhere dbname=x password=planted database-password",
          "postgresql://me:planted-database-password@localhost:1/x"}) {
        Api api{
            folder.write("tokens.json", api_test::token_file()),
            folder.path() / "columns.bin",
            {"--refresh-interval-ms", "10"},
            {"JOBSCOUT_DATABASE=" + conninfo}};
        const auto refused = client::ask(api.port(), "GET", "/v1/postings/1");
        EXPECT_EQ(refused.status, 503);
        EXPECT_EQ(refused.header("Retry-After"), "1");
        EXPECT_EQ(client::ask(api.port(), "GET", "/readyz").status, 503);
        EXPECT_EQ(client::ask(api.port(), "GET", "/healthz").status, 200);
        for (int i = 0; i < 5; ++i) {
            client::ask(api.port(), "GET", "/v1/postings");
        }
        api.signal(SIGTERM);
        api.wait();
        expect_clean(api.err(), {"database-password"});
    }
}

}  // namespace
