// The readers against files that nobody here wrote.

#include "indexer/sources/document.hpp"
#include "indexer/sources/json_repair.hpp"
#include "indexer/sources/lines.hpp"
#include "tests/sources/reading.hpp"
#include "tests/support/content.hpp"

#include <boost/json/parse.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

namespace {

using sources::Field;
using support::content_of;

class SharedData : public testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(shared_data())) {
            GTEST_SKIP() << "../shared absent";
        }
    }
};

std::filesystem::path shipped_mapping(const std::string_view mapping) {
    return std::filesystem::path{REPOSITORY_ROOT} / "deploy/mappings" / mapping;
}

TEST_F(SharedData, archive_is_read_whole) {
    std::map<Field, int> filled;
    std::set<std::string> keys;
    int records = 0;
    for (const auto* part :
         {"jobbank_2021-03_part1.ndjson.gz", "jobbank_2021-03_part2.ndjson.gz"}) {
        const sources::SourceFile file{
            .path = shared_data() / "postings" / part,
            .mapping = shipped_mapping("jobbank_archive_2021.json"),
            .name = {}};
        const auto count = [&](const sources::Record& record) {
            ++records;
            keys.emplace(record.posting.get(Field::source_id));
            for (std::size_t index = 0; index < sources::field_count; ++index) {
                const auto field = static_cast<Field>(index);
                filled[field] += record.posting.get(field).empty() ? 0 : 1;
            }
        };
        ASSERT_TRUE(sources::read(
            file,
            {.record = count,
             .unreadable = [](const sources::Unreadable& each) { ADD_FAILURE() << each.reason; },
             .progress = {}}
        ));
    }
    constexpr int archive = 61'201;
    EXPECT_EQ(records, archive);
    EXPECT_EQ(keys.size(), archive);
    for (const auto field : {Field::title, Field::date_posted, Field::url, Field::source_id}) {
        EXPECT_EQ(filled[field], archive) << sources::to_string(field);
    }
    EXPECT_EQ(filled[Field::employer], archive - 2);
    EXPECT_EQ(filled[Field::location], archive - 284);
    EXPECT_EQ(filled[Field::province_hint], 22'938 + 3'122 + 2'407 + 76)
        << "sources of one province, and a health authority";
    EXPECT_GT(filled[Field::noc_2021], 58'000);
    EXPECT_GT(filled[Field::duties], 12'000);
    EXPECT_EQ(filled[Field::starts_on], 58'965);
}

TEST_F(SharedData, sample_of_2024_is_read_whole) {
    const auto reading = reading_of(
        {.path = shared_data() / "postings/jobbank_2024-06_sample10pct.ndjson.gz",
         .mapping = shipped_mapping("jobbank_2024.json"),
         .name = {}}
    );
    EXPECT_EQ(reading.records.size(), 2'056U);
    EXPECT_TRUE(reading.unreadable.empty());
}

TEST_F(SharedData, pages_are_postings_or_closed) {
    auto stream =
        sources::ByteStream::open(shared_data() / "postings/jobbank_html_pages_2021-03.ndjson.gz");
    ASSERT_TRUE(stream);
    sources::Lines lines{std::move(*stream)};
    std::map<std::string, int> closed;
    int postings = 0;
    while (const auto line = lines.next()) {
        const auto row = boost::json::parse(line->text);
        const std::string kind{row.at("kind").as_string()};
        sources::read_page(
            row.at("html").as_string(),
            kind,
            {.record =
                 [&](const sources::Record& record) {
                     ++postings;
                     for (const auto field :
                          {Field::title,
                           Field::employer,
                           Field::date_posted,
                           Field::url,
                           Field::source_id,
                           Field::text_language}) {
                         EXPECT_NE(record.posting.get(field), "") << kind;
                     }
                     EXPECT_TRUE(
                         !record.posting.get(Field::location).empty() ||
                         !record.posting.get(Field::remote).empty()
                     ) << kind;
                     EXPECT_EQ(
                         kind.find("nonoc") == std::string::npos,
                         !record.posting.get(Field::noc_2016).empty()
                     ) << kind;
                 },
             .unreadable =
                 [&](const sources::Unreadable& each) {
                     EXPECT_EQ(each.reason, "the posting is no longer advertised");
                     ++closed[kind];
                 },
             .progress = {}}
        );
    }
    EXPECT_EQ(postings, 387);
    EXPECT_EQ(closed, (std::map<std::string, int>{{"closed", 40}}));
}

TEST_F(SharedData, objects_of_an_aggregator_keep_apart) {
    const auto reading = reading_of(
        {.path = shared_data() / "structured_data/canadajobbank.org_JobPosting_objects_2023.ndjson",
         .mapping = std::nullopt,
         .name = {}}
    );
    ASSERT_EQ(reading.records.size(), 33U);
    std::set<std::string> keys;
    for (const auto& record : reading.records) {
        keys.emplace(record.posting.get(Field::source_id));
        EXPECT_NE(record.posting.get(Field::pay_min), "");
        EXPECT_EQ(record.posting.get(Field::pay_min).find('-'), std::string_view::npos);
    }
    EXPECT_EQ(keys.size(), 30U);  // Three say nothing that another does not say, @id or not.
}

TEST_F(SharedData, broken_json_ld_is_mended_as_expected) {
    int pairs = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator{shared_data() / "structured_data"}) {
        auto expected = entry.path();
        if (entry.path().extension() != ".html" ||
            !std::filesystem::exists(expected.replace_extension(".jsonld"))) {
            continue;
        }
        const auto page = content_of(entry.path());
        const auto start = page.find('>', page.find("application/ld+json")) + 1;
        const auto block = page.substr(start, page.find("</script>") - start);
        const auto mended = sources::parse_leniently(block);
        ASSERT_TRUE(mended) << entry.path() << ": " << mended.error().message;
        EXPECT_EQ(boost::json::array{*mended}, boost::json::parse(content_of(expected)))
            << entry.path();
        ++pairs;
    }
    EXPECT_EQ(pairs, 5);
}

TEST_F(SharedData, published_examples_give_their_postings) {
    int postings = 0;
    for (const auto& file : sources::expand(
             {.path = shared_data() / "structured_data", .mapping = std::nullopt, .name = {}}
         )) {
        const auto name = file.path.filename().string();
        if (name.starts_with("adobe_") || name.starts_with("stage_gildan")) {
            const auto reading = reading_of(file);
            postings += static_cast<int>(reading.records.size());
            EXPECT_TRUE(reading.unreadable.empty()) << name;
        }
    }
    EXPECT_EQ(postings, 8 + 3);
}

}  // namespace
