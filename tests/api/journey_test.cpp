// The real program over a real socket, from start to SIGTERM.

#include "tests/api/browser.hpp"
#include "tests/api/running_api.hpp"
#include "tests/http/client.hpp"
#include "tests/http/tls_client.hpp"
#include "tests/support/http_server.hpp"
#include "tests/support/program.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

namespace {

using api_test::Api;
using api_test::stand;
using testing::HasSubstr;
using testing::Not;

TEST(Journey, starts_answers_and_stops) {
    const support::TemporaryFolder folder;
    const std::filesystem::path columns = folder.path() / "columns.bin";
    std::string matches;
    for (const int signal : {SIGTERM, SIGINT}) {
        EXPECT_EQ(std::filesystem::exists(columns), signal == SIGINT) << "the second time it is";
        Api api{folder.write("tokens.json", api_test::token_file()), columns.string()};
        api.wait_until_ready();
        EXPECT_EQ(client::ask(api.port(), "GET", "/healthz").status, 200);

        const std::string document = api_test::candidate_document();
        const std::vector<std::pair<std::string, std::string>> token{
            {"Authorization", "Bearer candidate-1-token"}};
        const auto created = client::ask(api.port(), "POST", "/v1/candidates", document, token);
        ASSERT_EQ(created.status, 201) << created.body;
        const auto stored = client::ask(
            api.port(), "GET", created.header("Location") + "/matches?as_of=2026-11-16", "", token
        );
        const auto stateless =
            client::ask(api.port(), "POST", "/v1/matches?as_of=2026-11-16", document);
        EXPECT_EQ(stored.status, 200);
        EXPECT_EQ(stored.body, stateless.body);
        EXPECT_TRUE(matches.empty() || matches == stateless.body)
            << "columns of the file are others";
        matches = stateless.body;
        EXPECT_EQ(stored.header("Cache-Control"), "no-store");

        // A connection that is open and idle does not keep the program from stopping.
        client::Connection idle{api.port()};
        idle.send(client::request("HEAD", "/v1/postings"));
        EXPECT_EQ(idle.receive(client::Connection::Body::absent).status, 200);
        api.signal(signal);
        EXPECT_EQ(api.wait(), 0);
    }
}

TEST(Journey, ranks_nothing_before_it_has_the_postings) {
    const support::TemporaryFolder folder;
    const Api api{folder.write("tokens.json", api_test::token_file()), ""};
    const std::string document = api_test::candidate_document();
    for (int refused = 0;; ++refused) {
        const auto answer =
            client::ask(api.port(), "POST", "/v1/matches?as_of=2026-11-16", document);
        if (answer.status == 200) {
            const auto matches = boost::json::parse(answer.body);
            EXPECT_GT(matches.at("shown").as_int64(), 0) << "after " << refused << " refusals";
            break;
        }
        ASSERT_EQ(answer.status, 503);
        EXPECT_EQ(answer.header("Retry-After"), "1");
        std::this_thread::sleep_for(std::chrono::milliseconds{10});  // Within the rate limit.
    }
}

TEST(Journey, ranks_nothing_before_it_has_the_places) {
    pqxx::connection connection{stand().database().conninfo("jobscout_owner")};
    pqxx::work holding{connection};
    holding.exec("LOCK TABLE gazetteer_place");
    const support::TemporaryFolder folder;
    const Api api{folder.write("tokens.json", api_test::token_file()), ""};
    const auto matches = [&] {
        return client::ask(
            api.port(), "POST", "/v1/matches?as_of=2026-11-16", api_test::candidate_document()
        );
    };
    // Long enough for all else to be loaded.
    for (int pause = 0; pause < 20; ++pause) {
        EXPECT_EQ(matches().status, 503);
        EXPECT_EQ(client::ask(api.port(), "GET", "/readyz").status, 503);
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
    holding.abort();
    api.wait_until_ready();
    EXPECT_EQ(matches().status, 200);
}

TEST(Journey, refuses_passwords_known_from_breaches_where_there_is_a_file) {
    const support::TemporaryFolder folder;
    const std::string file = folder.write(
        "breached.txt",
        "0000000000000000000000000000000000000000:1\r\nBDD0BD24BD480883F6130ABDB4FC64A6C928B8E0:"
        "22\r\n"
    );
    const std::string key = folder.write("key", std::string(64, '5') + "\n");
    const Api api{
        folder.write("tokens.json", api_test::token_file()),
        "",
        {"--account-key", key, "--breached-passwords", file}};
    const auto refused = client::ask(
        api.port(),
        "POST",
        "/v1/accounts",
        api_test::credentials("b@mail.example", "seven stones lie in the cove")
    );
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("password_breached"));
    const auto taken = client::ask(
        api.port(),
        "POST",
        "/v1/accounts",
        api_test::credentials("b@mail.example", "eight herons stand in the marsh")
    );
    EXPECT_EQ(taken.status, 202) << taken.body;
}

TEST(Journey, signs_people_in_where_it_has_a_key) {
    const support::TemporaryFolder folder;
    const std::string columns = folder.path() / "columns.bin";
    const std::string tokens = folder.write("tokens.json", api_test::token_file());
    const std::string key = folder.write("key", std::string(64, '5') + "\n");
    const char* const email = "journey@mail.example";
    const char* const password = "seven stones lie in the cove";
    api_test::register_candidate(stand(), email, password);
    const auto sign_in = [&](const Api& api) {
        return client::ask(
            api.port(), "POST", "/v1/sessions", api_test::credentials(email, password)
        );
    };
    {
        const Api api{tokens, columns};
        EXPECT_EQ(sign_in(api).status, 503);
    }
    {
        const Api api{tokens, columns, {"--account-key", key}};
        EXPECT_EQ(sign_in(api).header("Set-Cookie").find("__Host-jobscout="), 0U);
    }
    const Api api{tokens, columns, {"--account-key", key, "--plain-cookies"}};
    const std::string cookie = sign_in(api).header("Set-Cookie");
    EXPECT_EQ(cookie.find("jobscout="), 0U) << cookie;
    EXPECT_EQ(cookie.find("Secure"), std::string::npos) << cookie;
    const std::vector<std::pair<std::string, std::string>> headers{
        {"Cookie", cookie.substr(0, cookie.find(';'))}};
    EXPECT_EQ(client::ask(api.port(), "GET", "/v1/accounts/me", "", headers).status, 200);
}

TEST(Journey, names_whom_to_tell_of_a_weakness_where_the_operator_does) {
    const support::TemporaryFolder folder;
    const std::string columns = folder.path() / "columns.bin";
    const std::string tokens = folder.write("tokens.json", api_test::token_file());
    const auto status = [&](const std::vector<std::string>& options) {
        const Api api{tokens, columns, options};
        return client::ask(api.port(), "GET", "/.well-known/security.txt").status;
    };
    EXPECT_EQ(status({}), 404);
    EXPECT_EQ(status({"--security-contact", "https://jobs.example/security"}), 200);
    EXPECT_THROW(status({"--security-contact", "security@jobs.example"}), std::runtime_error);
}

using Headers = std::vector<std::pair<std::string, std::string>>;

TEST(Journey, tells_one_account_to_wait_and_serves_the_others) {
    const support::TemporaryFolder folder;
    const Api api{
        folder.write("tokens.json", api_test::token_file()),
        folder.path() / "columns.bin",
        {"--account-requests-burst", "2", "--account-requests-per-second", "1"}};
    const auto ask = [&](const std::string& token) {
        const Headers headers{{"Authorization", "Bearer " + token}};
        return client::ask(api.port(), "GET", "/v1/saved-searches", "", headers);
    };
    const auto first = ask("candidate-1-token");
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(first.header("RateLimit-Policy"), "\"account\";q=2;w=2");
    ask("candidate-1-token");
    const auto refused = ask("candidate-1-token");
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(refused.header("Retry-After"), "1");
    EXPECT_EQ(ask("candidate-2-token").status, 200);
    EXPECT_EQ(client::ask(api.port(), "GET", "/healthz").status, 200);
}

TEST(Journey, speaks_tls_and_takes_a_new_certificate_on_sighup) {
    const support::TemporaryFolder folder;
    const auto write = [&folder] {
        const auto identity = support::tls_identity("localhost");
        folder.write("certificate.pem", identity.certificate);
        folder.write("key.pem", identity.key);
        return identity.certificate;
    };
    const std::string first = write();
    const std::string certificate = folder.path() / "certificate.pem";
    Api api{
        folder.write("tokens.json", api_test::token_file()),
        folder.path() / "columns.bin",
        {"--address",
         "0.0.0.0",
         "--tls-certificate",
         certificate,
         "--tls-key",
         folder.path() / "key.pem"}};
    EXPECT_THAT(api.address(), testing::StartsWith("https://0.0.0.0:"));
    const std::string get = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
    http_test::TlsConnection before{api.port(), {}};
    EXPECT_EQ(before.certificate(), first);
    EXPECT_THAT(before.ask(get), HasSubstr("Strict-Transport-Security"));
    const std::string second = write();
    api.signal(SIGHUP);
    // The signal is taken up between two connections; the test's own time limit bounds it.
    while (http_test::TlsConnection{api.port(), {}}.certificate() != second) {
    }
    EXPECT_THAT(before.ask(get), HasSubstr("200 OK"));
    folder.write("certificate.pem", "nothing");
    api.signal(SIGHUP);
    while (api.err().find("tls_not_reloaded") == std::string::npos) {
    }
    EXPECT_THAT(api.err(), HasSubstr("certificate.pem: no certificate in PEM"));
    EXPECT_THAT(before.ask(get), HasSubstr("200 OK"));
    api.signal(SIGTERM);
    EXPECT_EQ(api.wait(), 0);
}

TEST(Journey, continues_a_trace_in_its_log) {
    const support::TemporaryFolder folder;
    Api api{folder.write("tokens.json", api_test::token_file()), folder.path() / "columns.bin"};
    const std::string id = "4bf92f3577b34da6a3ce929d0e0e4736";
    const Headers headers{{"traceparent", "00-" + id + "-00f067aa0ba902b7-01"}};
    const auto answer = client::ask(api.port(), "GET", "/healthz", "", headers);
    api.signal(SIGTERM);
    api.wait();
    EXPECT_THAT(api.err(), HasSubstr("\"request_id\":\"" + answer.header("X-Request-Id") + "\""));
    EXPECT_THAT(api.err(), HasSubstr("\"trace_id\":\"" + id + "\""));
    EXPECT_THAT(api.err(), HasSubstr("\"parent_id\":\"00f067aa0ba902b7\""));
    EXPECT_THAT(answer.header("traceparent"), HasSubstr("00-" + id + "-"));
}

struct Misuse {
    std::vector<std::string> arguments;
    std::string message;
};

TEST(Journey, is_refused_with_status_2_where_it_cannot_begin) {
    const support::TemporaryFolder folder;
    const std::vector<Misuse> all{
        {{"--address", "0.0.0.0"}, "'0.0.0.0' is not a loopback address"},
        {{"--address", "::"}, "'::' is not a loopback address"},
        {{"--address", "192.0.2.1"}, "'192.0.2.1' is not a loopback address"},
        {{"--admin-port", "0", "--admin-address", "0.0.0.0"},
         "admin-address: '0.0.0.0' is not a loopback address"},
        {{"--admin-port", "70000"}, "--admin-port"},
        {{"--tls-certificate", "/nowhere"}, "one without the other"},
        {{"--tls-certificate", "/nowhere", "--tls-key", "/nowhere"}, "/nowhere: no certificate"},
        {{"--trusted-proxy", "10.0.0.0/33"}, "'10.0.0.0/33' is not an address or a network"},
        {{"--cors-origin", "*"}, "'*' is not an origin"},
        {{"--forwarded-header", "x-real-ip"}, "--forwarded-header"},
        {{"--database", "host=/x password=planted"}, "a password stands on the command line"},
        {{"--database", "postgresql://me:planted@x/y"}, "a password stands on the command line"},
        {{"--address", "localhost"}, "'localhost' is not a loopback address"},
        {{"--port", "70000"}, "--port"},
        {{"--workers", "0"}, "--workers"},
        {{"--basis", "1999-01-01"}, "basis: there is no rule set '1999-01-01'"},
        {{"--rules-folder", "/nowhere"}, "/nowhere: is not a folder"},
        {{"--tokens", "/nowhere"}, "--tokens"},
        {{"--tokens", folder.write("tokens.json", "[1]")}, "tokens.json: [0]"},
        {{"--account-key", folder.write("key", "12")}, "key: not 64 hexadecimal digits"},
        {{"--nonsense"}, "--nonsense"},
    };
    for (const Misuse& misuse : all) {
        const auto outcome = support::run_program("jobscout-api", misuse.arguments);
        EXPECT_EQ(outcome.status, 2) << misuse.message;
        EXPECT_THAT(outcome.err, HasSubstr(misuse.message));
        EXPECT_THAT(outcome.err, Not(HasSubstr("planted")));
    }
}

TEST(Journey, takes_its_options_from_a_file_that_other_programs_share) {
    const support::TemporaryFolder folder;
    const std::string file =
        folder.write("jobscout.conf", "of-another-program = 7\naddress = \"0.0.0.0\"\n");
    const std::string message = "'0.0.0.0' is not a loopback address";
    EXPECT_THAT(support::run_program("jobscout-api", {"--config", file}).err, HasSubstr(message));
    EXPECT_THAT(
        support::run_program("jobscout-api", {}, "", {"JOBSCOUT_CONFIG=" + file}).err,
        HasSubstr(message)
    );
}

TEST(Journey, tells_every_option_with_its_variable_and_default) {
    const auto outcome = support::run_program("jobscout-api", {"--help"});
    EXPECT_EQ(outcome.status, 0);
    for (const char* text :
         {"--config",
          "--address",
          "127.0.0.1",
          "JOBSCOUT_PORT",
          "8080",
          "JOBSCOUT_DATABASE",
          "JOBSCOUT_INDEX",
          "JOBSCOUT_TOKENS",
          "2022-11-16",
          "JOBSCOUT_REQUESTS_IN_FLIGHT_MAX",
          "JOBSCOUT_IDLE_TIMEOUT_MS",
          "JOBSCOUT_TLS_CERTIFICATE",
          "15000"}) {
        EXPECT_THAT(outcome.out, HasSubstr(text));
    }
}

}  // namespace
