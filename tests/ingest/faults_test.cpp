// What goes wrong with files and PostgreSQL in the middle of an ingest: a clear error,
// nothing lost, and the next ingest completes the work.

#include "indexer/search/search.hpp"
#include "tests/ingest/indexer.hpp"
#include "tests/ingest/running_program.hpp"

#include <gmock/gmock.h>
#include <pqxx/pqxx>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <random>
#include <thread>
#include <unistd.h>

namespace {

namespace json = boost::json;
using testing::HasSubstr;
using testing::SizeIs;

std::vector<std::string> records(const int count) {
    std::vector<std::string> lines;
    for (int number = 0; number < count; ++number) {
        lines.push_back(partner_record("p" + std::to_string(number)));
    }
    return lines;
}

/// Records of which no two have the same words, so that files and indexes of them are large.
std::vector<std::string> varied_records(const int count) {
    std::mt19937_64 random{20261116};
    std::vector<std::string> lines;
    for (int number = 0; number < count; ++number) {
        std::string employer;
        for (int word = 0; word < 6; ++word) {
            employer += std::to_string(random()) + " ";
        }
        lines.push_back(partner_record("p" + std::to_string(number), {{"employer", employer}}));
    }
    return lines;
}

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

TEST(Fault, of_a_truncated_gzip_keeps_what_was_read_and_is_mended_by_the_whole_file) {
    const Indexer indexer;
    constexpr int all = 2'000;
    const std::string feed = indexer.feed(varied_records(all));
    const std::filesystem::path plain = indexer.folder().path() / "feed.ndjson";
    ASSERT_EQ(std::system(("gzip -kf '" + plain.string() + "'").c_str()), 0);
    const std::string whole = bytes_of(plain.string() + ".gz");
    const std::string mapping = (indexer.folder().path() / "partner.json").string() + "=";
    const auto cut = indexer.folder().write("cut.ndjson.gz", whole.substr(0, whole.size() / 2));

    const auto report = indexer.ingest({"--complete", mapping + cut.string()});
    const auto& source = report.at("sources").at(0);
    EXPECT_GT(source.at("stored").as_int64(), 0);
    EXPECT_LT(source.at("stored").as_int64(), all);
    EXPECT_THAT(
        json::serialize(source.at("reasons")), HasSubstr("the file cannot be read any further")
    );
    EXPECT_THAT(json::serialize(report.at("missing")), HasSubstr("could not be read"));

    const auto mended = indexer.ingest({"--complete", mapping + plain.string() + ".gz"});
    EXPECT_EQ(mended.at("stored"), all);
    EXPECT_EQ(mended.at("index").at("documents"), all);
    EXPECT_EQ(indexer.run({"check"}).status, 0);
}

TEST(Fault, of_one_line_names_it_and_costs_nothing_else) {
    const Indexer indexer;
    const std::string too_long = R"({"id": "long", "title": ")" + std::string(2 << 20, 'x') + "\"}";
    const std::string not_utf_8 = "{\"id\": \"odd\", \"title\": \"\xC3\x28\"}";
    const auto report = indexer.ingest(
        {indexer.feed({partner_record("1"), too_long, not_utf_8, partner_record("4")})}
    );
    const auto& source = report.at("sources").at(0);
    EXPECT_EQ(source.at("stored"), 2);
    EXPECT_EQ(source.at("quarantined"), 2);
    pqxx::connection connection{indexer.database()};
    pqxx::work transaction{connection};
    const auto rows =
        transaction.exec("SELECT line, reason, raw IS NOT NULL FROM quarantine ORDER BY line");
    ASSERT_EQ(rows.size(), 2);
    EXPECT_EQ(rows[0][0].as<int>(), 2);
    EXPECT_THAT(rows[0][1].c_str(), HasSubstr("long"));
    EXPECT_EQ(rows[1][0].as<int>(), 3);
    EXPECT_THAT(rows[1][1].c_str(), HasSubstr("UTF-8"));
    EXPECT_TRUE(rows[1][2].as<bool>());
}

