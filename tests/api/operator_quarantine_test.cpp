// What sources said and is not served, as operators see it: with a feed that really was faulty.

#include "services/auth/scope.hpp"
#include "tests/api/operation.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

#include <map>

namespace {

namespace json = boost::json;
using api_test::always;
using api_test::Operation;
using api_test::shared_operation;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

const std::string route = "/v1/operator/quarantine";

std::string record_path(const int line) {
    return route + '/' + shared_operation().kept_aside(line);
}

TEST(OperatorQuarantine, tells_where_and_why_of_what_is_kept_aside) {
    const auto kept = shared_operation().items(route + "?source=faulty");
    ASSERT_THAT(kept, SizeIs(4));
    std::map<std::int64_t, json::object> by_line;
    for (const json::value& item : kept) {
        by_line[item.at("line").as_int64()] = item.as_object();
    }
    const std::string run{
        shared_operation().items("/v1/operator/runs?source=faulty").at(0).at("id").as_string()};
    for (const int line : {api_test::hostile_line, api_test::broken_line, api_test::long_line}) {
        const json::object& one = by_line.at(line);
        EXPECT_EQ(one.at("source"), "faulty");
        EXPECT_EQ(one.at("kind"), "record");
        EXPECT_EQ(one.at("file"), json::value(shared_operation().faulty_file()));
        EXPECT_TRUE(one.at("posting_id").is_null());
        EXPECT_FALSE(one.at("reason").as_string().empty());
        EXPECT_EQ(one.at("run_id"), json::value(run));
        EXPECT_FALSE(one.contains("record"));
    }
    const json::object& held = by_line.at(api_test::future_line);
    EXPECT_EQ(held.at("kind"), "posting");
    EXPECT_EQ(held.at("run_id"), json::value(run));
    const std::string posting{held.at("posting_id").as_string()};
    EXPECT_EQ(
        shared_operation().ask("/v1/reviews/" + posting).at("posting").at("id"),
        json::value(posting)
    );
}

/// One that a reviewer or a later check holds back was not put there by a run.
TEST(OperatorQuarantine, names_no_run_where_none_kept_it_aside) {
    const auto answer = api_test::stand().ask_as("operator-1", "GET", route + "?source=fictional");
    const auto held = api_test::json_of(answer).at("items").as_array();
    ASSERT_THAT(held, SizeIs(1));
    EXPECT_TRUE(held.at(0).at("run_id").is_null());
    EXPECT_EQ(held.at(0).at("field"), "date_posted");
    EXPECT_EQ(held.at(0).at("reason"), "in the future");
}

TEST(OperatorQuarantine, is_found_by_source_kind_field_and_reason_page_by_page) {
    EXPECT_THAT(shared_operation().items(route + "?source=faulty&kind=record"), SizeIs(3));
    EXPECT_THAT(shared_operation().items(route + "?source=faulty&kind=posting"), SizeIs(1));
    EXPECT_THAT(
        shared_operation().items(route + "?field=employer&reason=missing:%20employer&kind=posting"),
        SizeIs(1)
    );
    EXPECT_THAT(shared_operation().items(route + "?field=employer&reason=missing"), SizeIs(0));
    EXPECT_THAT(shared_operation().items(route + "?source=nobody"), SizeIs(0));
    const auto first = shared_operation().ask(route + "?source=faulty&limit=3");
    const std::string cursor{first.at("next_cursor").as_string()};
    const auto rest = shared_operation().ask(route + "?source=faulty&limit=3&cursor=" + cursor);
    EXPECT_THAT(rest.at("items").as_array(), SizeIs(1));
    EXPECT_TRUE(rest.at("next_cursor").is_null());
    for (const std::string query : {"kind=both", "limit=101", "cursor=-1", "q=x"}) {
        shared_operation().ask(route + "?" + query, 400);
    }
}

TEST(OperatorQuarantine, counts_reasons_so_that_each_can_be_looked_through) {
    std::int64_t counted = 0;
    for (const json::value& item : shared_operation().items(route + "/reasons?source=faulty")) {
        EXPECT_EQ(item.at("source"), "faulty");
        counted += item.at("count").as_int64();
    }
    EXPECT_EQ(counted, 4);
    const auto all = shared_operation().items(route + "/reasons");
    EXPECT_GT(all.size(), shared_operation().items(route + "/reasons?source=faulty").size());
    EXPECT_THAT(shared_operation().items(route + "/reasons?limit=1"), SizeIs(1));
}

TEST(OperatorQuarantine, gives_a_hostile_record_back_as_it_was) {
    const auto found = shared_operation().ask(record_path(api_test::hostile_line));
    const auto& record = found.at("record");
    EXPECT_EQ(record.at("text"), json::value(api_test::hostile));
    EXPECT_EQ(record.at("bytes"), api_test::hostile.size());
    EXPECT_EQ(record.at("replaced"), false);
    EXPECT_TRUE(record.at("next_from").is_null());
    const auto raw =
        shared_operation().room.ask_as("operator-1", "GET", record_path(api_test::hostile_line));
    EXPECT_EQ(raw.content_type, "application/json; charset=utf-8");
    EXPECT_THAT(raw.body, Not(HasSubstr("\x1B"))) << "control characters are escaped";
}

TEST(OperatorQuarantine, says_where_bytes_were_no_text) {
    const auto found = shared_operation().ask(record_path(api_test::broken_line));
    EXPECT_EQ(found.at("record").at("text"), "{\"title\": \"caf\xEF\xBF\xBD\"}");
    EXPECT_EQ(found.at("record").at("replaced"), true);
}

TEST(OperatorQuarantine, gives_a_long_record_piece_by_piece) {
    const std::string path = record_path(api_test::long_line);
    std::string whole;
    std::size_t pieces = 0;
    for (json::value next = 0; !next.is_null(); ++pieces) {
        const auto found = shared_operation().ask(
            path + "?from=" + std::to_string(next.to_number<std::int64_t>())
        );
        EXPECT_EQ(found.at("record").at("characters"), 70'011);
        EXPECT_EQ(found.at("record").at("bytes"), 140'011);
        whole += found.at("record").at("text").as_string();
        next = found.at("record").at("next_from");
    }
    EXPECT_EQ(pieces, 2U);
    EXPECT_EQ(whole.size(), 140'011U);
    EXPECT_EQ(json::parse(whole).at("text").as_string().size(), 140'000U);
    EXPECT_EQ(shared_operation().ask(path + "?from=99999999").at("record").at("text"), "");
    for (const std::string from : {"-1", "x", "9999999999"}) {
        shared_operation().ask(path + "?from=" + from, 400);
    }
}

TEST(OperatorQuarantine, has_the_record_of_a_posting_that_is_held_back_and_of_no_other) {
    const auto found = shared_operation().ask(record_path(api_test::future_line));
    EXPECT_THAT(
        std::string{found.at("record").at("text").as_string()}, HasSubstr("\"2026-11-20\"")
    );
    shared_operation().ask(route + "/999999", 404);
    shared_operation().ask(route + "/99999999999999999999", 404);
}

/// The words of a source in a table cannot become a formula.
TEST(OperatorQuarantine, is_a_table_without_formulas) {
    const Operation operation;
    pqxx::connection connection{operation.room.database().conninfo()};
    pqxx::nontransaction{connection}.exec(
        "UPDATE quarantine SET reason = '=1+1', field = '@x' WHERE source = 'faulty'"
    );
    for (const std::string rest : {"", "/reasons"}) {
        const auto table =
            operation.room.ask_as("operator-1", "GET", route + rest, "", {{"Accept", "text/csv"}});
        EXPECT_THAT(table.body, HasSubstr(",\"'@x\",\"'=1+1\",")) << table.body;
    }
}

/// PostgreSQL believes who acts as an operator, and shows nobody else what sources said.
TEST(OperatorQuarantine, shows_records_to_operators_alone_whatever_the_program_permits) {
    const Operation operation{always};
    const std::string path = route + '/' + operation.kept_aside(api_test::hostile_line);
    EXPECT_EQ(operation.room.ask_as("operator-1", "GET", path).status, 200U);
    for (const std::string who : {"candidate-1", "advisor-1", "employer-1", "reviewer-1"}) {
        EXPECT_EQ(operation.room.ask_as(who, "GET", path).status, 404U) << who;
    }
    pqxx::connection api{operation.room.database().conninfo("jobscout_api")};
    for (const std::string statement :
         {"SELECT raw FROM quarantine",
          "SELECT raw FROM posting_record",
          "SELECT ingested FROM source_run",
          "SELECT url FROM fetched_page",
          "DELETE FROM quarantine",
          "UPDATE ingest_run SET message = ''"}) {
        pqxx::work transaction{api};
        EXPECT_THROW(transaction.exec(statement), pqxx::insufficient_privilege) << statement;
    }
    pqxx::work transaction{api};
    EXPECT_TRUE(transaction.exec("SELECT raw FROM kept_record").empty());
}

/// A program of an operator's, which is to show how things are, need not see whom records name.
TEST(OperatorQuarantine, asks_a_scope_of_its_own_of_api_tokens) {
    const auto scoped = [](const std::vector<std::string>& scopes, const auth::Action action) {
        return auth::allows(scopes, action);
    };
    EXPECT_TRUE(scoped({"operation:read"}, auth::Action::see_operation));
    EXPECT_FALSE(scoped({"operation:read"}, auth::Action::read_kept_record));
    EXPECT_TRUE(scoped({"kept-records:read"}, auth::Action::read_kept_record));
    EXPECT_FALSE(scoped({"reviews:write"}, auth::Action::see_operation));
}

}  // namespace
