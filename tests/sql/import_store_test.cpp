#include "sql/store/import_store.hpp"

#include "sql/store/file_digest.hpp"
#include "sql/store/migrations.hpp"
#include "sql/store/reference_store.hpp"
#include "sql/store/round_store.hpp"
#include "sql/store/sha256.hpp"
#include "sql/store/shipped_rounds.hpp"
#include "tests/support/table_dump.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test_database.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pqxx/pqxx>

#include <algorithm>
#include <map>

namespace {

using store::Commit;
using store::Import;
using store::ImportItem;
using store::ImportOutcome;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using Did = ImportOutcome::Did;

/// Hands out these items, then the end or an error.
store::ImportItems items(std::vector<ImportItem> all, std::optional<std::string> error = {}) {
    return [all = std::move(all), error = std::move(error), at = std::size_t{0}](
           ) mutable -> domain::Result<std::optional<ImportItem>> {
        if (at < all.size()) {
            return std::optional{all[at++]};
        }
        if (error) {
            return domain::invalid("", *error);
        }
        return std::optional<ImportItem>{};
    };
}

ImportItem title(
    const std::int64_t line, const std::string& text, const std::string& noc = "21231"
) {
    return store::ImportedRow{.line = line, .values = {"en", noc, text}};
}

store::NewImport titles(const std::string& day, const std::string& bytes) {
    return {
        .kind = "noc_titles",
        .list = "en",
        .publisher = "nobody",
        .published_on = domain::parse_date(day).value(),
        .file_name = "titles.tsv",
        .sha256 = store::sha256(bytes),
        .table = "noc_title",
        .columns = {"language", "noc", "title"}};
}

class Imports : public testing::Test {
protected:
    Import import(const std::string& day, const std::string& text) {
        const auto outcome =
            imports_.import(titles(day, text), items({title(2, text)}), Commit::real);
        EXPECT_TRUE(outcome) << outcome.error().message;
        return outcome->import;
    }

    std::vector<std::string> held() {
        std::vector<std::string> result;
        for (const auto& each : reference_.noc_titles()) {
            result.push_back(each.title);
        }
        return result;
    }

    std::map<std::string, std::string> dump() const {
        return support::table_dump(test_database_.conninfo());
    }

