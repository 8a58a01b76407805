// jobscout-indexer import, imports and revert, as an operator calls them.

#include "sql/store/reference_store.hpp"
#include "tests/ingest/indexer.hpp"
#include "tests/support/shared.hpp"
#include "tests/support/table_dump.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>

namespace {

namespace json = boost::json;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view titles =
    "noc2021\tteer\ttitle\n21231\t1\tsample writer\n99999\t9\tsample nobody\n72106\t2\tsample "
    "welder\n";

class ImportCommand : public testing::Test {
protected:
    json::value report(std::vector<std::string> arguments) const {
        arguments.emplace_back("--json");
        const auto outcome = indexer_.run(arguments);
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        return json::parse(outcome.status == 0 ? outcome.out : "null");
    }

    std::string file(const std::string& name, const std::string_view content) const {
        return indexer_.folder().write(name, content).string();
    }

    std::map<std::string, std::string> dump() const {
        return support::table_dump(indexer_.database());
    }

    std::size_t titles_held() const {
        store::Database database{{.conninfo = indexer_.database()}};
        return store::ReferenceStore{database}.noc_titles().size();
    }

    Indexer indexer_;
};

TEST_F(ImportCommand, takes_a_list_in_once_and_says_what_it_refused) {
    const auto list = file("titles_2024-01-31.tsv", titles);
    const auto first = report({"import", "noc_titles", list});
    EXPECT_EQ(first.at("unchanged"), false);
    EXPECT_EQ(first.at("import").at("rows"), 2);
    EXPECT_EQ(first.at("import").at("refused"), 1);
    EXPECT_EQ(first.at("import").at("passed_over"), (json::object{{"heading", 1}}));
    EXPECT_EQ(first.at("import").at("published_on"), "2024-01-31");
    EXPECT_EQ(first.at("import").at("list"), "en");
    EXPECT_EQ(first.at("import").at("active"), true);
    EXPECT_EQ(first.at("first_refused").at(0).at("line"), 3);
    EXPECT_EQ(first.at("first_refused").at(0).at("field"), "noc2021");
    EXPECT_EQ(titles_held(), 2U);
    const auto before = dump();
    const auto again = report({"import", "noc_titles", list});
    EXPECT_EQ(again.at("unchanged"), true);
    EXPECT_EQ(again.at("import"), first.at("import"));
    EXPECT_EQ(dump(), before);
    EXPECT_THAT(
        indexer_.run({"import", "noc_titles", list}).out,
        testing::AllOf(
            HasSubstr("2 rows, 1 refused; no entries: heading 1"),
            HasSubstr("nothing to do"),
            HasSubstr("refused: titles_2024-01-31.tsv: line 3: noc2021: '99999' is no unit group "
                      "of NOC 2021")
        )
    );
}

TEST_F(ImportCommand, writes_nothing_on_a_dry_run) {
    const auto before = dump();
    const auto list = file("titles.tsv", titles);
    const auto dry =
        report({"import", "noc_titles", list, "--published", "2024-01-31", "--dry-run"});
    EXPECT_EQ(dry.at("dry_run"), true);
    EXPECT_EQ(dry.at("import").at("rows"), 2);
    EXPECT_TRUE(dry.at("import").at("id").is_null());
    EXPECT_EQ(dump(), before);
}

TEST_F(ImportCommand, lists_imports_and_reverts_them) {
    const auto before = dump();
    const auto first =
        report({"import", "noc_titles", file("a.tsv", titles), "--published", "2024-01-31"});
    const auto between = dump();
    const auto newer = file("b.tsv", "noc2021\tteer\ttitle\n21231\t1\tanother writer\n");
    const auto second = report({"import", "noc_titles", newer, "--published", "2025-01-31"});
    EXPECT_EQ(second.at("superseded").at("id"), first.at("import").at("id"));
    EXPECT_EQ(titles_held(), 1U);

    const auto imports = report({"imports"}).at("imports").as_array();
    ASSERT_EQ(imports.size(), 6U);
    EXPECT_EQ(imports[3].at("file"), "b.tsv");
    EXPECT_EQ(imports[3].at("active"), true);
    EXPECT_EQ(imports[4].at("file"), "a.tsv");
    EXPECT_EQ(imports[4].at("active"), false);
    EXPECT_THAT(
        indexer_.run({"imports"}).out, HasSubstr("active    2025-01-31  noc_titles 'en': 1 rows")
    );

    const auto id = std::to_string(second.at("import").at("id").as_int64());
    EXPECT_EQ(report({"revert", id, "--dry-run"}).at("dry_run"), true);
    EXPECT_EQ(titles_held(), 1U);
    const auto reverted = report({"revert", id});
    EXPECT_EQ(reverted.at("reverted"), second.at("import"));
    EXPECT_EQ(reverted.at("active").at("id"), first.at("import").at("id"));
    EXPECT_EQ(dump(), between);
    const auto last = std::to_string(first.at("import").at("id").as_int64());
    EXPECT_THAT(
        indexer_.run({"revert", last}).out,
        HasSubstr("is gone with its 2 rows and 1 refused ones\n  nothing of this list is left\n")
    );
    EXPECT_EQ(dump(), before);
}

TEST_F(ImportCommand, refuses_what_it_cannot_do_by_name) {
    const auto before = dump();
    const auto list = file("titles.tsv", titles);
    const auto refused = [&](const std::vector<std::string>& arguments,
                             const std::string& message) {
        const auto outcome = indexer_.run(arguments);
        EXPECT_EQ(outcome.status, 1);
        EXPECT_THAT(outcome.err, HasSubstr(message));
        EXPECT_THAT(outcome.out, IsEmpty());
    };
    refused({"import", "noc_titles", list}, "--published: is needed: neither");
    refused({"import", "gossip", list}, "kind: 'gossip' is none of noc_structure");
    refused(
        {"import", "lmia", list, "--published", "2024-01-01"},
        "titles.tsv: has no columns of the kind 'lmia'"
    );
    refused(
        {"import", "lmia", "/nonexistent.csv", "--published", "2024-01-01"}, "/nonexistent.csv"
    );
    refused({"revert", "999"}, "there is no import 999");
    EXPECT_EQ(indexer_.run({"import", "noc_titles"}).status, 2);
    EXPECT_EQ(indexer_.run({"import", "noc_titles", list, "--published", "yesterday"}).status, 2);
    EXPECT_EQ(indexer_.run({"revert", "x"}).status, 2);
    EXPECT_EQ(dump(), before);
}

TEST_F(ImportCommand, waits_for_no_other_writer_but_says_so) {
    const auto lock = indexer_.postings().try_writer_lock();
    ASSERT_TRUE(lock);
    const auto list = file("titles.tsv", titles);
    const auto outcome = indexer_.run({"import", "noc_titles", list, "--published", "2024-01-31"});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.err, HasSubstr("another jobscout-indexer"));
    EXPECT_EQ(
        indexer_.run({"import", "noc_titles", list, "--published", "2024-01-31", "--dry-run"})
            .status,
        0
    );
}

