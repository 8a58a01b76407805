// `jobscout-indexer fetch`: from a real server through to what is stored and indexed.

#include "tests/support/test_database.hpp"
#include "tests/watch/stand.hpp"

#include <gmock/gmock.h>
#include <pqxx/pqxx>

#include <atomic>
#include <fstream>

namespace {

namespace bj = boost::json;
using support::HttpConnection;
using support::HttpRequest;
using support::HttpServer;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class FetchCommand : public testing::Test {
protected:
    /// What `status` says of the database and the index.
    bj::value stored() const { return bj::parse(stand.run({"status", "--json"}).out); }

    support::TestDatabase database;
    Stand stand{database.conninfo()};
};

/// A feed with a version, that is asked for politely.
HttpServer::Handler versioned(const std::string& body) {
    return [=](const HttpRequest& request, HttpConnection& to) {
        if (request.header("If-None-Match") == "\"v1\"") {
            to.respond(304, "");
        } else {
            to.respond(200, body, {"ETag: \"v1\""});
        }
    };
}

TEST_F(FetchCommand, takes_in_what_is_new_and_leaves_the_rest_alone) {
    const HttpServer server{versioned(feed(1, 3))};
    stand.list({remote("harbourline", server.url("/feed"))});
    const auto first = stand.fetch({});
    EXPECT_EQ(first.at("sources").at(0).at("outcome"), "ingested");
    EXPECT_EQ(first.at("ingest").at("sources").at(0).at("records"), 3);
    EXPECT_EQ(stored().at("verified"), 3);
    EXPECT_EQ(stored().at("index").at("documents"), 3);

    const auto second = stand.fetch({"harbourline"});
    EXPECT_EQ(second.at("sources").at(0).at("outcome"), "unchanged");
    ASSERT_THAT(server.requests(), SizeIs(2));
    EXPECT_EQ(server.requests()[1].header("If-None-Match"), "\"v1\"");

    // What another URL said is no answer to this one.
    stand.list({remote("harbourline", server.url("/another"))});
    stand.fetch({});
    EXPECT_THAT(server.requests()[2].header("If-None-Match"), IsEmpty());
}

TEST_F(FetchCommand, takes_in_again_what_it_could_not_take_in) {
    const HttpServer server{versioned("no feed in any format")};
    stand.list({remote("harbourline", server.url("/feed"))});
    const auto refused = stand.fetch({}, 1);
    EXPECT_EQ(refused.at("sources").at(0).at("outcome"), "failed");
    EXPECT_THAT(refused.at("sources").at(0).at("error").as_string(), HasSubstr("page-1"));
    // The file is unchanged, and still not ingested.
    EXPECT_EQ(stand.fetch({}, 1).at("sources").at(0).at("outcome"), "failed");
    EXPECT_THAT(server.requests(), SizeIs(2));
}

TEST_F(FetchCommand, goes_on_after_a_source_that_fails) {
    const HttpServer gone{[](const HttpRequest&, HttpConnection& to) { to.respond(410, ""); }};
    const HttpServer good{versioned(feed(1, 2))};
    stand.list({remote("gone", gone.url("/feed")), remote("good", good.url("/feed"))});
    const auto report = stand.fetch({}, 1);
    EXPECT_EQ(report.at("sources").at(0).at("outcome"), "failed");
    EXPECT_THAT(report.at("sources").at(0).at("error").as_string(), HasSubstr("answered 410"));
    EXPECT_EQ(report.at("sources").at(1).at("outcome"), "ingested");
    EXPECT_EQ(stored().at("verified"), 2);
}

TEST_F(FetchCommand, reads_tables_with_their_mapping_and_files_of_this_machine) {
    const HttpServer server{
        versioned("no,job,who,where,when,noc\n1,Welder,Cod Hollow,\"Calgary, AB\","
                  "2026-01-02,72106\n")};
    stand.folder().write("mappings/table.json", R"({
        "name": "table", "format": "csv",
        "fields": {"source_id": "no", "title": "job", "employer": "who", "location": "where",
                   "date_posted": "when", "noc_2021": "noc"}})");
    stand.folder().write("drop/one.ndjson", feed(1, 1));
    stand.folder().write("drop/two.ndjson", feed(2, 2));
    auto table = remote("partner", server.url("/table.csv"));
    table["mapping"] = "mappings/table.json";
    stand.list({table, {{"name", "drop"}, {"url", "drop"}, {"schedule", {{"daily_at", "04:30"}}}}});
    const auto first = stand.fetch({});
    EXPECT_THAT(first.at("ingest").at("sources").as_array(), SizeIs(3));
    EXPECT_EQ(stand.fetch({"drop"}).at("sources").at(0).at("outcome"), "unchanged");
    stand.folder().write("drop/three.ndjson", feed(3, 3));
    EXPECT_EQ(stand.fetch({"drop"}).at("sources").at(0).at("outcome"), "ingested");
    std::filesystem::remove_all(stand.folder().path() / "drop");
    const auto missing = stand.fetch({"drop"}, 1);
    EXPECT_THAT(
        missing.at("sources").at(0).at("error").as_string(), HasSubstr("no such file or folder")
    );
}

