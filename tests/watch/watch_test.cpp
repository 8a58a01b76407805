// `jobscout-indexer watch` as it runs for weeks: sources that fail, signals, PostgreSQL restarting.

#include "tests/support/test_database.hpp"
#include "tests/watch/stand.hpp"

#include <gmock/gmock.h>
#include <pqxx/pqxx>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <sstream>

namespace {

namespace bj = boost::json;
using support::HttpConnection;
using support::HttpRequest;
using support::HttpServer;
using testing::HasSubstr;
using testing::SizeIs;

HttpServer::Handler giving(const std::string& body) {
    return [=](const HttpRequest&, HttpConnection& to) { to.respond(200, body); };
}

/// What the status says of a source; null until there is one.
bj::value member(const Stand& stand, const std::size_t source, const std::string_view name) {
    const bj::object status = stand.status();
    const auto* sources = status.if_contains("sources");
    return sources == nullptr ? bj::value(nullptr) : sources->at(source).at(name);
}

bool has_run(const Stand& stand, const std::size_t source) {
    return eventually([&] { return !member(stand, source, "last_run").is_null(); });
}

TEST(Watch, runs_every_source_and_tells_how_it_stands) {
    const support::TestDatabase database;
    const Stand stand{database.conninfo()};
    const HttpServer good{giving(feed(1, 3))};
    const HttpServer refused{[](const HttpRequest&, HttpConnection& to) { to.respond(403, ""); }};
    stand.list({remote("refused", refused.url("/?key=secret")), remote("good", good.url("/feed"))});
    const auto watch = stand.watch();
    ASSERT_TRUE(has_run(stand, 0)) << watch->err();
    ASSERT_TRUE(has_run(stand, 1)) << watch->err();
    ASSERT_TRUE(eventually([&] { return stand.status().at("doing") == "waiting_for_next"; }));

    EXPECT_THAT(member(stand, 0, "last_error").as_string(), HasSubstr("answered 403"));
    EXPECT_EQ(member(stand, 0, "failures_in_a_row"), 1);
    EXPECT_TRUE(member(stand, 1, "last_error").is_null());
    EXPECT_EQ(member(stand, 1, "records"), 3);
    EXPECT_EQ(stand.status().at("index").at("documents"), 3);
    EXPECT_THAT(stand.metrics(), HasSubstr("jobscout_ingest_records_total{source=\"good\"} 3\n"));
    EXPECT_THAT(stand.metrics(), HasSubstr("jobscout_source_errors_total{source=\"refused\"} 1\n"));
    EXPECT_THAT(stand.metrics(), HasSubstr("jobscout_index_postings 3\n"));

    // For the operator's pages: without the key, and when each is due.
    pqxx::connection connection{database.conninfo()};
    pqxx::nontransaction session{connection};
    const auto listed = session.exec(
        "SELECT name, address, every_minutes, due_at > now() AND due_at <= now() + interval '1 "
        "hour', source_run.posting_source FROM listed_source JOIN source_run ON source = name "
        "ORDER BY name"
    );
    ASSERT_EQ(listed.size(), 2U);
    EXPECT_EQ(listed[0][0].as<std::string>(), "good");
    EXPECT_EQ(listed[0][4].as<std::string>(), "good");
    EXPECT_EQ(listed[1][1].as<std::string>(), refused.url("/?***"));
    for (const auto& row : listed) {
        EXPECT_EQ(row[2].as<int>(), 60);
        EXPECT_TRUE(row[3].as<bool>()) << row[0];
    }

    // Another one would write over its files.
    const auto another = stand.run({"fetch"});
    EXPECT_EQ(another.status, 1);
    EXPECT_THAT(another.err, HasSubstr("another jobscout-indexer fetches into"));

    watch->signal(SIGTERM);
    const support::Outcome outcome = watch->wait();
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(stand.status().at("doing"), "stopped");
    EXPECT_THAT(outcome.err, HasSubstr("good: ingested 3 records, 0 of them kept aside"));
    EXPECT_THAT(outcome.err, testing::Not(HasSubstr("secret")));
    std::istringstream log{outcome.err};
    for (std::string line; std::getline(log, line);) {
        EXPECT_EQ(bj::parse(line).at("event"), "watch") << line;
    }
    EXPECT_THAT(good.requests(), SizeIs(1));
    EXPECT_EQ(
        session.exec("SELECT program FROM program_seen").front()[0].as<std::string>(), "watch"
    );
}

void add(const std::string& database, const std::string& name, const std::string& url) {
    pqxx::connection connection{database};
    pqxx::nontransaction{connection}.exec_params(
        "INSERT INTO added_source VALUES ($1, $2, 'operator', now())",
        name,
        R"({"schedule": {"every_minutes": 60}, "url": ")" + url + "\"}"
    );
}