    support::TestDatabase test_database_;
    store::Database database_{{.conninfo = test_database_.conninfo("jobscout_owner")}};
    store::ImportStore imports_{database_};
    store::ReferenceStore reference_{database_};
};

TEST_F(Imports, that_ship_are_active_from_the_start) {
    std::vector<std::string> kinds;
    for (const Import& import : imports_.list()) {
        EXPECT_TRUE(import.shipped && import.active) << import.kind;
        kinds.push_back(import.kind + " " + std::to_string(import.rows));
    }
    EXPECT_THAT(
        kinds,
        ElementsAre("gazetteer 1347", "noc_concordance 585", "noc_structure 516", "rounds 435")
    );
    EXPECT_THAT(held(), IsEmpty()) << "no index of titles ships";
}

TEST_F(Imports, of_a_newer_date_supersede_and_of_an_older_one_do_not) {
    const auto first = import("2024-01-01", "first");
    EXPECT_TRUE(first.active);
    EXPECT_THAT(held(), ElementsAre("first"));
    const auto newer =
        imports_.import(titles("2025-01-01", "newer"), items({title(2, "newer")}), Commit::real)
            .value();
    EXPECT_EQ(newer.superseded->id, first.id);
    EXPECT_FALSE(newer.superseded_by);
    EXPECT_THAT(held(), ElementsAre("newer"));
    const auto older =
        imports_.import(titles("2023-01-01", "older"), items({title(2, "older")}), Commit::real)
            .value();
    EXPECT_FALSE(older.import.active);
    EXPECT_EQ(older.superseded_by->id, newer.import.id);
    EXPECT_THAT(held(), ElementsAre("newer"));
    import("2025-01-01", "corrected");
    EXPECT_THAT(held(), ElementsAre("corrected")) << "of one day the later import counts";
}

TEST_F(Imports, of_the_same_bytes_change_nothing) {
    const auto first = import("2024-01-01", "first");
    const auto before = dump();
    const auto again =
        imports_.import(titles("2024-01-01", "first"), items({title(2, "other")}), Commit::real)
            .value();
    EXPECT_EQ(again.did, Did::nothing);
    EXPECT_EQ(again.import, first);
    EXPECT_EQ(dump(), before);
    const auto dated =
        imports_.import(titles("2024-02-01", "first"), items({title(2, "first")}), Commit::real);
    ASSERT_FALSE(dated);
    EXPECT_EQ(dated.error().kind, domain::ErrorKind::conflict);
    EXPECT_THAT(dated.error().message, HasSubstr("published 2024-01-01; revert that first"));
    EXPECT_EQ(dump(), before);
}

TEST_F(Imports, reverted_leave_what_was_there_before) {
    std::vector<std::map<std::string, std::string>> states{dump()};
    std::vector<std::int64_t> ids;
    for (const std::string day : {"2024-01-01", "2025-01-01", "2023-01-01", "2025-01-01"}) {
        ids.push_back(import(day, "of " + std::to_string(ids.size())).id);
        states.push_back(dump());
    }
    for (; !ids.empty(); ids.pop_back()) {
        EXPECT_EQ(dump(), states.back());
        states.pop_back();
        const auto rehearsed = imports_.revert(ids.back(), Commit::rehearsed).value();
        const auto reverted = imports_.revert(ids.back(), Commit::real).value();
        EXPECT_EQ(rehearsed.reverted, reverted.reverted);
        EXPECT_EQ(reverted.reverted.id, ids.back());
        EXPECT_EQ(reverted.active.has_value(), ids.size() > 1);
        EXPECT_EQ(dump(), states.back());
    }
    EXPECT_THAT(held(), IsEmpty());
}

TEST_F(Imports, reverted_from_beneath_leave_the_active_one) {
    const auto first = import("2024-01-01", "first");
    const auto second = import("2025-01-01", "second");
    EXPECT_EQ(imports_.revert(first.id, Commit::real)->active->id, second.id);
    EXPECT_THAT(held(), ElementsAre("second"));
}

TEST_F(Imports, that_are_none_or_ship_are_not_reverted) {
    EXPECT_EQ(imports_.revert(12345, Commit::real).error().kind, domain::ErrorKind::not_found);
    EXPECT_EQ(
        imports_.revert(imports_.list().front().id, Commit::real).error().kind,
        domain::ErrorKind::conflict
    );
}

TEST_F(Imports, count_and_keep_what_could_not_be_understood) {
    using Extent = store::Refused::Extent;
    store::ImportedRow doubtful{.line = 3, .values = {"en", "21231", "tab\tline\nend\\N"}};
    doubtful.left_out.push_back(
        {.line = 3, .field = "teer", .extent = Extent::value, .reason = "no TEER", .raw = "[3]"}
    );
    std::vector<ImportItem> all{
        store::PassedOverRow{"heading"},
        doubtful,
        store::Refused{
            .line = 4,
            .field = "noc",
            .extent = Extent::row,
            .reason = "'x' is none",
            .raw = "[\"x\"]"}};
    for (std::int64_t line = 5; line < 30; ++line) {
        all.emplace_back(store::Refused{
            .line = line, .field = "", .extent = Extent::row, .reason = "bad", .raw = ""});
    }
    const auto outcome =
        imports_.import(titles("2024-01-01", "a"), items(all), Commit::real).value();
    EXPECT_EQ(outcome.import.rows, 1);
    EXPECT_EQ(outcome.import.refused, 26);
    EXPECT_EQ(outcome.import.left_out, 1);
    EXPECT_THAT(outcome.import.passed_over, ElementsAre(testing::Pair("heading", 1)));
    EXPECT_THAT(outcome.first_refused, SizeIs(store::ImportStore::refused_shown_max));
    const auto refused = imports_.refused(outcome.import.id);
    ASSERT_THAT(refused, SizeIs(27));
    EXPECT_EQ(refused[0].extent, Extent::value);
    EXPECT_EQ(refused[1].reason, "'x' is none");
    EXPECT_EQ(refused[1].raw, "[\"x\"]");
    EXPECT_THAT(held(), ElementsAre("tab\tline\nend\\N"));
}

TEST_F(Imports, leave_nothing_where_the_list_breaks_off_or_is_empty) {
    const auto before = dump();
    std::vector<ImportItem> many;
    for (std::int64_t line = 1; line <= 12'000; ++line) {
        many.push_back(title(line, "title " + std::to_string(line)));
    }
    EXPECT_EQ(
        imports_.import(titles("2024-01-01", "a"), items(many, "cut off"), Commit::real)
            .error()
            .message,
        "cut off"
    );
    EXPECT_EQ(dump(), before);
    EXPECT_THAT(
        imports_
            .import(
                titles("2024-01-01", "a"), items({store::PassedOverRow{"heading"}}), Commit::real
            )
            .error()
            .message,
        HasSubstr("no row could be taken in")
    );
    EXPECT_EQ(dump(), before);
    EXPECT_THROW(
        static_cast<void>(imports_.import(
            titles("2024-01-01", "a"), items({title(1, "a"), title(1, "b")}), Commit::real
        )),
        pqxx::unique_violation
    );
    EXPECT_EQ(dump(), before);
    const auto rehearsed =
        imports_.import(titles("2024-01-01", "a"), items(many), Commit::rehearsed).value();
    EXPECT_EQ(rehearsed.import.rows, 12'000);
    EXPECT_EQ(dump(), before);
}

TEST_F(Imports, of_what_ships_supersede_it_until_they_are_reverted) {
    const auto shipped = reference_.places();
    const store::NewImport about{
        .kind = "gazetteer",
        .list = "places",
        .publisher = "nobody",
        .published_on = domain::parse_date("2030-01-01").value(),
        .file_name = "places.tsv",
        .sha256 = store::sha256("places"),
        .table = "gazetteer_place",
        .columns = {
            "geoname_id",
            "name",
            "ascii_name",
            "other_names",
            "province",
            "latitude",
            "longitude",
            "population",
            "details"}};
    const store::ImportedRow place{
        .line = 1,
        .values = {
            "7",
            "Sample Falls",
            "Sample Falls",
            "{\"Chutes\"}",
            "ON",
            "45.5",
            "-75.5",
            "12",
            "{}"}};
    const auto outcome = imports_.import(about, items({place}), Commit::real).value();
    EXPECT_TRUE(outcome.superseded->shipped);
    ASSERT_THAT(reference_.places(), SizeIs(1));
    EXPECT_EQ(reference_.places()[0].name, "Sample Falls");
    EXPECT_THAT(reference_.places()[0].other_names, ElementsAre("Chutes"));
    // Another file of places that ships does not change what is active, for it is older.
    {
        pqxx::connection connection{test_database_.conninfo()};
        pqxx::work transaction{connection};
        transaction.exec(
            "UPDATE reference_version SET sha256 = repeat('0', 64) WHERE name = 'place'"
        );
        transaction.commit();
    }
    EXPECT_THAT(store::migrate(test_database_.conninfo())->loaded, ElementsAre("place"));
    EXPECT_THAT(reference_.places(), SizeIs(1));
    EXPECT_TRUE(imports_.revert(outcome.import.id, Commit::real)->active->shipped);
    EXPECT_EQ(reference_.places().size(), shipped.size());
}

TEST_F(Imports, of_titles_and_of_elements_are_one_index) {
    import("2024-01-01", "first");
    store::NewImport about = titles("2024-01-01", "elements");
    about.kind = "noc_elements";
    about.table = "noc_element";
    about.columns = {"language", "level", "code", "title", "element_type", "description"};
    const auto element =
        [](const std::int64_t line, const std::string& type, const std::string& text) {
            return store::ImportedRow{
                .line = line, .values = {"en", "5", "21231", "Class", type, text}};
        };
    ASSERT_TRUE(imports_.import(
        about,
        items(
            {element(1, "All examples", "example"),
             element(2, "All examples", "first"),
             element(3, "Main duties", "duty")}
        ),
        Commit::real
    ));
    EXPECT_THAT(held(), ElementsAre("example", "first"));
    EXPECT_EQ(reference_.noc_titles()[0].noc.to_string(), "21231");
    EXPECT_EQ(reference_.noc_titles()[0].language, "en");
}

TEST(FileDigest, is_that_of_the_bytes) {
    const support::TemporaryFolder folder;
    const std::string bytes(200'000, 'x');
    EXPECT_EQ(store::file_sha256(folder.write("long", bytes)), store::sha256(bytes));
    EXPECT_EQ(store::file_sha256(folder.write("empty", "")), store::sha256(""));
    EXPECT_EQ(store::file_sha256(folder.path() / "none"), std::nullopt);
    EXPECT_EQ(store::file_sha256(folder.path()), std::nullopt);
}

/// Brings a database to what it was before imports were kept apart.
void migrate_to_before(const std::string& conninfo) {
    pqxx::connection connection{conninfo};
    for (const auto& migration : store::migrations()) {
        if (migration.name == "0007_create_reference_import") {
            return;
        }
        pqxx::work transaction{connection};
        transaction.exec(std::string{migration.sql});
        transaction.exec_params(
            "INSERT INTO schema_migration (number, name, sha256) VALUES ($1, $2, $3)",
            migration.number,
            std::string{migration.name},
            store::sha256(migration.sql)
        );
        transaction.commit();
    }
}

TEST(ImportsBefore, they_were_kept_apart_become_one_of_their_own) {
    const support::TestDatabase test_database{support::TestDatabase::Contents::empty};
    migrate_to_before(test_database.conninfo());
    {
        pqxx::connection connection{test_database.conninfo()};
        pqxx::work transaction{connection};
        transaction.exec(
            "INSERT INTO round (id, number, held_on, kind, name_as_published, invitations, "
            "imported) VALUES "
            "(1, '1', '2015-01-31', 'general', 'As shipped', 779, false), "
            "(1000001, '2', '2015-02-07', 'general', 'As imported', 1, true), "
            "(1000002, '900', '2031-01-01', 'general', 'As imported', 2, true)"
        );
        transaction.commit();
    }
    ASSERT_TRUE(store::migrate(test_database.conninfo()));
    store::Database database{{.conninfo = test_database.conninfo("jobscout_owner")}};
    store::ImportStore imports{database};
    store::RoundStore rounds{database};
    const auto list = imports.list();
    const auto imported = std::ranges::find_if(list, [](const Import& import) {
        return import.kind == "rounds" && !import.shipped;
    });
    ASSERT_NE(imported, list.end());
    EXPECT_EQ(imported->rows, 2);
    EXPECT_TRUE(imported->active);
    EXPECT_EQ(domain::to_string(imported->published_on), "2031-01-01");
    auto expected = store::shipped_rounds();
    EXPECT_EQ(rounds.list().size(), expected.size() + 1);
    EXPECT_EQ(rounds.list()[1].name, "As imported")
        << "what was imported still goes before what ships";
    ASSERT_TRUE(imports.revert(imported->id, Commit::real));
    EXPECT_EQ(rounds.list(), expected);
}

}  // namespace
