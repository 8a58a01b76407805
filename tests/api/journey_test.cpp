// The real program over a real socket, from start to SIGTERM.

#include "tests/api/browser.hpp"
#include "tests/http/client.hpp"
#include "tests/support/program.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <spawn.h>
#include <system_error>
#include <unistd.h>

extern char** environ;

namespace {

using api_test::stand;
using testing::HasSubstr;

/// jobscout-api on a port of the system's choice.
class Api {
public:
    explicit Api(
        const std::string& tokens,
        const std::string& snapshot,
        const std::vector<std::string>& more = {}
    ) {
        std::vector<std::string> words{
            PROGRAM_FOLDER "/jobscout-api",
            "--port",
            "0",
            "--database",
            stand().database().conninfo("jobscout_api"),
            "--index",
            stand().index_folder(),
            "--tokens",
            tokens,
            "--snapshot",
            snapshot};
        words.insert(words.end(), more.begin(), more.end());
        std::vector<char*> arguments;
        for (std::string& word : words) {
            arguments.push_back(word.data());
        }
        arguments.push_back(nullptr);

        std::array<int, 2> out{};
        if (::pipe2(out.data(), O_CLOEXEC) != 0) {
            throw std::system_error{errno, std::generic_category(), "pipe2"};
        }
        posix_spawn_file_actions_t redirections{};
        posix_spawn_file_actions_init(&redirections);
        posix_spawn_file_actions_adddup2(&redirections, out[1], STDOUT_FILENO);
        const int error =
            posix_spawn(&process_, arguments[0], &redirections, nullptr, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&redirections);
        ::close(out[1]);
        const std::string address = error == 0 ? read_line(out[0]) : "";
        ::close(out[0]);
        if (address.empty()) {
            throw std::runtime_error{"jobscout-api did not start"};
        }
        port_ = static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1)));
    }
    ~Api() {
        if (process_ != 0) {
            ::kill(process_, SIGKILL);
            wait();
        }
    }
    Api(const Api&) = delete;
    Api& operator=(const Api&) = delete;

    std::uint16_t port() const { return port_; }
    void signal(const int number) const { ::kill(process_, number); }

    /// The exit status; -1 where a signal ended it.
    int wait() {
        int status = 0;
        ::waitpid(std::exchange(process_, 0), &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    static std::string read_line(const int file) {
        std::string line;
        for (char letter = 0; ::read(file, &letter, 1) == 1 && letter != '\n';) {
            line += letter;
        }
        return line;
    }

    pid_t process_ = 0;
    std::uint16_t port_ = 0;
};

/// Asks until the postings are in memory; the test's own time limit bounds it.
void wait_until_ready(const Api& api) {
    while (client::ask(api.port(), "GET", "/readyz").status != 200) {
    }
}

TEST(Journey, starts_answers_and_stops) {
    const support::TemporaryFolder folder;
    const std::filesystem::path columns = folder.path() / "columns.bin";
    std::string matches;
    for (const int signal : {SIGTERM, SIGINT}) {
        EXPECT_EQ(std::filesystem::exists(columns), signal == SIGINT) << "the second time it is";
        Api api{folder.write("tokens.json", api_test::token_file()), columns.string()};
        wait_until_ready(api);
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
          "JOBSCOUT_READ_TIMEOUT_MS",
          "15000"}) {
        EXPECT_THAT(outcome.out, HasSubstr(text));
    }
}

}  // namespace
