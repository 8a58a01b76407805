// The main job on real input: 61,201 postings of March 2021 through the real programs, and what
// four candidates are shown of them. The archive is read in place and never copied.

#include "tests/support/program.hpp"
#include "tests/support/shared.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test_database.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

namespace {

namespace json = boost::json;

constexpr std::int64_t archive_records = 61'201;
constexpr std::size_t listed = 10;
constexpr std::size_t akin_min = 8;

class Archive : public testing::Test {
protected:
    /// One database and one index for all tests here: the ingest is the long part.
    static void SetUpTestSuite() {
        if (!std::filesystem::exists(support::shared() / "data/postings")) {
            return;
        }
        database_ = std::make_unique<support::TestDatabase>();
        folder_ = std::make_unique<support::TemporaryFolder>();
        first_ = ingest();
        second_ = ingest();
    }

    static void TearDownTestSuite() {
        database_.reset();
        folder_.reset();
    }

    void SetUp() override {
        if (!database_) {
            GTEST_SKIP() << "../shared absent";
        }
    }

    static support::Outcome run(const std::string& program, std::vector<std::string> arguments) {
        return support::run_program(
            program,
            arguments,
            "",
            {"JOBSCOUT_DATABASE=" + database_->conninfo(),
             "JOBSCOUT_INDEX=" + (folder_->path() / "index").string()}
        );
    }

    static support::Outcome ingest() {
        const std::string mapping = REPOSITORY_ROOT "/deploy/mappings/jobbank_archive_2021.json=";
        const auto part = [&](const int number) {
            const std::string name = "jobbank_2021-03_part" + std::to_string(number) + ".ndjson.gz";
            return mapping + (support::shared() / "data/postings" / name).string();
        };
        return run(
            "jobscout-indexer", {"ingest", "--json", "--as-of", "2021-04-01", part(1), part(2)}
        );
    }

    /// What `jobscout match` answers for a candidate of tests/archive/candidates.
    static json::object matches(const std::string& candidate) {
        const auto outcome =
            run("jobscout",
                {"match",
                 REPOSITORY_ROOT "/tests/archive/candidates/" + candidate + ".json",
                 "--as-of",
                 "2021-03-20",
                 "--top",
                 std::to_string(listed),
                 "--json"});
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        return json::parse(outcome.out).as_object();
    }

    static std::unique_ptr<support::TestDatabase> database_;
    static std::unique_ptr<support::TemporaryFolder> folder_;
    static support::Outcome first_;
    static support::Outcome second_;
};

std::unique_ptr<support::TestDatabase> Archive::database_;
std::unique_ptr<support::TemporaryFolder> Archive::folder_;
support::Outcome Archive::first_;
support::Outcome Archive::second_;

std::int64_t number(const json::value& object, const std::string_view name) {
    return object.at(name).to_number<std::int64_t>();
}

TEST_F(Archive, is_stored_or_quarantined_to_the_last_record) {
    ASSERT_EQ(first_.status, 0) << first_.err;
    const auto report = json::parse(first_.out);
    EXPECT_EQ(number(report, "records"), archive_records);
    EXPECT_EQ(number(report, "stored") + number(report, "quarantined"), archive_records);
    EXPECT_EQ(number(report, "statistics"), 0);
    // 2,860 records have no NOC 2021, and their older code became more than one; few fail
    // otherwise.
    EXPECT_GT(number(report, "stored"), 58'000);
    std::int64_t reasons = 0;
    for (const auto& source : report.at("sources").as_array()) {
        for (const auto& reason : source.at("reasons").as_array()) {
            EXPECT_FALSE(reason.at("reason").as_string().empty());
            reasons += number(reason, "count");
        }
    }
    EXPECT_EQ(reasons, number(report, "quarantined"));
}

TEST_F(Archive, changes_nothing_when_it_is_ingested_again) {
    ASSERT_EQ(second_.status, 0) << second_.err;
    const auto first = json::parse(first_.out);
    const auto second = json::parse(second_.out);
    EXPECT_EQ(number(second, "stored"), number(first, "stored"));
    EXPECT_EQ(number(second, "quarantined"), number(first, "quarantined"));
    for (const auto& source : second.at("sources").as_array()) {
        EXPECT_EQ(number(source, "added"), 0);
        EXPECT_EQ(number(source, "changed"), 0);
        EXPECT_EQ(number(source, "unchanged"), number(source, "records"));
    }
    EXPECT_EQ(number(second.at("index"), "revision"), number(first.at("index"), "revision"));
}

/// What must hold of every list: nothing placed after the rest, the first posting's NOC begins with
/// `group`, and of at least eight of ten it begins so or is `held`, which the candidate held
/// before.
json::array acceptable(
    const json::object& answer, const std::string_view group, const std::string_view held = {}
) {
    const auto& best = answer.at("matches").as_array();
    EXPECT_EQ(best.size(), listed);
    std::size_t akin = 0;
    for (const auto& match : best) {
        EXPECT_TRUE(match.at("placed_after").as_array().empty()) << json::serialize(match);
        const auto& noc = match.at("posting").at("noc").as_string();
        akin += noc.starts_with(group) || noc == held ? 1 : 0;
    }
    EXPECT_TRUE(best.at(0).at("posting").at("noc").as_string().starts_with(group));
    EXPECT_GE(akin, akin_min) << json::serialize(answer);
    return best;
}

TEST_F(Archive, shows_a_software_engineer_software_postings) {
    acceptable(matches("software_engineer"), "2123");
}

TEST_F(Archive, shows_a_welder_postings_of_the_same_trades) {
    acceptable(matches("welder"), "7210");
}

TEST_F(Archive, shows_a_senior_manager_posts_of_senior_managers_and_of_the_work_before) {
    acceptable(matches("senior_manager"), "00", "10010");
}

TEST_F(Archive, shows_a_nurse_who_put_french_first_french_or_bilingual_postings) {
    for (const auto& match : acceptable(matches("nurse_french_first"), "3130")) {
        const auto& language = match.at("posting").at("working_language");
        if (language.is_null()) {
            continue;
        }
        EXPECT_NE(language.as_string(), "english") << json::serialize(match);
    }
}

}  // namespace
