#include "sql/store/migrations.hpp"

#include "sql/store/reference.hpp"
#include "tests/support/test_database.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

#include <array>
#include <numeric>
#include <thread>

namespace {

using domain::ErrorKind;
using store::Migration;
using testing::HasSubstr;
using testing::IsEmpty;

class Migrations : public testing::Test {
protected:
    int count(const std::string& sql) const {
        pqxx::connection connection{test_database_.conninfo()};
        return pqxx::work{connection}.exec1("SELECT count(*) FROM " + sql)[0].as<int>();
    }

    void expect_refused(const std::vector<Migration>& all, const std::string& message) const {
        for (const auto& error :
             {store::migrate(test_database_.conninfo(), all).error(),
              store::pending(test_database_.conninfo(), all).error()}) {
            EXPECT_EQ(error.kind, ErrorKind::conflict);
            EXPECT_THAT(error.message, HasSubstr(message));
        }
    }

    support::TestDatabase test_database_{support::TestDatabase::Contents::empty};
};

std::vector<Migration> with(const std::string_view name, const std::string_view sql) {
    auto all = store::migrations();
    all.push_back({.number = all.back().number + 1, .name = name, .sql = sql});
    return all;
}

TEST_F(Migrations, are_numbered_from_one_without_a_gap) {
    int expected = 0;
    for (const auto& migration : store::migrations()) {
        EXPECT_EQ(migration.number, ++expected) << migration.name;
    }
    EXPECT_GT(expected, 0);
}

TEST_F(Migrations, fill_an_empty_database_and_then_find_nothing_to_do) {
    const auto before = store::pending(test_database_.conninfo());
    ASSERT_TRUE(before);
    EXPECT_EQ(before->size(), store::migrations().size());
    EXPECT_EQ(count("pg_tables WHERE schemaname = 'public'"), 0) << "pending() changed something";

    const auto first = store::migrate(test_database_.conninfo());
    ASSERT_TRUE(first);
    EXPECT_EQ(first->applied, *before);
    EXPECT_EQ(first->loaded.size(), store::reference_tables().size());
    EXPECT_EQ(first->current, store::migrations().back().number);

    const auto second = store::migrate(test_database_.conninfo());
    ASSERT_TRUE(second);
    EXPECT_THAT(second->applied, IsEmpty());
    EXPECT_THAT(second->loaded, IsEmpty());
    EXPECT_EQ(second->current, first->current);
    EXPECT_THAT(*store::pending(test_database_.conninfo()), IsEmpty());
}

TEST_F(Migrations, go_on_where_an_older_program_stopped) {
    ASSERT_TRUE(store::migrate(test_database_.conninfo()));
    const auto newer = with("0099_add_more", "CREATE TABLE more (id integer)");
    EXPECT_THAT(
        *store::pending(test_database_.conninfo(), newer), testing::ElementsAre("0099_add_more")
    );
    EXPECT_THAT(
        store::migrate(test_database_.conninfo(), newer)->applied,
        testing::ElementsAre("0099_add_more")
    );
    EXPECT_EQ(count("more"), 0);
}

TEST_F(Migrations, are_refused_on_a_database_newer_than_the_program) {
    ASSERT_TRUE(store::migrate(test_database_.conninfo(), with("0099_later", "SELECT 1")));
    expect_refused(store::migrations(), "has migration '0099_later', so it is newer");
}

TEST_F(Migrations, are_refused_where_an_applied_file_was_edited) {
    ASSERT_TRUE(store::migrate(test_database_.conninfo()));
    auto edited = store::migrations();
    const std::string sql = std::string{edited[1].sql} + "\n-- one more comment\n";
    edited[1].sql = sql;
    expect_refused(edited, "'0002_create_reference' was edited");
}

TEST_F(Migrations, are_refused_where_an_applied_file_is_missing) {
    ASSERT_TRUE(store::migrate(test_database_.conninfo()));
    auto fewer = store::migrations();
    fewer.erase(fewer.begin() + 1);
    expect_refused(fewer, "'0002_create_reference' where this program has '0003_create_posting'");
}

TEST_F(Migrations, leave_nothing_behind_of_one_that_fails) {
    const auto broken =
        with("0099_broken", "CREATE TABLE half (id integer); SELECT * FROM no_such_table");
    EXPECT_THROW(store::migrate(test_database_.conninfo(), broken).value(), pqxx::sql_error);
    EXPECT_EQ(count("pg_tables WHERE tablename = 'half'"), 0);
    EXPECT_EQ(count("schema_migration"), static_cast<int>(store::migrations().size()))
        << "those before it stay";
    EXPECT_TRUE(store::migrate(test_database_.conninfo()));
}

TEST_F(Migrations, of_several_programs_at_once_are_applied_once) {
    std::vector<std::thread> threads;
    std::array<std::size_t, 4> applied{};
    for (auto& number : applied) {
        threads.emplace_back([&] {
            number = store::migrate(test_database_.conninfo()).value().applied.size();
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(
        std::accumulate(applied.begin(), applied.end(), std::size_t{0}), store::migrations().size()
    );
}

TEST_F(Migrations, load_a_reference_table_again_when_its_checksum_differs) {
    ASSERT_TRUE(store::migrate(test_database_.conninfo()));
    {
        pqxx::connection connection{test_database_.conninfo()};
        pqxx::work transaction{connection};
        transaction.exec(
            "UPDATE reference_version SET sha256 = repeat('0', 64) WHERE name = 'place'"
        );
        transaction.exec("DELETE FROM place WHERE province <> 'NU'");
        transaction.commit();
    }
    EXPECT_THAT(store::migrate(test_database_.conninfo())->loaded, testing::ElementsAre("place"));
    EXPECT_EQ(count("place"), 1347);
    EXPECT_EQ(count("round"), 435);
}

TEST_F(Migrations, make_the_database_where_there_is_none) {
    const std::string name = test_database_.name() + "_new";
    const std::string conninfo = support::conninfo(name);
    EXPECT_EQ(store::pending(conninfo).value().size(), store::migrations().size());
    EXPECT_EQ(count("pg_database WHERE datname = '" + name + "'"), 0);
    std::thread other{[&] { EXPECT_TRUE(store::migrate(conninfo)); }};
    EXPECT_TRUE(store::migrate(conninfo));
    other.join();
    EXPECT_EQ(count("pg_database WHERE datname = '" + name + "'"), 1);
    pqxx::connection connection{test_database_.conninfo()};
    pqxx::nontransaction{connection}.exec("DROP DATABASE " + name);
}

}  // namespace