TEST_F(ImportCommand, killed_at_any_moment_leaves_nothing) {
    std::string many = "noc2021\tteer\ttitle\n";
    for (int line = 0; line < 100'000; ++line) {
        many += "21231\t1\tsample title number " + std::to_string(line) + "\n";
    }
    const auto list = file("titles.tsv", many);
    const auto before = dump();
    const auto run_for = [&](const std::string& seconds) {
        const std::string program = PROGRAM_FOLDER "/jobscout-indexer";
        return support::run_program(
            "/usr/bin/timeout",
            {"-s",
             "KILL",
             seconds,
             program,
             "import",
             "noc_titles",
             list,
             "--published",
             "2024-01-31"},
            "",
            {"JOBSCOUT_DATABASE=" + indexer_.database()}
        );
    };
    int killed = 0;
    for (int tenths = 0; tenths < 10; ++tenths) {
        const std::string seconds = "0." + std::to_string(tenths) + "7";
        auto outcome = run_for(seconds);
        // PostgreSQL takes a moment to notice that the one killed before holds its lock no longer.
        for (int attempt = 0; outcome.status == 1 && attempt < 100; ++attempt) {
            ASSERT_THAT(outcome.err, HasSubstr("another jobscout-indexer"));
            std::this_thread::sleep_for(std::chrono::milliseconds{50});
            outcome = run_for(seconds);
        }
        if (outcome.status == 0) {
            break;  // It was done before.
        }
        EXPECT_GT(outcome.status, 128);
        ++killed;
        EXPECT_EQ(dump(), before) << "killed after " << seconds << " s";
    }
    EXPECT_GT(killed, 0);
}

