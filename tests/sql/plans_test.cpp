// How PostgreSQL goes about what the API asks it. A role that row security applies to may look up
// by an index only what leaks nothing, so the plans are asked for as that role.

#include "sql/store/statements.hpp"
#include "tests/support/test_database.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

#include <regex>
#include <set>
#include <sstream>
#include <string>

namespace {

/// Tables with a few thousand rows at most, whatever is ingested and whoever signs up.
const std::set<std::string> small_tables{
    "added_source",
    "firm",
    "noc_unit_group",
    "place",
    "reference_import",
    "revision_counter",
    "round"};

/// Asked by the indexer's reports alone, which count whole tables.
const std::set<std::string> reports{"count_all"};

/// NULL for each of its parameters.
std::string arguments(const std::string& sql) {
    static const std::regex parameter{R"(\$(\d+))"};
    int last = 0;
    for (auto found = std::sregex_iterator{sql.begin(), sql.end(), parameter};
         found != std::sregex_iterator{};
         ++found) {
        last = std::max(last, std::stoi((*found)[1]));
    }
    std::string list;
    for (int number = 0; number < last; ++number) {
        list += number == 0 ? "(NULL" : ", NULL";
    }
    return last == 0 ? list : list + ")";
}

/// The tables that the plan reads from their first row to their last.
std::set<std::string> tables_read_whole(const pqxx::result& plan) {
    static const std::regex whole{R"(Seq Scan on (\w+))"};
    std::set<std::string> tables;
    for (const auto& row : plan) {
        const std::string line{row[0].c_str()};
        if (std::smatch found; std::regex_search(line, found, whole)) {
            tables.insert(found[1]);
        }
    }
    return tables;
}

TEST(Plans, read_no_large_table_whole_for_a_request) {
    const support::TestDatabase database;
    pqxx::connection api{database.conninfo("jobscout_api")};
    pqxx::nontransaction session{api};
    session.exec("SET plan_cache_mode = force_generic_plan");
    session.exec("SET enable_seqscan = off");  // Only where there is no other way.
    std::size_t planned = 0;
    for (const store::Statement& statement : store::statements()) {
        const std::string name{statement.name};
        const std::string sql{statement.sql};
        if (reports.contains(name)) {
            continue;
        }
        SCOPED_TRACE(name);
        try {
            session.exec("PREPARE asked AS " + sql);
        } catch (const pqxx::sql_error&) {
            ADD_FAILURE() << "it cannot be prepared";
            continue;
        }
        try {
            const pqxx::result plan =
                session.exec("EXPLAIN (COSTS OFF) EXECUTE asked" + arguments(sql));
            for (const std::string& table : tables_read_whole(plan)) {
                EXPECT_TRUE(small_tables.contains(table)) << "reads the whole of " << table;
            }
            ++planned;
        } catch (const pqxx::insufficient_privilege&) {
            // Of another program.
        }
        session.exec("DEALLOCATE asked");
    }
    EXPECT_GT(planned, 200U);
}

}  // namespace
