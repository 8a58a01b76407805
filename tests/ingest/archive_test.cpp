// The public archive of March 2021 through the real program: every record is accounted for.

#include "indexer/search/search.hpp"
#include "tests/ingest/indexer.hpp"
#include "tests/support/shared.hpp"

#include <gtest/gtest.h>

namespace {

namespace json = boost::json;

TEST(Archive, is_stored_or_kept_aside_to_the_last_record_and_unchanged_the_second_time) {
    if (!std::filesystem::exists(support::shared())) {
        GTEST_SKIP() << "../shared absent";
    }
    constexpr std::int64_t records_in_archive = 61'201;
    Indexer indexer;
    const std::string mapping = REPOSITORY_ROOT "/deploy/mappings/jobbank_archive_2021.json=";
    const std::string folder = support::shared() / "data/postings/jobbank_2021-03_part";
    const std::vector<std::string> arguments{
        mapping + folder + "1.ndjson.gz",
        mapping + folder + "2.ndjson.gz",
        "--as-of",
        "2021-04-01"};
    const json::object first = indexer.ingest(arguments);
    const auto count = [](const json::object& report, const char* name) {
        return report.at(name).as_int64();
    };
    EXPECT_EQ(count(first, "records"), records_in_archive);
    EXPECT_EQ(
        count(first, "stored") + count(first, "statistics") + count(first, "quarantined"),
        records_in_archive
    );
    EXPECT_EQ(count(first, "stored"), indexer.postings().totals().verified);
    EXPECT_EQ(count(first, "stored"), first.at("index").at("documents").as_int64());
    // Most records name an employer, a place, a day and an occupation that exists.
    EXPECT_GE(count(first, "stored"), records_in_archive * 9 / 10);

    const json::object second = indexer.ingest(arguments);
    for (const char* name : {"records", "stored", "statistics", "quarantined"}) {
        EXPECT_EQ(count(second, name), count(first, name)) << name;
    }
    for (const json::value& source : second.at("sources").as_array()) {
        EXPECT_EQ(source.at("unchanged"), source.at("records"));
    }
    EXPECT_EQ(second.at("index"), first.at("index"));
}

}  // namespace
