// First days of work and refusals in files that nobody here wrote.

#include "indexer/normalise/audience.hpp"
#include "indexer/normalise/dates.hpp"
#include "indexer/sources/document.hpp"
#include "indexer/sources/lines.hpp"
#include "indexer/sources/read.hpp"
#include "tests/support/shared.hpp"

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

namespace {

using sources::Field;

struct Counts {
    int stated = 0;
    int days = 0;
    int at_once = 0;
    int refusals = 0;
};

void count(Counts& counts, const sources::RawPosting& posting) {
    if (const auto text = posting.get(Field::starts_on); !text.empty()) {
        ++counts.stated;
        const auto start = normalise::start_from(text);
        EXPECT_TRUE(start) << text;
        counts.days += start && *start ? 1 : 0;
        counts.at_once += start && !*start ? 1 : 0;
    }
    const auto audience = posting.get(Field::audience);
    const std::string quote = normalise::refusal_quote(audience);
    EXPECT_NE(audience.find(quote), std::string::npos) << audience;
    counts.refusals += quote.empty() ? 0 : 1;
}

sources::Sink sink_to(Counts& counts) {
    return {
        .record = [&counts](const sources::Record& record) { count(counts, record.posting); },
        .unreadable = [](const sources::Unreadable&) {},
        .progress = {}};
}

class SharedData : public testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(postings_)) {
            GTEST_SKIP() << "../shared absent";
        }
    }

    Counts counts_in(const char* file, const char* mapping) {
        Counts counts;
        const sources::SourceFile source{
            .path = postings_ / file,
            .mapping = std::filesystem::path{REPOSITORY_ROOT} / "deploy/mappings" / mapping,
            .name = {}};
        EXPECT_TRUE(sources::read(source, sink_to(counts)));
        return counts;
    }

    std::filesystem::path postings_ = support::shared() / "data/postings";
};

TEST_F(SharedData, tells_the_start_and_the_refusal_of_the_archive) {
    Counts all;
    for (const auto* part :
         {"jobbank_2021-03_part1.ndjson.gz", "jobbank_2021-03_part2.ndjson.gz"}) {
        const Counts counts = counts_in(part, "jobbank_archive_2021.json");
        all.stated += counts.stated;
        all.days += counts.days;
        all.refusals += counts.refusals;
    }
    EXPECT_EQ(all.stated, 58'965);
    EXPECT_EQ(all.days, 0) << "those that name a day were left out of the archive";
    EXPECT_EQ(all.refusals, 13'600);
}

TEST_F(SharedData, tells_the_start_of_the_sample_of_2024) {
    const Counts counts = counts_in("jobbank_2024-06_sample10pct.ndjson.gz", "jobbank_2024.json");
    EXPECT_EQ(counts.stated, 2'056);
    EXPECT_EQ(counts.days, 65);
    EXPECT_EQ(counts.at_once, 1'991);
}

TEST_F(SharedData, tells_the_start_of_the_saved_pages) {
    Counts counts;
    auto stream = sources::ByteStream::open(postings_ / "jobbank_html_pages_2021-03.ndjson.gz");
    ASSERT_TRUE(stream);
    sources::Lines lines{std::move(*stream)};
    while (const auto line = lines.next()) {
        const auto row = boost::json::parse(line->text);
        sources::read_page(row.at("html").as_string(), "page", sink_to(counts));
    }
    EXPECT_EQ(counts.stated, 387);
    EXPECT_EQ(counts.days, 39);
    EXPECT_EQ(counts.at_once, 348);
}

}  // namespace
