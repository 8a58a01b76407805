// A disk that fills in the middle of an ingest, under the index and under PostgreSQL itself: a
// clear error, nothing lost, and once there is room again the next ingest completes the work.

#include "tests/ingest/indexer.hpp"
#include "tests/ingest/small_disk.hpp"

#include <gmock/gmock.h>
#include <pqxx/pqxx>

#include <fstream>
#include <random>

namespace {

namespace json = boost::json;
using testing::AnyOf;
using testing::HasSubstr;

/// Records of which no two have the same words in this field, so that what holds them is large.
std::vector<std::string> varied_records(
    const int count, const std::string& field, const int words
) {
    std::mt19937_64 random{20261116};
    std::vector<std::string> lines;
    for (int number = 0; number < count; ++number) {
        std::string text;
        for (int word = 0; word < words; ++word) {
            text += std::to_string(random()) + " ";
        }
        lines.push_back(partner_record("p" + std::to_string(number), {{field, text}}));
    }
    return lines;
}

TEST(FullDisk, under_the_index_loses_nothing) {
    const Indexer indexer;
    const std::string feed = indexer.feed(varied_records(3'000, "employer", 6));
    const std::filesystem::path folder = indexer.folder().path() / "small";
    {
        const SmallDisk disk{folder, "1500k"};
        if (!disk.mounted()) {
            GTEST_SKIP() << "needs root";
        }
        const auto outcome =
            indexer.run({"ingest", "--as-of", "2026-11-16", "--index", folder / "index", feed});
        EXPECT_EQ(outcome.status, 1);
        EXPECT_THAT(outcome.err, HasSubstr("No space left on device"));
        EXPECT_EQ(indexer.run({"check", "--index", folder / "index"}).status, 1);
    }
    // The disk is large again.
    const auto report = indexer.ingest({"--index", folder / "index", feed});
    EXPECT_EQ(report.at("stored"), 3'000);
    EXPECT_EQ(report.at("index").at("documents"), 3'000);
    EXPECT_EQ(indexer.run({"check", "--index", folder / "index"}).status, 0);
}

/// A PostgreSQL whose data stand in a folder of the test's own.
class OwnCluster {
public:
    explicit OwnCluster(std::filesystem::path folder) : folder_{std::move(folder)} { start(); }
    ~OwnCluster() { deploy("stop"); }
    OwnCluster(const OwnCluster&) = delete;
    OwnCluster& operator=(const OwnCluster&) = delete;

    /// Nothing where it runs already.
    void start() {
        const support::Outcome started = deploy("start");
        ASSERT_EQ(started.status, 0) << started.err;
        socket_ = started.out.substr(0, started.out.find('\n'));
    }
    std::string conninfo() const { return "host=" + socket_ + " user=postgres dbname=jobscout"; }

private:
    support::Outcome deploy(const std::string& verb) const {
        return support::run_program(
            REPOSITORY_ROOT "/deploy/cluster", {verb, folder_.string(), "--throwaway"}
        );
    }

    std::filesystem::path folder_;
    std::string socket_;
};

/// Takes all room of a disk but so many bytes.
void leave_room(const std::filesystem::path& disk, const std::uintmax_t bytes) {
    std::ofstream ballast{disk / "ballast", std::ios::binary};
    const std::string block(1 << 20, '\0');
    while (std::filesystem::space(disk).available > bytes && ballast) {
        ballast.write(block.data(), static_cast<std::streamsize>(block.size())).flush();
    }
}

class FullDiskUnderPostgresql : public testing::Test {
protected:
    support::Outcome run(const std::vector<std::string>& arguments) const {
        return support::run_program(
            "jobscout-indexer",
            arguments,
            "",
            {"JOBSCOUT_DATABASE=" + cluster->conninfo(),
             "JOBSCOUT_INDEX=" + (files.folder().path() / "own_index").string()}
        );
    }

    std::int64_t stored() const {
        pqxx::connection connection{cluster->conninfo()};
        return pqxx::work{connection}.exec1("SELECT count(*) FROM posting")[0].as<std::int64_t>();
    }

    const Indexer files;
    std::optional<SmallDisk> disk;
    std::optional<OwnCluster> cluster;  // Ends before the disk that it stands on.
};

TEST_F(FullDiskUnderPostgresql, is_told_and_loses_nothing) {
    constexpr std::int64_t all = 900;
    const std::vector<std::string> ingest{
        "ingest",
        "--json",
        "--batch-size",
        "50",
        "--as-of",
        "2026-11-16",
        files.feed(varied_records(all, "note", 1'200))};
    disk.emplace(files.folder().path() / "small", "400m");
    if (!disk->mounted()) {
        GTEST_SKIP() << "needs root";
    }
    cluster.emplace(disk->path() / "cluster");
    ASSERT_EQ(run({"migrate"}).status, 0);
    leave_room(disk->path(), std::uintmax_t{32} << 20);

    const support::Outcome failed = run(ingest);
    EXPECT_EQ(failed.status, 1);
    // The first where not a byte was written, the second where part of a page was, the third where
    // PostgreSQL ended itself for want of room for its log.
    EXPECT_THAT(
        failed.err,
        AnyOf(
            HasSubstr("No space left on device"),
            HasSubstr("Check free disk space"),
            HasSubstr("the connection to PostgreSQL was lost; its log says why")
        )
    );

    // Room again: PostgreSQL, which may have ended, has every posting that it said it had.
    std::filesystem::remove(disk->path() / "ballast");
    cluster->start();
    const std::int64_t before = stored();
    EXPECT_GT(before, 0);
    EXPECT_LT(before, all);
    const support::Outcome mended = run(ingest);
    ASSERT_EQ(mended.status, 0) << mended.err;
    const json::value report = json::parse(mended.out);
    EXPECT_EQ(report.at("sources").at(0).at("unchanged"), before);
    EXPECT_EQ(report.at("sources").at(0).at("added"), all - before);
    EXPECT_EQ(report.at("index").at("documents"), all);
    EXPECT_EQ(stored(), all);
    EXPECT_EQ(run({"check"}).status, 0);
}

}  // namespace
