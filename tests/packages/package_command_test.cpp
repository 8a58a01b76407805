#include "matcher/document/json.hpp"
#include "sql/store/sha256.hpp"
#include "tests/packages/cases.hpp"
#include "tests/support/content.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test_database.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

namespace {

namespace fs = std::filesystem;
namespace json = boost::json;
using support::content_of;
using testing::HasSubstr;
using testing::Not;

const std::string candidates = std::string{REPOSITORY_ROOT} + "/tests/packages/candidates/";

/// `jobscout` and `jobscout-indexer` on a database of their own, with the sample postings.
class PackageCommand : public testing::Test {
protected:
    void SetUp() override {
        const auto ingested =
            run("jobscout-indexer",
                {"ingest", "--as-of", "2026-11-16", REPOSITORY_ROOT "/deploy/sample/feed"});
        ASSERT_EQ(ingested.status, 0) << ingested.err;
        const auto found =
            run("jobscout",
                {"search",
                 "title:\"software engineer\" employer:\"maple harbour\"",
                 "--as-of",
                 "2026-11-16",
                 "--json"});
        ASSERT_EQ(found.status, 0) << found.err;
        posting_ = std::string{
            document::parse(found.out).value().at("postings").at(0).at("id").as_string()};
    }

    support::Outcome run(const std::string& program, const std::vector<std::string>& arguments) {
        const bool indexer = program == "jobscout-indexer";
        return support::run_program(
            program,
            arguments,
            "",
            {"JOBSCOUT_DATABASE=" +
                 (indexer ? database_.conninfo("jobscout_owner") : database_.conninfo()),
             "JOBSCOUT_INDEX=" + (folder_.path() / "index").string()}
        );
    }

    support::Outcome package(std::vector<std::string> more) {
        std::vector<std::string> arguments{"package", "--as-of", "2026-11-16"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run("jobscout", arguments);
    }

    support::TestDatabase database_;
    support::TemporaryFolder folder_;
    std::string posting_;
};

TEST_F(PackageCommand, makes_a_folder_whose_manifest_is_true) {
    const fs::path out = folder_.path() / "package";
    const auto outcome = package(
        {"--candidate",
         candidates + "software_developer.json",
         "--posting",
         posting_,
         "--out",
         out.string(),
         "--json"}
    );
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const json::value manifest = document::parse(content_of(out / "manifest.json")).value();
    EXPECT_EQ(document::parse(outcome.out).value(), manifest);
    std::set<std::string> names{"manifest.json"};
    for (const json::value& file : manifest.at("files").as_array()) {
        const std::string name{file.at("name").as_string()};
        const std::string content = content_of(out / name);
        EXPECT_EQ(file.at("sha256"), json::string{store::sha256(content)}) << name;
        EXPECT_EQ(file.at("bytes").to_number<std::size_t>(), content.size()) << name;
        names.insert(name);
    }
    for (const auto& entry : fs::directory_iterator{out}) {
        EXPECT_TRUE(names.contains(entry.path().filename().string())) << entry.path();
    }
    EXPECT_EQ(names.size(), 13U);
    EXPECT_EQ(
        document::serialize(manifest.at("rule_sets")), R"(["2022-11-16","2025-03-25","2026-11-03"])"
    );
    for (const json::value& sentence : manifest.at("documents").at("resume").as_array()) {
        const std::string code{sentence.at("template").as_string()};
        EXPECT_TRUE(code.starts_with("package.label.") || !sentence.at("facts").as_array().empty())
            << document::serialize(sentence);
    }
    const std::string lift = package_cases::text_of_pdf(content_of(out / "fit_and_lift.pdf"));
    EXPECT_THAT(lift, HasSubstr("2022-11-16"));
    EXPECT_THAT(lift, HasSubstr("+50 if the employer has or gets an LMIA, or is exempt"));
    EXPECT_THAT(lift, HasSubstr("0: these rules give no points for an offer"));
    EXPECT_THAT(lift, HasSubstr("unknown: the values of these rules are not known yet"));
    EXPECT_THAT(lift, HasSubstr("not immigration advice"));
    EXPECT_THAT(lift, HasSubstr("section 91"));
    EXPECT_THAT(lift, HasSubstr("college-ic.ca"));
    const std::string posting = package_cases::text_of_pdf(content_of(out / "posting.pdf"));
    EXPECT_THAT(posting, HasSubstr("Write and review C++ services"));
    EXPECT_THAT(posting, HasSubstr("Unknown: Its source has not been asked"));
}

TEST_F(PackageCommand, makes_one_archive_the_same_each_time) {
    const std::string out = (folder_.path() / "package.zip").string();
    const std::vector<std::string> arguments{
        candidates + "developpeur_web.json",
        "--posting",
        posting_,
        "--out",
        out,
        "--documents-lang",
        "fr",
        "--lang",
        "fr"};
    const auto outcome = package(arguments);
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("octets"));
    const std::string first = content_of(out);
    ASSERT_EQ(package(arguments).status, 0);
    EXPECT_EQ(content_of(out), first);
    const auto listed = support::run_program("/usr/bin/unzip", {"-p", out, "letter.txt"});
    EXPECT_THAT(listed.out, HasSubstr("Madame, Monsieur,"));
}

TEST_F(PackageCommand, says_what_it_refuses) {
    const std::string out = (folder_.path() / "no.zip").string();
    const auto unknown = package({candidates + "welder.json", "--posting", "999999", "--out", out});
    EXPECT_EQ(unknown.status, 1);
    EXPECT_THAT(unknown.err, HasSubstr("no posting 999999 is served on 2026-11-16"));
    const auto words = folder_.write("words.json", R"({"salary": "more"})").string();
    const auto refused =
        package({candidates + "welder.json", "--posting", posting_, "--out", out, "--letter", words}
        );
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, HasSubstr("salary: no part of a letter"));
    EXPECT_EQ(package({candidates + "welder.json", "--out", out}).status, 2);
    EXPECT_FALSE(fs::exists(out));
}

}  // namespace
