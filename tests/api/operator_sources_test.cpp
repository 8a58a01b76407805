// Sources and runs as operators see them, over a database into which feeds were really taken.

#include "sql/store/fetch_store.hpp"
#include "tests/api/operation.hpp"
#include "tests/api/running_api.hpp"
#include "tests/http/client.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

#include <csignal>

namespace {

namespace json = boost::json;
using api_test::Operation;
using api_test::shared_operation;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

std::vector<std::string> members(const json::array& items, const char* const name) {
    std::vector<std::string> values;
    for (const json::value& item : items) {
        values.emplace_back(item.at(name).as_string());
    }
    return values;
}

json::object source_named(const Operation& operation, const std::string& name) {
    for (const json::value& item : operation.items("/v1/operator/sources")) {
        if (item.at("name") == json::value(name)) {
            return item.as_object();
        }
    }
    ADD_FAILURE() << "there is no source " << name;
    return {};
}

TEST(OperatorSources, of_files_tell_what_they_hold_and_how_the_last_file_went) {
    EXPECT_THAT(
        members(shared_operation().items("/v1/operator/sources"), "name"),
        ElementsAre("faulty", "feed", "fictional")
    );
    const json::object faulty = source_named(shared_operation(), "faulty");
    EXPECT_EQ(faulty.at("posting_source"), "faulty");
    EXPECT_EQ(faulty.at("listed"), false);
    EXPECT_TRUE(faulty.at("schedule").is_null());
    EXPECT_TRUE(faulty.at("due_at").is_null());
    EXPECT_TRUE(faulty.at("last_run").is_null());
    EXPECT_EQ(faulty.at("last_ingest").at("outcome"), "done");
    EXPECT_TRUE(faulty.at("last_error").is_null());
    EXPECT_EQ(faulty.at("live_postings"), 1);
    EXPECT_EQ(faulty.at("records_kept_aside"), 3);
    EXPECT_EQ(faulty.at("postings_held_back"), 1);
    EXPECT_TRUE(faulty.at("pages").is_null());
}

TEST(OperatorSources, count_what_is_open_on_the_day) {
    const auto live = [](const std::string& day) {
        return shared_operation()
            .items("/v1/operator/sources?as_of=" + day)
            .at(2)
            .at("live_postings");
    };
    EXPECT_EQ(live("2026-11-01"), 0) << "not posted yet";
    EXPECT_EQ(live("2026-11-02"), api_test::records().size())
        << "the ingest has verified all of them";
    EXPECT_EQ(live("2026-12-15"), api_test::records().size());
    EXPECT_EQ(live("2026-12-16"), 0);
}

TEST(OperatorSources, go_on_by_name_from_the_cursor) {
    const auto first = shared_operation().ask("/v1/operator/sources?limit=2");
    EXPECT_EQ(first.at("next_cursor"), "feed");
    const auto second = shared_operation().ask("/v1/operator/sources?limit=2&cursor=feed");
    EXPECT_THAT(members(second.at("items").as_array(), "name"), ElementsAre("fictional"));
    EXPECT_TRUE(second.at("next_cursor").is_null());
}

/// A list of the operator's, one source of which a mapping calls something else.
TEST(OperatorSources, of_the_list_tell_schedule_runs_and_pages) {
    const Operation operation;
    operation.fetch_sample();
    EXPECT_THAT(
        members(operation.items("/v1/operator/sources"), "name"),
        ElementsAre("faulty", "feed", "fictional", "local", "new", "partner")
    ) << "what the mapping calls the partner is no source of its own";

    const json::object local = source_named(operation, "local");
    EXPECT_EQ(local.at("listed"), true);
    EXPECT_EQ(local.at("fetched"), false);
    EXPECT_EQ(local.at("address"), "/var/feeds/local.ndjson");
    EXPECT_EQ(local.at("complete"), true);
    EXPECT_EQ(local.at("schedule").at("daily_at"), "04:30");
    EXPECT_TRUE(local.at("schedule").at("every_minutes").is_null());
    EXPECT_EQ(local.at("due_at"), "2026-11-17T04:30:00Z");
    EXPECT_EQ(local.at("last_run").at("outcome"), "succeeded");
    EXPECT_EQ(local.at("last_run").at("records"), 5);
    EXPECT_GT(local.at("last_run").at("quarantined").as_int64(), 0);

    const json::object partner = source_named(operation, "partner");
    EXPECT_EQ(partner.at("listed"), false);
    EXPECT_NE(partner.at("posting_source"), "partner");
    EXPECT_GT(partner.at("last_run").at("records").as_int64(), 0);
    EXPECT_EQ(partner.at("last_ingest").at("outcome"), "done");

    const json::object fresh = source_named(operation, "new");
    EXPECT_TRUE(fresh.at("last_run").is_null());
    EXPECT_TRUE(fresh.at("last_ingest").is_null());
    EXPECT_EQ(fresh.at("pages").at("count"), 1);
    EXPECT_EQ(fresh.at("pages").at("with_etag"), 1);
    EXPECT_EQ(fresh.at("pages").at("with_last_modified"), 0);
    EXPECT_THAT(json::serialize(fresh), Not(HasSubstr("secret")));
}

TEST(OperatorSources, are_added_replaced_and_removed_by_operators_alone) {
    const Operation operation;
    operation.fetch_sample();
    const auto put = [&](const char* who, const std::string& name, const std::string& entry) {
        return operation.room.ask_as(who, "PUT", "/v1/operator/sources/" + name, entry);
    };
    const std::string entry =
        R"({"url": "https://jobs.example/feed", "schedule": {"every_minutes": 60}})";
    EXPECT_EQ(put("reviewer-1", "partner-2", entry).status, 403U);
    EXPECT_EQ(put("operator-1", "partner-2", entry).status, 201U);
    const json::object added = source_named(operation, "partner-2");
    EXPECT_EQ(added.at("added").at("by"), "operator-1");
    EXPECT_EQ(added.at("added").at("entry"), json::parse(entry));
    EXPECT_EQ(added.at("listed"), false) << "no watch has taken it up";
    EXPECT_TRUE(source_named(operation, "local").at("added").is_null());

    const std::string daily =
        R"({"url": "https://jobs.example/feed", "schedule": {"daily_at": "04:30"}})";
    EXPECT_EQ(put("operator-1", "partner-2", daily).status, 200U);
    EXPECT_EQ(source_named(operation, "partner-2").at("added").at("entry"), json::parse(daily));

    const auto listed = put("operator-1", "local", entry);
    EXPECT_EQ(listed.status, 409U) << "what the list on the machine says is not written over";
    EXPECT_EQ(put("operator-1", "a%20b", entry).status, 404U);
    EXPECT_EQ(put("operator-1", std::string(65, 'a'), entry).status, 404U);
    const auto refused =
        put("operator-1", "inside", R"({"url": "/etc/passwd", "schedule": {"every_minutes": 1}})");
    EXPECT_EQ(refused.status, 422U);
    EXPECT_THAT(refused.body, HasSubstr(R"("pointer":"/url")"));
    EXPECT_EQ(
        put("operator-1",
            "inside",
            R"({"url": "https://x.example/", "schedule": {"every_minutes": 1}, "ca_file": "x"})")
            .status,
        422U
    );

    const auto remove = [&](const char* who) {
        return operation.room.ask_as(who, "DELETE", "/v1/operator/sources/partner-2").status;
    };
    EXPECT_EQ(remove("candidate-1"), 403U);
    EXPECT_EQ(remove("operator-1"), 204U);
    EXPECT_EQ(remove("operator-1"), 404U);
}

TEST(OperatorVerdicts, count_what_is_served_and_what_is_held_back) {
    const auto rows = shared_operation().items("/v1/operator/verdicts?source=faulty&lang=fr");
    std::int64_t dates_failed = 0;
    std::int64_t postings = 0;
    for (const json::value& row : rows) {
        EXPECT_EQ(row.at("source"), "faulty");
        EXPECT_THAT(std::string{row.at("title").as_string()}, Not(HasSubstr("check.")));
        if (row.at("check") == "dates") {
            dates_failed = row.at("verdicts").at("fail").as_int64();
            for (const auto& [verdict, count] : row.at("verdicts").as_object()) {
                postings += count.as_int64();
            }
        }
    }
    EXPECT_EQ(dates_failed, 1) << "the posting of the future, which nobody is served";
    EXPECT_EQ(postings, 2);
    EXPECT_GT(shared_operation().items("/v1/operator/verdicts").size(), rows.size());
}

TEST(OperatorHealth, tells_the_revision_of_each_part) {
    const auto health = shared_operation().ask("/v1/operator/health");
    EXPECT_GT(health.at("stored").at("revision").as_int64(), 0);
    EXPECT_TRUE(health.at("rules").at("basis").is_string());
    EXPECT_TRUE(health.at("index").at("revision").is_int64());
    EXPECT_TRUE(health.at("columns").at("postings").is_int64());
}

TEST(OperatorHealth, tells_when_programs_of_the_background_were_last_seen) {
    const Operation operation;
    EXPECT_TRUE(operation.ask("/v1/operator/health").at("programs").as_array().empty());
    store::Database owned{{.conninfo = operation.room.database().conninfo("jobscout_owner")}};
    store::Database worker{{.conninfo = operation.room.database().conninfo("jobscout_worker")}};
    store::ProgramStore{owned}.see(store::ProgramStore::watch);
    store::ProgramStore{worker}.see(store::ProgramStore::worker);
    store::ProgramStore{worker}.see(store::ProgramStore::worker);
    const auto health = operation.ask("/v1/operator/health");
    const auto& programs = health.at("programs").as_array();
    ASSERT_EQ(programs.size(), 2U);
    EXPECT_EQ(programs.at(0).at("program"), "watch");
    EXPECT_EQ(programs.at(1).at("program"), "worker");
    EXPECT_TRUE(domain::parse_instant(std::string{programs.at(1).at("seen_at").as_string()}));
}

TEST(OperatorSources, tell_the_error_of_the_last_run) {
    const Operation operation;
    store::Database owned{{.conninfo = operation.room.database().conninfo()}};
    store::FetchStore store{owned};
    const auto at = domain::parse_instant("2026-11-16T08:00:00Z").value();
    store.record(
        {.source = "failing",
         .started_at = at,
         .finished_at = at + std::chrono::seconds{7},
         .succeeded_at = {},
         .failures = 3,
         .error = "answered 503",
         .not_before = at + std::chrono::hours{1},
         .ingested = ""}
    );
    const json::object failing = source_named(operation, "failing");
    EXPECT_EQ(failing.at("last_error"), "answered 503");
    EXPECT_EQ(failing.at("last_run").at("outcome"), "failed");
    EXPECT_EQ(failing.at("last_run").at("failures_in_a_row"), 3);
    EXPECT_EQ(failing.at("last_run").at("not_before"), "2026-11-16T09:00:00Z");
    EXPECT_TRUE(failing.at("last_run").at("succeeded_at").is_null());
}

TEST(OperatorRuns, tell_what_became_of_each_file) {
    const auto runs = shared_operation().items("/v1/operator/runs");
    ASSERT_THAT(runs, SizeIs(6));
    const auto& latest = runs.at(0).as_object();
    EXPECT_EQ(latest.at("source"), "faulty");
    EXPECT_EQ(latest.at("kind"), "file");
    EXPECT_EQ(latest.at("file"), json::value(shared_operation().faulty_file()));
    EXPECT_EQ(latest.at("day"), json::value(api_test::today));
    EXPECT_EQ(latest.at("outcome"), "done");
    EXPECT_TRUE(latest.at("message").is_null());
    EXPECT_FALSE(latest.at("finished_at").is_null());
    const auto& counts = latest.at("counts").as_object();
    EXPECT_EQ(counts.at("records"), 5);
    EXPECT_EQ(counts.at("stored"), 1);
    EXPECT_EQ(counts.at("quarantined"), 4);
    EXPECT_EQ(counts.at("added"), 5) << "what is kept aside is new as well";
    EXPECT_TRUE(counts.at("missing").is_null());
    std::int64_t kept_aside = 0;
    for (const json::value& reason : latest.at("kept_aside").as_array()) {
        kept_aside += reason.at("count").as_int64();
    }
    EXPECT_EQ(kept_aside, 4);
}

TEST(OperatorRuns, are_found_by_source_and_outcome_page_by_page) {
    const Operation operation;
    const std::string refused = operation.folder().write("nothing.bin", std::string(40, '\x01'));
    const support::TemporaryFolder index;
    support::run_program(
        "jobscout-indexer",
        {"ingest", refused},
        "",
        {"JOBSCOUT_DATABASE=" + operation.room.database().conninfo(),
         "JOBSCOUT_INDEX=" + index.path().string()}
    );
    pqxx::connection connection{operation.room.database().conninfo()};
    pqxx::nontransaction{connection}.exec(
        "INSERT INTO ingest_run (source, file, day) VALUES ('faulty', 'killed', '2026-11-16')"
    );
    const auto count = [&](const std::string& query) {
        return operation.items("/v1/operator/runs?" + query).size();
    };
    EXPECT_EQ(count("source=feed"), 5U);
    EXPECT_EQ(count("source=none"), 0U);
    EXPECT_EQ(count("outcome=done"), 6U);
    EXPECT_EQ(count("outcome=unfinished&source=faulty"), 1U);
    const auto refusals = operation.items("/v1/operator/runs?outcome=refused");
    ASSERT_THAT(refusals, SizeIs(1));
    EXPECT_TRUE(refusals.at(0).at("source").is_null());
    EXPECT_THAT(std::string{refusals.at(0).at("message").as_string()}, Not(testing::IsEmpty()));
    EXPECT_TRUE(refusals.at(0).at("counts").at("records").is_null());
    const auto page = operation.ask("/v1/operator/runs?limit=5");
    const std::string cursor{page.at("next_cursor").as_string()};
    EXPECT_EQ(count("limit=5&cursor=" + cursor), 3U);
    for (const std::string query : {"outcome=well", "cursor=x", "limit=0", "status=done"}) {
        operation.ask("/v1/operator/runs?" + query, 400);
    }
}

/// The real program, whose database role is that of the migrations, over HTTP.
TEST(OperatorRuns, are_answered_by_the_program) {
    const support::TemporaryFolder folder;
    api_test::Api api{
        folder.write("tokens.json", api_test::token_file()),
        folder.path() / "columns.bin",
        {},
        {},
        shared_operation().room};
    api.wait_until_ready();
    const std::vector<std::pair<std::string, std::string>> as_operator{
        {"Authorization", "Bearer operator-1-token"}};
    for (const std::string& route : std::vector<std::string>{
             "sources",
             "runs",
             "quarantine",
             "quarantine/reasons",
             "quarantine/" + shared_operation().kept_aside(api_test::hostile_line),
             "rules",
             "references"}) {
        const std::string target = "/v1/operator/" + route;
        const auto answer = client::ask(api.port(), "GET", target, "", as_operator);
        EXPECT_EQ(answer.status, 200U) << target << answer.body;
        EXPECT_TRUE(json::parse(answer.body).is_object());
        EXPECT_EQ(client::ask(api.port(), "GET", target).status, 401U);
    }
    api.signal(SIGTERM);
    EXPECT_EQ(api.wait(), 0);
    for (const std::string_view secret : {"zelda", "calc", "operator-1-token"}) {
        EXPECT_THAT(api.err(), Not(HasSubstr(std::string{secret})));
    }
}

}  // namespace
