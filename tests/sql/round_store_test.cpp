#include "sql/store/round_store.hpp"

#include "sql/store/import_store.hpp"
#include "sql/store/migrations.hpp"
#include "sql/store/round_row.hpp"
#include "sql/store/sha256.hpp"
#include "sql/store/shipped_rounds.hpp"
#include "tests/support/test_database.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

#include <algorithm>

namespace {

using domain::Program;
using domain::Round;
using domain::RoundKind;
using store::RoundComparison;
using testing::ElementsAre;

Round round(const std::string& number, const std::string_view held_on) {
    return {
        .number = number,
        .held_on = domain::parse_date(held_on).value(),
        .kind = RoundKind::general,
        .program = {},
        .category = "",
        .name = "General",
        .invitations = 3000,
        .cutoff_crs = 500,
        .tie_break = domain::parse_instant("2030-01-02T03:04:05Z").value(),
        .pool_total = 200'000};
}

class Rounds : public testing::Test {
protected:
    Round held(const std::string& number) {
        const auto all = rounds_.list();
        const auto found = std::ranges::find(all, number, &Round::number);
        return found != all.end() ? *found : Round{};
    }

    /// Takes in a feed, each a day after the one before and all after what ships.
    RoundComparison import(const std::vector<Round>& feed) {
        const auto comparison = store::compare(rounds_.list(), feed);
        published_on_ += std::chrono::days{1};
        imports_ += 1;
        const store::NewImport about{
            .kind = "rounds",
            .list = "express entry",
            .publisher = "nobody",
            .published_on = published_on_,
            .file_name = "feed.json",
            .sha256 = store::sha256(std::to_string(imports_)),
            .table = "imported_round",
            .columns = {store::round_columns.begin(), store::round_columns.end()}};
        const auto outcome = store::ImportStore{database_}.import(
            about,
            [&, at = std::size_t{0}]() mutable -> domain::Result<std::optional<store::ImportItem>> {
                if (at == feed.size()) {
                    return std::optional<store::ImportItem>{};
                }
                store::ImportedRow row{.line = static_cast<std::int64_t>(at) + 1, .values = {}};
                for (const auto& value : store::row_of(feed[at++])) {
                    row.values.push_back(value.empty() ? std::nullopt : std::optional{value});
                }
                return std::optional<store::ImportItem>{std::move(row)};
            },
            store::Commit::real
        );
        EXPECT_TRUE(outcome) << outcome.error().message;
        return comparison;
    }

    void execute(const std::string& sql) const {
        pqxx::connection connection{test_database_.conninfo()};
        pqxx::work transaction{connection};
        transaction.exec(sql);
        transaction.commit();
    }

    /// Has the shipped rounds loaded again, as after an update of the program.
    void ship_again() const {
        execute("UPDATE reference_version SET sha256 = repeat('0', 64) WHERE name = 'round'");
        EXPECT_THAT(store::migrate(test_database_.conninfo()).value().loaded, ElementsAre("round"));
    }

    support::TestDatabase test_database_;
    store::Database database_{{.conninfo = test_database_.conninfo("jobscout_owner")}};
    store::RoundStore rounds_{database_};
    const std::vector<Round>& shipped_ = store::shipped_rounds();
    domain::Date published_on_ = domain::parse_date("2031-06-01").value();
    int imports_ = 0;
};

TEST_F(Rounds, that_ship_are_the_same_with_a_database_and_without) {
    EXPECT_EQ(shipped_.size(), 435U);
    EXPECT_EQ(rounds_.list(), shipped_);
    const auto transport = std::ranges::find(shipped_, "434", &Round::number);
    ASSERT_NE(transport, shipped_.end());
    EXPECT_EQ(transport->category, "transport");
    EXPECT_EQ(transport->cutoff_crs, 470);
    EXPECT_EQ(domain::to_string(transport->tie_break.value()), "2025-10-11T14:55:49Z");
    EXPECT_EQ(transport->pool_total, 229'100);
}

TEST_F(Rounds, come_back_as_they_were_imported) {
    auto program = round("900", "2031-01-01");
    program.kind = RoundKind::program;
    program.program = Program::pnp;
    program.name = "Provincial Nominee Program";
    auto category = round("901", "2031-01-02");
    category.kind = RoundKind::category;
    category.category = "french";
    category.name = "Français, \"niveau\"\t7 \\N";
    auto bare = round("902", "2031-01-03");
    bare.cutoff_crs = {};
    bare.tie_break = {};
    bare.pool_total = {};
    EXPECT_EQ(
        import({bare, program, category}),
        (RoundComparison{.added = 3, .changed = 0, .unchanged = 0})
    );
    auto expected = shipped_;
    expected.insert(expected.end(), {program, category, bare});
    EXPECT_EQ(rounds_.list(), expected);
}

TEST_F(Rounds, are_listed_oldest_first_and_those_of_a_day_by_number) {
    import(
        {round("1000", "2031-01-01"),
         round("999b", "2031-01-01"),
         round("998", "2031-02-01"),
         round("999a", "2031-01-01")}
    );
    const auto all = rounds_.list();
    std::vector<std::string> last;
    std::transform(all.end() - 4, all.end(), std::back_inserter(last), [](const Round& each) {
        return each.number;
    });
    EXPECT_THAT(last, ElementsAre("999a", "999b", "1000", "998"));
}

TEST_F(Rounds, imported_again_change_nothing) {
    const std::vector<Round> feed{round("900", "2031-01-01"), round("901", "2031-01-02")};
    import(feed);
    const auto before = rounds_.list();
    EXPECT_EQ(import(feed), (RoundComparison{.added = 0, .changed = 0, .unchanged = 2}));
    EXPECT_EQ(import(shipped_), (RoundComparison{.added = 0, .changed = 0, .unchanged = 435}));
    EXPECT_EQ(store::compare(before, {}), RoundComparison{});
    EXPECT_EQ(rounds_.list(), before);
}

TEST_F(Rounds, are_changed_in_each_thing_that_the_feed_says_otherwise) {
    Round now = round("900", "2031-01-01");
    import({now});
    const auto changes = [&](const auto& change) {
        change();
        EXPECT_EQ(import({now}), (RoundComparison{.added = 0, .changed = 1, .unchanged = 0}));
        EXPECT_EQ(held("900"), now);
    };
    changes([&] { now.held_on += std::chrono::days{1}; });
    changes([&] { now.name = "No Program Specified"; });
    changes([&] { now.invitations = 1; });
    changes([&] { now.cutoff_crs = 499; });
    changes([&] { now.cutoff_crs = std::nullopt; });
    changes([&] { *now.tie_break += std::chrono::seconds{1}; });
    changes([&] { now.tie_break = std::nullopt; });
    changes([&] { now.pool_total = std::nullopt; });
    changes([&] {
        now.kind = RoundKind::program;
        now.program = Program::cec;
    });
    changes([&] { now.program = Program::fstp; });
    changes([&] {
        now.kind = RoundKind::category;
        now.program = std::nullopt;
        now.category = "stem";
    });
    changes([&] { now.category = "trades"; });
}

TEST_F(Rounds, are_imported_all_or_none) {
    auto beyond_any_score = round("901", "2031-01-02");
    beyond_any_score.cutoff_crs = 1201;
    EXPECT_THROW(import({round("900", "2031-01-01"), beyond_any_score}), pqxx::check_violation);
    EXPECT_EQ(rounds_.list(), shipped_);
}

TEST_F(Rounds, imported_outlive_another_file_of_shipped_rounds) {
    auto corrected = shipped_.back();
    corrected.cutoff_crs = 1;
    const Round later = round("900", "2031-01-01");
    import({corrected, later});
    ship_again();
    auto expected = shipped_;
    expected.back() = corrected;
    expected.push_back(later);
    EXPECT_EQ(rounds_.list(), expected);
}

TEST_F(Rounds, confirmed_by_the_feed_are_no_longer_what_ships) {
    import({shipped_.back()});
    // Told from what ships by another cut-off: that file does not touch it.
    execute("UPDATE imported_round SET cutoff_crs = 1");
    ship_again();
    EXPECT_EQ(held(shipped_.back().number).cutoff_crs, 1);
}

TEST_F(Rounds, not_imported_follow_the_shipped_file) {
    execute("UPDATE round SET cutoff_crs = 1 WHERE number = '1'");
    execute("DELETE FROM round WHERE number = '2'");
    ship_again();
    EXPECT_EQ(rounds_.list(), shipped_);
}

TEST_F(Rounds, of_a_feed_older_than_what_ships_give_way_to_it) {
    published_on_ = domain::parse_date("2020-01-01").value();
    auto changed = shipped_.front();
    changed.invitations = 1;
    import({changed, round("900", "2031-01-01")});
    EXPECT_EQ(held(changed.number), shipped_.front());
    EXPECT_EQ(held("900"), round("900", "2031-01-01")) << "nobody else speaks of it";
}

TEST_F(Rounds, are_only_read_by_the_api) {
    import({round("900", "2031-01-01")});
    const auto before = rounds_.list();
    const auto imported = store::ImportStore{database_}.list();
    const auto id = std::ranges::find(imported, "feed.json", &store::Import::file_name)->id;
    store::Database api{{.conninfo = test_database_.conninfo("jobscout_api")}};
    EXPECT_EQ(store::RoundStore{api}.list(), before);
    EXPECT_THROW(
        static_cast<void>(store::ImportStore{api}.revert(id, store::Commit::real)),
        pqxx::insufficient_privilege
    );
    EXPECT_EQ(rounds_.list(), before);
}

}  // namespace
