// What a monitor is told, by the real program at a port of its own.

#include "tests/api/running_api.hpp"
#include "tests/http/client.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

#include <csignal>
#include <map>
#include <sstream>

namespace {

using api_test::Api;
using api_test::Stand;
using testing::HasSubstr;
using testing::Not;

/// The value of each series.
std::map<std::string, double> series(const std::string& page) {
    std::map<std::string, double> values;
    std::istringstream lines{page};
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with('#')) {
            const auto space = line.rfind(' ');
            values[line.substr(0, space)] = std::stod(line.substr(space + 1));
        }
    }
    return values;
}

class Metrics : public testing::Test {
protected:
    std::string page() const { return client::ask(api_.admin_port(), "GET", "/metrics").body; }

    Stand room_;
    support::TemporaryFolder folder_;
    Api api_{
        folder_.write("tokens.json", api_test::token_file()),
        folder_.path() / "columns.bin",
        {"--admin-port", "0", "--workers", "3"},
        {},
        room_};
};

std::string requests(const std::string& labels) {
    return "http_server_request_duration_seconds_count{http_request_method=\"GET\"," + labels +
           ",url_scheme=\"http\"}";
}

TEST_F(Metrics, count_requests_by_their_route_and_never_by_their_path) {
    api_.wait_until_ready();
    const auto list = client::ask(api_.port(), "GET", "/v1/postings?as_of=2026-11-16&limit=2");
    const auto known = boost::json::parse(list.body);
    ASSERT_EQ(known.at("postings").as_array().size(), 2U);
    client::ask(api_.port(), "GET", "/secret-path");
    for (const auto& posting : known.at("postings").as_array()) {
        const std::string id{posting.at("id").as_string()};
        client::ask(api_.port(), "GET", "/v1/postings/" + id + "?as_of=2026-11-16");
    }
    const std::string of_postings =
        requests(R"(http_response_status_code="200",http_route="/v1/postings/{id:integer}")");
    // Requests are counted once they are answered; the test's own time limit bounds the wait.
    std::string told = page();
    while (series(told)[of_postings] < 2) {
        told = page();
    }
    auto values = series(told);
    EXPECT_EQ(values[of_postings], 2);
    EXPECT_EQ(values[requests(R"(http_response_status_code="404")")], 1);
    EXPECT_THAT(told, Not(HasSubstr("secret-path")));
    EXPECT_THAT(told, Not(HasSubstr("2026-11-16\"")));
}

TEST_F(Metrics, tell_how_the_service_stands) {
    api_.wait_until_ready();
    auto values = series(page());
    EXPECT_EQ(values["jobscout_database_up"], 1);
    EXPECT_EQ(values["jobscout_index_up"], 1);
    EXPECT_GT(values["jobscout_stored_revision"], 0);
    EXPECT_EQ(values["jobscout_index_lag_revisions"], 0);
    EXPECT_EQ(values["jobscout_columns_lag_revisions"], 0);
    EXPECT_EQ(values["jobscout_columns_postings"], values["jobscout_index_postings"]);
    EXPECT_EQ(values["jobscout_database_connections_max"], 7);
    EXPECT_EQ(values[R"(jobscout_rules_basis{rules="2022-11-16"})"], 1);
    EXPECT_EQ(
        values
            [R"(jobscout_rules_effective_timestamp_seconds{rules="2022-11-16",status="historic"})"],
        1'668'556'800
    );
    EXPECT_GT(values["process_resident_memory_bytes"], 1'000'000);
    EXPECT_GT(values["process_start_time_seconds"], 1'700'000'000);
}

TEST_F(Metrics, tell_what_waits_in_the_database) {
    pqxx::connection connection{room_.database().conninfo()};
    pqxx::work work{connection};
    work.exec(
        "INSERT INTO mail_outbox (recipient, language, subject, body) VALUES "
        "('somebody@mail.example', 'en', 'Secret subject', 'Secret body')"
    );
    work.exec("INSERT INTO job (kind, arguments) VALUES ('package', '{}')");
    work.exec(
        "INSERT INTO source_run (source, started_at, finished_at, failures, error, ingested, "
        "records, quarantined) VALUES ('feed \"of\" one', '2026-11-16T08:00:00Z', "
        "'2026-11-16T08:00:07Z', 3, 'answered 503', '', 0, 0)"
    );
    work.exec("INSERT INTO program_seen VALUES ('watch', '2026-11-16T08:00:00Z')");
    work.commit();
    const std::string told = page();
    auto values = series(told);
    EXPECT_EQ(values["jobscout_mail_waiting"], 1);
    EXPECT_GT(values["jobscout_mail_oldest_timestamp_seconds"], 1'700'000'000);
    EXPECT_EQ(values[R"(jobscout_jobs_waiting{kind="package"})"], 1);
    EXPECT_EQ(values[R"(jobscout_source_failures_in_a_row{source="feed \"of\" one"})"], 3);
    EXPECT_EQ(values[R"(jobscout_program_seen_timestamp_seconds{program="watch"})"], 1'794'816'000);
    EXPECT_THAT(told, Not(HasSubstr("Secret")));
    EXPECT_THAT(told, Not(HasSubstr("mail.example")));
}

TEST_F(Metrics, are_told_at_a_port_where_nothing_else_is) {
    api_.wait_until_ready();
    EXPECT_EQ(client::ask(api_.port(), "GET", "/metrics").status, 404);
    EXPECT_EQ(client::ask(api_.admin_port(), "GET", "/v1/postings").status, 404);
    EXPECT_EQ(client::ask(api_.admin_port(), "GET", "/healthz").status, 200);
    EXPECT_EQ(client::ask(api_.admin_port(), "GET", "/readyz").status, 200);
    EXPECT_EQ(client::ask(api_.admin_port(), "POST", "/metrics").status, 405);
    EXPECT_EQ(
        client::ask(api_.admin_port(), "GET", "/metrics").header("Content-Type"),
        "text/plain; version=0.0.4; charset=utf-8"
    );
    EXPECT_THAT(api_.err(), Not(HasSubstr("/metrics")))
        << "which would be a line every few seconds";
}

TEST_F(Metrics, go_with_the_program) {
    const std::uint16_t port = api_.admin_port();
    api_.signal(SIGTERM);
    EXPECT_EQ(api_.wait(), 0);
    EXPECT_ANY_THROW(client::ask(port, "GET", "/healthz"));
}

TEST_F(Metrics, and_readiness_tell_of_a_database_that_lacks_migrations) {
    api_.wait_until_ready();
    pqxx::connection connection{room_.database().conninfo()};
    pqxx::nontransaction{connection}.exec(
        "DELETE FROM schema_migration WHERE number = (SELECT max(number) FROM schema_migration)"
    );
    const auto answer = client::ask(api_.port(), "GET", "/readyz");
    EXPECT_EQ(answer.status, 503);
    EXPECT_THAT(answer.body, HasSubstr("the database lacks migrations"));
    EXPECT_EQ(client::ask(api_.port(), "GET", "/healthz").status, 200);
}

}  // namespace