TEST(Fault, of_a_text_that_no_index_of_postgresql_holds_costs_one_record) {
    const Indexer indexer;
    std::mt19937_64 random{20261116};
    std::string long_text;
    while (long_text.size() < 10'000) {
        long_text += std::to_string(random()) + " ";
    }
    const auto report = indexer.ingest({indexer.feed(
        {partner_record("1"),
         partner_record("2", {{"employer", long_text}}),
         partner_record(long_text),
         partner_record("4", {{"employer", "Cod Hollow Marine Data"}})}
    )});
    const auto& source = report.at("sources").at(0);
    EXPECT_EQ(source.at("stored"), 2);
    EXPECT_EQ(source.at("quarantined"), 2);
    EXPECT_THAT(json::serialize(source.at("reasons")), HasSubstr("index row requires"));
    EXPECT_EQ(indexer.run({"check"}).status, 0);
}

/// What an administrator's restart does to every session.
void end_all_sessions(const std::string& database) {
    pqxx::connection connection{support::conninfo("postgres")};
    pqxx::nontransaction transaction{connection};
    transaction.exec(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" +
        database.substr(database.find("dbname=") + 7) + "'"
    );
}

TEST(Fault, of_postgresql_restarting_in_the_middle_is_told_and_mended_by_the_next_ingest) {
    const Indexer indexer;
    const std::string feed = indexer.feed(records(2'000));
    const std::vector<std::string> arguments{
        "ingest", "--batch-size", "20", "--as-of", "2026-11-16", feed};
    RunningProgram ingest{
        arguments,
        {"JOBSCOUT_DATABASE=" + indexer.database(), "JOBSCOUT_INDEX=" + indexer.index()}};
    for (int waited = 0; waited < 2'000; ++waited) {
        pqxx::connection own{indexer.database()};
        pqxx::nontransaction transaction{own};
        if (transaction.exec("SELECT count(*) FROM posting").front()[0].as<int>() > 0) {
            break;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    end_all_sessions(indexer.database());
    EXPECT_EQ(ingest.wait(), 1);

    const auto report = indexer.ingest({feed});
    EXPECT_EQ(report.at("stored"), 2'000);
    EXPECT_GT(report.at("sources").at(0).at("unchanged").as_int64(), 0);
    EXPECT_GT(report.at("sources").at(0).at("added").as_int64(), 0);
    EXPECT_EQ(indexer.run({"check"}).status, 0);
}

TEST(Readers, never_fail_while_an_ingest_and_a_reindex_go_on) {
    const Indexer indexer;
    indexer.ingest({indexer.feed(records(200))});
    RunningProgram ingest{
        {"ingest", "--batch-size", "20", "--as-of", "2026-11-16", indexer.feed(records(1'500))},
        {"JOBSCOUT_DATABASE=" + indexer.database(), "JOBSCOUT_INDEX=" + indexer.index()}};
    std::atomic<bool> finished = false;
    std::thread waiting{[&] {
        EXPECT_EQ(ingest.wait(), 0);
        RunningProgram reindex{
            {"reindex"},
            {"JOBSCOUT_DATABASE=" + indexer.database(), "JOBSCOUT_INDEX=" + indexer.index()}};
        EXPECT_EQ(reindex.wait(), 0);
        finished = true;
    }};
    std::int64_t last = 0;
    std::int64_t searches = 0;
    while (!finished) {
        const auto page =
            search::search(
                indexer.index(),
                {.text = "welder", .as_of = domain::parse_date("2026-11-16").value(), .limit = 20}
            )
                .value();
        EXPECT_GE(page.revision, last);
        EXPECT_THAT(page.hits, SizeIs(20));
        last = page.revision;
        ++searches;
    }
    waiting.join();
    EXPECT_GT(searches, 10);
    EXPECT_EQ(indexer.found("welder").size(), 100U);
}

}  // namespace