std::string names(const Stand& stand) {
    std::string names;
    const bj::object status = stand.status();
    if (const bj::value* const sources = status.if_contains("sources")) {
        for (const bj::value& source : sources->as_array()) {
            names.append(source.at("name").as_string()).append(" ");
        }
    }
    return names;
}

TEST(AddedSources, are_taken_up_by_the_watch_as_operators_add_and_remove_while_it_runs) {
    const support::TestDatabase database;
    const Stand stand{database.conninfo()};
    const HttpServer server{giving(feed(1, 2))};
    const HttpServer another{giving(feed(3, 4))};
    stand.folder().write(
        "sources.json",
        bj::serialize(bj::object{
            {"private_origins", {server.url("")}},
            {"sources",
             {{{"name", "listed"},
               {"url", server.url("/feed")},
               {"allow_private", true},
               {"schedule", {{"every_minutes", 60}}}}}}})
    );
    const auto watch = stand.watch();
    ASSERT_TRUE(has_run(stand, 0)) << watch->err();
    add(database.conninfo(), "added", server.url("/added"));
    add(database.conninfo(), "inside", another.url("/"));
    add(database.conninfo(), "listed", another.url("/"));
    add(database.conninfo(), "spoilt", "ftp://jobs.example/");
    ASSERT_TRUE(eventually([&] { return names(stand) == "listed added inside "; })) << watch->err();
    ASSERT_TRUE(has_run(stand, 1)) << watch->err();
    ASSERT_TRUE(has_run(stand, 2)) << watch->err();
    EXPECT_EQ(member(stand, 1, "records"), 2);
    EXPECT_THAT(member(stand, 2, "last_error").as_string(), HasSubstr("is not a public one"));
    EXPECT_THAT(another.requests(), SizeIs(0));
    EXPECT_THAT(watch->err(), HasSubstr("listed: left out as added"));
    EXPECT_THAT(watch->err(), HasSubstr("spoilt: left out: url: "));

    pqxx::connection connection{database.conninfo()};
    pqxx::nontransaction session{connection};
    EXPECT_EQ(
        session.exec("SELECT string_agg(name, ' ' ORDER BY name) FROM listed_source WHERE added")
            .front()[0]
            .as<std::string>(),
        "added inside"
    );
    session.exec("DELETE FROM added_source WHERE name = 'added'");
    ASSERT_TRUE(eventually([&] { return names(stand) == "listed inside "; })) << watch->err();
    EXPECT_THAT(server.requests(), SizeIs(3))
        << "robots.txt and two feeds: nothing runs twice for a change of the others";
}

TEST(AddedSources, are_fetched_by_their_names) {
    const support::TestDatabase database;
    const Stand stand{database.conninfo()};
    const HttpServer server{giving(feed(1, 2))};
    stand.folder().write(
        "sources.json",
        bj::serialize(bj::object{{"private_origins", {server.url("")}}, {"sources", bj::array{}}})
    );
    add(database.conninfo(), "added", server.url("/feed"));
    EXPECT_EQ(stand.fetch({"added"}).at("sources").at(0).at("outcome"), "ingested");
}