TEST_F(FetchCommand, closes_what_a_complete_feed_no_longer_has) {
    std::atomic<int> last = 4;
    const HttpServer server{
        [&](const HttpRequest&, HttpConnection& to) { to.respond(200, feed(1, last)); }};
    auto source = remote("harbourline", server.url("/feed"));
    const auto open = [&] {
        stand.list({source});
        stand.fetch({});
        return stored().at("index").at("documents").as_int64();
    };
    const auto closed = [&] {
        pqxx::connection connection{database.conninfo()};
        pqxx::work transaction{connection};
        const auto row =
            transaction.exec1("SELECT count(*) FROM posting WHERE closed_on IS NOT NULL");
        return row[0].as<int>();
    };
    EXPECT_EQ(open(), 4);
    last = 3;
    open();
    EXPECT_EQ(closed(), 0);
    source["complete"] = true;
    last = 2;
    open();
    EXPECT_EQ(closed(), 2);
}

TEST_F(FetchCommand, closes_the_posting_whose_own_page_answers_410) {
    const HttpServer server{[&](const HttpRequest& request, HttpConnection& to) {
        if (request.target == "/feed") {
            // The links of this feed lead to this server.
            std::string lines = feed(1, 3);
            const std::string host = "https://harbourline.example";
            const std::string own = "http://" + request.header("Host");
            for (auto at = lines.find(host); at != lines.npos; at = lines.find(host)) {
                lines.replace(at, host.size(), own);
            }
            to.respond(200, lines);
        } else {
            to.respond(request.target == "/jobs/2" ? 410 : 404, "");
        }
    }};
    stand.list(
        {remote("harbourline", server.url("/feed")),
         remote("removed", server.url("/jobs/2")),
         remote("lost", server.url("/jobs/3"))}
    );
    const auto error_of = [](const bj::value& source) {
        return std::string{source.at("error").as_string()};
    };
    const auto report = stand.fetch({}, 1);
    EXPECT_THAT(
        report.at("sources").at(1).at("error").as_string(),
        HasSubstr("answered 410; closed 1 posting of this link")
    );
    EXPECT_THAT(error_of(report.at("sources").at(2)), EndsWith("answered 404"));
    const auto history = [&](const std::string& id) {
        return bj::parse(stand.run({"history", "--json", id}).out).at("postings").at(0);
    };
    EXPECT_EQ(history("2").at("state"), "closed");
    EXPECT_EQ(history("2").at("history").at(1).at("reason"), "its page answered 410 Gone");
    EXPECT_EQ(history("3").at("state"), "open");
    EXPECT_EQ(stand.run({"check"}).status, 0);

    // The source is asked again, and nothing is left to close.
    EXPECT_THAT(
        error_of(stand.fetch({"removed"}, 1).at("sources").at(0)), EndsWith("answered 410")
    );
}

TEST_F(FetchCommand, states_the_employer_of_a_feed_that_does_not) {
    std::ifstream fixture{REPOSITORY_ROOT "/tests/sources/fixtures/ats/lever.json"};
    const HttpServer server{versioned(std::string{std::istreambuf_iterator<char>{fixture}, {}})};
    const auto lacks_employer = [&](const bj::object& source) {
        stand.list({source});
        const auto report = stand.fetch({});
        for (const auto& reason :
             report.at("ingest").at("sources").at(0).at("reasons").as_array()) {
            if (reason.at("field") == "employer") {
                return true;
            }
        }
        return false;
    };
    auto board = remote("board", server.url("/v0/postings/fictional"));
    EXPECT_TRUE(lacks_employer(board));
    board["employer"] = "Granite Cove Telecom";
    EXPECT_FALSE(lacks_employer(board));
}

TEST_F(FetchCommand, follows_pages_and_takes_none_unless_it_has_all) {
    std::atomic<int> last = 2;
    const HttpServer server{[&](const HttpRequest& request, HttpConnection& to) {
        const int page = request.target == "/feed" ? 1 : request.target.back() - '0';
        std::vector<std::string> headers;
        if (page < last) {
            headers.push_back("Link: </feed?page=" + std::to_string(page + 1) + ">; rel=\"next\"");
        }
        page == 3 ? to.respond(404, "") : to.respond(200, feed(page * 10, page * 10 + 1), headers);
    }};
    auto paged = remote("paged", server.url("/feed"));
    paged["limits"] = {{"pages", 5}};
    stand.list({paged});
    EXPECT_THAT(stand.fetch({}).at("ingest").at("sources").as_array(), SizeIs(2));
    EXPECT_EQ(stored().at("verified"), 4);
    EXPECT_EQ(stand.fetch({}).at("sources").at(0).at("outcome"), "unchanged");

    last = 3;
    const auto broken = stand.fetch({}, 1);
    EXPECT_THAT(broken.at("sources").at(0).at("error").as_string(), HasSubstr("page 3"));
    EXPECT_THAT(broken.at("ingest").at("sources").as_array(), IsEmpty());

    last = 1;
    EXPECT_THAT(stand.fetch({}).at("ingest").at("sources").as_array(), SizeIs(1));
    EXPECT_FALSE(std::filesystem::exists(stand.folder().path() / "fetched/paged/page-2"));

    last = 2;
    paged["limits"] = {{"pages", 1}};
    stand.list({paged});
    EXPECT_THAT(stand.fetch({}).at("sources").as_array(), SizeIs(1));
}

TEST_F(FetchCommand, refuses_a_list_or_a_name_that_is_none) {
    stand.list({remote("harbourline", "http://127.0.0.1:1/")});
    auto outcome = stand.run({"fetch", "nobody"});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.err, HasSubstr("there is no source named 'nobody'"));
    auto misspelt = remote("harbourline", "http://127.0.0.1:1/");
    misspelt["crawl_delay"] = 3;
    stand.list({misspelt});
    outcome = stand.run({"fetch"});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.err, HasSubstr("sources.json: sources[0].crawl_delay: unknown member"));
    EXPECT_EQ(support::run_program("jobscout-indexer", {"fetch"}).status, 2);
}

}  // namespace
