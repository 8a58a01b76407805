// jobscout-indexer import-rounds, as an operator calls it.

#include "sql/store/round_store.hpp"
#include "sql/store/shipped_rounds.hpp"
#include "tests/ingest/indexer.hpp"
#include "tests/support/shared.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

namespace {

namespace json = boost::json;
using testing::HasSubstr;
using testing::IsEmpty;

const std::filesystem::path feed =
    std::filesystem::path{REPOSITORY_ROOT} / "tests/sources/fixtures/rounds.json";

json::value feed_content() {
    std::ifstream stream{feed};
    return json::parse(std::string{std::istreambuf_iterator<char>{stream}, {}});
}

json::object counts(const int added, const int changed, const int unchanged) {
    return {
        {"added", added},
        {"changed", changed},
        {"unchanged", unchanged},
        {"refused", json::array{}},
        {"dry_run", false}};
}

class ImportRounds : public testing::Test {
protected:
    json::value report(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"import-rounds", "--json"});
        const auto outcome = indexer_.run(arguments);
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        return json::parse(outcome.out);
    }

    std::size_t rounds_held() {
        store::Database database{{.conninfo = indexer_.database()}};
        return store::RoundStore{database}.list().size();
    }

    Indexer indexer_;
};

TEST_F(ImportRounds, adds_what_is_new_and_is_done_the_second_time) {
    EXPECT_EQ(report({feed}), counts(4, 0, 0));
    EXPECT_EQ(report({feed}), counts(0, 0, 4));
    auto content = feed_content();
    content.at("rounds").at(0).at("drawCRS") = "432";
    EXPECT_EQ(
        report({indexer_.folder().write("rounds.json", json::serialize(content)).string()}),
        counts(0, 1, 3)
    );
    EXPECT_EQ(rounds_held(), store::shipped_rounds().size() + 4);
    EXPECT_EQ(
        indexer_.run({"import-rounds", feed}).out,
        "rounds: 0 added, 1 changed, 3 unchanged, 0 refused\n"
    );
}

TEST_F(ImportRounds, says_what_it_refuses_by_place_and_takes_the_rest) {
    auto content = feed_content();
    content.at("rounds").at(0).at("drawCRS") = "43E";
    content.at("rounds").at(2).at("drawName") = "Fishery occupations (Version 1)";
    const std::string file =
        indexer_.folder().write("rounds.json", json::serialize(content)).string();
    const auto outcome = indexer_.run({"import-rounds", file});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.err, IsEmpty());
    EXPECT_EQ(
        outcome.out,
        "rounds: 2 added, 0 changed, 0 unchanged, 2 refused\n"
        "  refused: rounds[0].drawCRS: '43E' is no whole number\n"
        "  refused: rounds[2].drawName: 'Fishery occupations (Version 1)' is no round that is "
        "known\n"
    );
    const auto again = indexer_.run({"import-rounds", file, "--json"});
    EXPECT_EQ(again.status, 1);
    const auto refused = json::parse(again.out).at("refused");
    EXPECT_EQ(refused.at(0).at("field"), "rounds[0].drawCRS");
    EXPECT_EQ(
        refused.at(1).at("reason"), "'Fishery occupations (Version 1)' is no round that is known"
    );
}

TEST_F(ImportRounds, writes_nothing_on_a_dry_run_and_says_what_it_would_do) {
    auto expected = counts(4, 0, 0);
    expected["dry_run"] = true;
    EXPECT_EQ(report({feed, "--dry-run"}), expected);
    EXPECT_EQ(report({feed, "--dry-run"}), expected);
    EXPECT_THAT(
        indexer_.run({"import-rounds", feed, "--dry-run"}).out, HasSubstr("nothing was written")
    );
    EXPECT_EQ(rounds_held(), store::shipped_rounds().size());
}

TEST_F(ImportRounds, survives_a_migration) {
    report({feed});
    EXPECT_EQ(indexer_.run({"migrate"}).status, 0);
    EXPECT_EQ(report({feed}), counts(0, 0, 4));
}

TEST_F(ImportRounds, waits_for_no_other_writer_but_says_so) {
    const auto lock = indexer_.postings().try_writer_lock();
    ASSERT_TRUE(lock);
    const auto outcome = indexer_.run({"import-rounds", feed});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.err, HasSubstr("another jobscout-indexer"));
    report({feed, "--dry-run"});
}

TEST_F(ImportRounds, ends_with_1_where_the_file_is_none_and_2_without_one) {
    const std::vector<std::string> files{
        "/nonexistent/rounds.json",
        indexer_.folder().path(),
        indexer_.folder().write("empty.json", ""),
        indexer_.folder().write("other.json", R"({"postings": []})")};
    for (const auto& file : files) {
        const auto outcome = indexer_.run({"import-rounds", file});
        EXPECT_EQ(outcome.status, 1) << file;
        EXPECT_THAT(outcome.err, HasSubstr("jobscout-indexer: ")) << file;
        EXPECT_THAT(outcome.out, IsEmpty());
    }
    EXPECT_EQ(indexer_.run({"import-rounds"}).status, 2);
    EXPECT_EQ(indexer_.run({"import-rounds", feed, "--as-of", "2026-11-16"}).status, 2);
}

TEST_F(ImportRounds, finds_that_the_published_file_is_what_ships) {
    const auto published =
        support::shared() / "data/express_entry/ee_rounds_123_en_2026-08-07.json";
    if (!std::filesystem::exists(published)) {
        GTEST_SKIP() << "../shared absent";
    }
    EXPECT_EQ(report({published}), counts(0, 0, 435));
}

}  // namespace