TEST(Watch, goes_on_where_the_schedule_stood_after_a_restart) {
    const support::TestDatabase database;
    const Stand stand{database.conninfo()};
    const HttpServer server{giving(feed(1, 1))};
    stand.list({remote("first", server.url("/first"))});
    stand.fetch({});
    stand.list({remote("first", server.url("/first")), remote("second", server.url("/second"))});
    const auto watch = stand.watch();
    ASSERT_TRUE(has_run(stand, 1)) << watch->err();
    watch->signal(SIGINT);
    EXPECT_EQ(watch->wait().status, 0);
    ASSERT_THAT(server.requests(), SizeIs(2));  // The first one has its hour.
    EXPECT_EQ(server.requests()[1].target, "/second");
}

TEST(Watch, stops_in_the_middle_of_a_fetch_and_keeps_what_stood_there) {
    const support::TestDatabase database;
    const Stand stand{database.conninfo()};
    const HttpServer server{[](const HttpRequest&, HttpConnection& to) {
        to.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
        to.wait(std::chrono::seconds{20});
    }};
    stand.list({remote("slow", server.url("/feed"))});
    stand.folder().write("fetched/slow/page-1", "last time");
    const auto watch = stand.watch();
    ASSERT_TRUE(eventually([&] { return !server.requests().empty(); }));
    EXPECT_EQ(stand.status().at("running"), "slow");
    const auto start = std::chrono::steady_clock::now();
    watch->signal(SIGTERM);
    EXPECT_EQ(watch->wait().status, 0);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds{10});
    EXPECT_FALSE(std::filesystem::exists(stand.folder().path() / "fetched/slow/page-1.part"));
    EXPECT_TRUE(std::filesystem::exists(stand.folder().path() / "fetched/slow/page-1"));
}

TEST(Watch, ends_only_after_the_records_that_it_is_taking_in) {
    const support::TestDatabase database;
    const Stand stand{database.conninfo()};
    const HttpServer server{giving(feed(1, 1500))};
    stand.list({remote("large", server.url("/feed"))});
    const auto watch = stand.watch();
    const auto file = stand.folder().path() / "fetched/large/page-1";
    ASSERT_TRUE(eventually([&] { return std::filesystem::exists(file); }));
    watch->signal(SIGTERM);
    const support::Outcome outcome = watch->wait();
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    const auto status = bj::parse(stand.run({"status", "--json"}).out);
    EXPECT_EQ(status.at("index").at("revision"), status.at("revision"));
    EXPECT_EQ(status.at("index").at("documents"), status.at("verified"));
    // Either it had begun and took in all, or it had not and took in nothing.
    const auto verified = status.at("verified").as_int64();
    EXPECT_TRUE(verified == 1500 || verified == 0) << verified;
}

TEST(Watch, survives_a_folder_that_cannot_be_written_to) {
    const support::TestDatabase database;
    const Stand stand{database.conninfo()};
    const HttpServer server{giving(feed(1, 2))};
    stand.list({remote("blocked", server.url("/a")), remote("good", server.url("/b"))});
    stand.folder().write("fetched/blocked", "a file where the folder should be");
    const auto watch = stand.watch();
    ASSERT_TRUE(has_run(stand, 1)) << watch->err();
    EXPECT_THAT(member(stand, 0, "last_error").as_string(), HasSubstr("blocked"));
    EXPECT_EQ(member(stand, 1, "records"), 2);
    watch->signal(SIGTERM);
    EXPECT_EQ(watch->wait().status, 0);
}

/// A cluster of the test's own, to be stopped and started.
class Cluster {
public:
    Cluster() { start(); }
    ~Cluster() { stop(); }
    Cluster(const Cluster&) = delete;
    Cluster& operator=(const Cluster&) = delete;