/// A file of ../shared and the kind that reads it.
struct SharedList {
    const char* kind;
    const char* file;
};

TEST_F(ImportCommand, of_the_published_lists_leaves_what_ships_as_it_is_and_can_be_undone) {
    const auto data = support::shared() / "data";
    if (!std::filesystem::exists(data)) {
        GTEST_SKIP() << "../shared absent";
    }
    store::Database database{{.conninfo = indexer_.database()}};
    store::ReferenceStore reference{database};
    const auto groups = reference.noc_unit_groups();
    const auto concordance = reference.concordance();
    const auto places = reference.places();
    const auto before = dump();

    std::vector<std::string> ids;
    for (const auto& [kind, file] : std::vector<SharedList>{
             {"noc_structure", "noc2021/noc2021_unit_groups_en_fr.tsv"},
             {"noc_structure", "noc2021/noc_2021_v1.0_classification_structure_en.csv"},
             {"noc_concordance", "noc2021/concordance_noc2016v1.3_noc2021v1.0_en.csv"},
             {"noc_titles", "noc2021/noc2021_index_titles_en.tsv"},
             {"noc_titles", "noc2021/noc2021_index_titles_fr.tsv"},
             {"gazetteer", "geo/geonames_cities500_CA.tsv"},
             {"non_compliant", "employers/ircc_non_compliant_employers_2023-10-04.html.gz"},
             {"lmia", "employers/lmia_pos_2024-06-20_tfwp_2024q1_pos_en.csv.gz"},
             {"lmia", "employers/lmia_pos_2024Q3_official.xlsx"}}) {
        const auto done = report({"import", kind, data / file, "--published", "2026-10-01"});
        EXPECT_EQ(done.at("import").at("active"), true) << file;
        EXPECT_EQ(done.at("import").at("refused"), 0) << file;
        ids.push_back(std::to_string(done.at("import").at("id").as_int64()));
        std::printf("[          ] %s: %.1f s\n", file, done.at("seconds").as_double());
    }
    EXPECT_EQ(reference.noc_titles().size(), 27941U + 29767U);
    const auto same = [](const auto& left, const auto& right, const auto& text) {
        return std::ranges::equal(left, right, {}, text, text);
    };
    EXPECT_TRUE(same(reference.noc_unit_groups(), groups, [](const store::NocUnitGroup& group) {
        return group.noc.to_string() + group.title_en + group.title_fr;
    })) << "what ships was made of the same lists";
    EXPECT_TRUE(same(reference.concordance(), concordance, [](const store::ConcordanceRow& row) {
        return row.noc_2016 + row.noc_2021.to_string();
    }));
    EXPECT_TRUE(same(reference.places(), places, [](const domain::GazetteerEntry& place) {
        json::array all(place.other_names.begin(), place.other_names.end());
        all.insert(
            all.end(),
            {place.id,
             place.name,
             domain::code(place.province),
             place.coordinates.latitude,
             place.coordinates.longitude,
             place.population}
        );
        return json::serialize(all);
    }));
    for (const auto& id : ids) {
        report({"revert", id});
    }
    EXPECT_EQ(dump(), before);
}

}  // namespace