    void start() { socket_ = output_of("start", " --throwaway"); }
    void stop() { output_of("stop", ""); }
    std::string conninfo() const { return "host=" + socket_ + " dbname=watched user=postgres"; }

private:
    std::string output_of(const std::string& verb, const std::string& options) const {
        const std::string command = "'" REPOSITORY_ROOT "/deploy/cluster' " + verb + " '" +
                                    folder_.path().string() + "'" + options;
        std::string output(256, '\0');
        FILE* const pipe = popen(command.c_str(), "r");
        output.resize(std::fread(output.data(), 1, output.size(), pipe));
        EXPECT_EQ(pclose(pipe), 0) << command;
        return output.substr(0, output.find('\n'));
    }

    support::TemporaryFolder folder_;
    std::string socket_;
};

TEST(Watch, waits_for_postgresql_and_goes_on) {
    Cluster cluster;
    const Stand stand{cluster.conninfo()};
    ASSERT_EQ(stand.run({"migrate"}).status, 0);
    std::atomic<bool> answer = false;
    const HttpServer server{[&](const HttpRequest&, HttpConnection& to) {
        while (!answer && to.wait(std::chrono::milliseconds{20})) {
        }
        to.respond(200, feed(1, 3));
    }};
    stand.list({remote("harbourline", server.url("/feed"))});
    const auto watch = stand.watch();
    ASSERT_TRUE(eventually([&] { return !server.requests().empty(); })) << watch->err();

    // PostgreSQL goes away between the fetch and the ingest.
    cluster.stop();
    answer = true;
    ASSERT_TRUE(eventually([&] { return stand.status().at("doing") == "waiting_for_database"; }))
        << watch->err();
    EXPECT_THAT(stand.metrics(), HasSubstr("jobscout_watch_database_reachable 0\n"));
    EXPECT_TRUE(member(stand, 0, "last_run").is_null());

    cluster.start();
    ASSERT_TRUE(has_run(stand, 0)) << watch->err();
    EXPECT_TRUE(member(stand, 0, "last_error").is_null());
    EXPECT_EQ(member(stand, 0, "records"), 3);
    EXPECT_THAT(stand.metrics(), HasSubstr("jobscout_watch_database_reachable 1\n"));
    watch->signal(SIGTERM);
    const support::Outcome outcome = watch->wait();
    EXPECT_EQ(outcome.status, 0);
    EXPECT_THAT(outcome.err, HasSubstr("PostgreSQL does not answer; waiting for it"));
    EXPECT_THAT(outcome.err, HasSubstr("PostgreSQL answers again"));
    EXPECT_EQ(bj::parse(stand.run({"status", "--json"}).out).at("verified"), 3);
}

TEST(Watch, waits_for_postgresql_also_at_its_start_and_stops_while_it_waits) {
    const Stand stand{"host=/nonexistent dbname=watched"};
    stand.list({remote("harbourline", "http://127.0.0.1:1/")});
    const auto watch = stand.watch();
    ASSERT_TRUE(eventually([&] {
        const bj::object status = stand.status();
        return !status.empty() && status.at("doing") == "waiting_for_database";
    })) << watch->err();
    watch->signal(SIGTERM);
    EXPECT_EQ(watch->wait().status, 0);
}

TEST(Watch, begins_when_postgresql_does_what_it_refused_at_the_start) {
    const support::TestDatabase database;
    const Stand stand{database.conninfo()};
    const HttpServer server{giving(feed(1, 2))};
    stand.list({remote("harbourline", server.url("/feed"))});
    pqxx::connection connection{database.conninfo()};
    pqxx::nontransaction session{connection};
    session.exec("ALTER TABLE listed_source RENAME TO away");
    const auto watch = stand.watch();
    ASSERT_TRUE(eventually([&] { return watch->err().find("not begun: ") != std::string::npos; }))
        << watch->err();
    session.exec("ALTER TABLE away RENAME TO listed_source");
    ASSERT_TRUE(has_run(stand, 0)) << watch->err();
    watch->signal(SIGTERM);
    EXPECT_EQ(watch->wait().status, 0);
}

}  // namespace
