// How jobscout-indexer is called, what it prints and how it ends.

#include "indexer/search/search.hpp"
#include "tests/ingest/indexer.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>

namespace {

namespace json = boost::json;
using support::TestDatabase;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

json::value printed(const support::Outcome& outcome) {
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return json::parse(outcome.out);
}

TEST(Command, migrate_makes_the_database_and_is_done_the_second_time) {
    const Indexer indexer{TestDatabase::Contents::empty};
    const auto pending = printed(indexer.run({"migrate", "--dry-run", "--json"}));
    EXPECT_FALSE(pending.at("pending").as_array().empty());
    const auto first = printed(indexer.run({"migrate", "--json"}));
    EXPECT_EQ(first.at("applied"), pending.at("pending"));
    const auto second = printed(indexer.run({"migrate", "--json"}));
    EXPECT_THAT(second.at("applied").as_array(), SizeIs(0));
    EXPECT_EQ(second.at("current"), first.at("current"));
    EXPECT_THAT(
        printed(indexer.run({"migrate", "--dry-run", "--json"})).at("pending").as_array(), SizeIs(0)
    );
    EXPECT_THAT(indexer.run({"migrate"}).out, HasSubstr("current: "));
}

TEST(Command, status_tells_what_is_stored_indexed_and_kept_aside) {
    const Indexer indexer;
    const auto empty = printed(indexer.run({"status", "--json"}));
    EXPECT_EQ(empty.at("verified"), 0);
    EXPECT_EQ(empty.at("index").at("revision"), 0);
    const std::string unclear = partner_record("2", {{"noc", ""}, {"title", "Join our team"}});
    indexer.ingest({indexer.feed({partner_record("1"), unclear})});
    const auto status = printed(indexer.run({"status", "--json"}));
    EXPECT_EQ(status.at("verified"), 1);
    EXPECT_EQ(status.at("held_back"), 1);
    EXPECT_EQ(status.at("quarantined"), 1);
    EXPECT_EQ(status.at("index").at("documents"), 1);
    EXPECT_EQ(status.at("index").at("revision"), status.at("revision"));
    EXPECT_EQ(status.at("reasons").at(0).at("source"), "partner");
    EXPECT_THAT(indexer.run({"status"}).out, HasSubstr("1 verified, 1 held back"));
}

TEST(Command, reindex_restores_an_index_that_was_deleted) {
    const Indexer indexer;
    indexer.ingest({indexer.feed({partner_record("1"), partner_record("2")})});
    const auto before = indexer.found("welder");
    std::filesystem::remove_all(indexer.index());
    const auto status = printed(indexer.run({"reindex", "--json"}));
    EXPECT_EQ(status.at("index").at("documents"), 2);
    EXPECT_EQ(indexer.found("welder"), before);
    // The French title of the occupation comes with the reference data.
    EXPECT_THAT(indexer.found("soudeuse"), SizeIs(2));
}

TEST(Command, ingest_prints_what_became_of_the_records) {
    const Indexer indexer;
    const std::string feed = indexer.feed({partner_record("1"), "no json"});
    const auto outcome = indexer.run({"ingest", feed, "--as-of", "2026-11-16"});
    EXPECT_EQ(outcome.status, 0);
    EXPECT_THAT(outcome.out, HasSubstr("2 records: 1 stored, 0 statistics, 1 kept aside"));
    EXPECT_THAT(outcome.out, HasSubstr("2 added, 0 changed, 0 unchanged"));
    EXPECT_THAT(outcome.out, HasSubstr("index: revision 1, 1 postings"));
    EXPECT_THAT(outcome.err, IsEmpty());
}

TEST(Command, ingest_takes_the_other_sources_and_fails_where_one_is_refused) {
    const Indexer indexer;
    const std::string feed = indexer.feed({partner_record("1")});
    const auto outcome =
        indexer.run({"ingest", "--json", "--as-of", "2026-11-16", "no-such-file", feed});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.err, HasSubstr("no-such-file"));
    const auto report = json::parse(outcome.out);
    EXPECT_THAT(report.at("refused").as_array(), SizeIs(1));
    EXPECT_EQ(report.at("refused").at(0).at("file"), "no-such-file");
    EXPECT_EQ(report.at("stored"), 1);
}

TEST(Command, ingest_refuses_a_pipe_and_says_what_to_do) {
    const Indexer indexer;
    const std::string pipe = (indexer.folder().path() / "pipe").string();
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    const std::string feed = indexer.feed({});
    const std::string mapping = feed.substr(0, feed.find('=') + 1);
    for (const std::string& source : {pipe, mapping + pipe}) {
        const auto outcome = indexer.run({"ingest", source});
        EXPECT_EQ(outcome.status, 1);
        EXPECT_THAT(outcome.err, HasSubstr("write what it gives into a file"));
    }
    const std::string program = PROGRAM_FOLDER "/jobscout-indexer";
    const auto outcome = support::run_program(
        "/bin/sh",
        {"-c", "echo '{}' | " + program + " ingest /dev/stdin"},
        "",
        {"JOBSCOUT_DATABASE=" + indexer.database(), "JOBSCOUT_INDEX=" + indexer.index()}
    );
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.err, HasSubstr("/dev/stdin: is a pipe or a device"));
}

TEST(Command, ingest_takes_every_file_of_a_folder) {
    const Indexer indexer;
    std::filesystem::create_directory(indexer.folder().path() / "feed");
    for (const std::string id : {"1", "2"}) {
        indexer.folder().write(
            "feed/" + id + ".json",
            R"({
            "@context": "https://schema.org", "@type": "JobPosting",
            "identifier": {"@type": "PropertyValue", "value": ")" +
                id + R"("},
            "url": "https://partner.example/jobs/)" +
                id + R"(",
            "title": "Welder", "description": "Welds.", "datePosted": "2026-11-02",
            "occupationalCategory": "72106",
            "hiringOrganization": {"@type": "Organization", "name": "Northern Lights Works"},
            "jobLocation": {"@type": "Place", "address": {"@type": "PostalAddress",
                "addressLocality": "Calgary", "addressRegion": "AB", "addressCountry": "CA"}}})"
        );
    }
    const auto report = indexer.ingest({(indexer.folder().path() / "feed").string()});
    EXPECT_THAT(report.at("sources").as_array(), SizeIs(2));
    EXPECT_EQ(report.at("stored"), 2);
}

TEST(Command, ingest_is_refused_while_another_one_writes) {
    Indexer indexer;
    const std::string feed = indexer.feed({partner_record("1")});
    {
        const auto other = indexer.postings().try_writer_lock();
        ASSERT_TRUE(other);
        for (const std::vector<std::string>& arguments :
             {std::vector<std::string>{"ingest", feed}, std::vector<std::string>{"reindex"}}) {
            const auto outcome = indexer.run(arguments);
            EXPECT_EQ(outcome.status, 1);
            EXPECT_THAT(outcome.err, HasSubstr("another jobscout-indexer"));
            EXPECT_THAT(outcome.out, IsEmpty());
        }
        EXPECT_EQ(indexer.run({"ingest", "--dry-run", feed}).status, 0);
        EXPECT_EQ(indexer.run({"status"}).status, 0);
    }
    EXPECT_EQ(indexer.run({"ingest", feed}).status, 0);
}

TEST(Command, settings_come_from_flags_the_environment_and_a_file) {
    const Indexer indexer;
    indexer.ingest({indexer.feed({partner_record("1")})});
    const std::string config = indexer.folder()
                                   .write(
                                       "jobscout.conf",
                                       "database = \"" + indexer.database() + "\"\nindex = \"" +
                                           indexer.index() + "\"\nport = 8080\n"
                                   )
                                   .string();
    const auto documents = [&](const std::vector<std::string>& arguments,
                               const std::vector<std::string>& environment) {
        const auto outcome = support::run_program("jobscout-indexer", arguments, "", environment);
        return printed(outcome).at("index").at("documents").as_int64();
    };
    const std::string elsewhere = indexer.folder().path() / "elsewhere";
    EXPECT_EQ(documents({"status", "--json", "--config", config}, {}), 1);
    EXPECT_EQ(documents({"status", "--json"}, {"JOBSCOUT_CONFIG=" + config}), 1);
    EXPECT_EQ(documents({"status", "--json", "--config", config, "--index", elsewhere}, {}), 0);
    EXPECT_EQ(
        documents(
            {"--database", indexer.database(), "status", "--json"}, {"JOBSCOUT_INDEX=" + elsewhere}
        ),
        0
    );
}

TEST(Command, ends_with_1_where_the_world_fails) {
    const Indexer indexer;
    const auto outcome = indexer.run({"status", "--database", "host=/nonexistent dbname=jobscout"});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.err, HasSubstr("jobscout-indexer: "));
    EXPECT_THAT(outcome.out, IsEmpty());
}

TEST(Command, ends_with_2_where_it_is_not_called_properly) {
    const Indexer indexer;
    const std::vector<std::vector<std::string>> calls{
        {},
        {"nonsense"},
        {"ingest"},
        {"ingest", "feed", "--as-of", "2026-02-30"},
        {"ingest", "mapping.json="},
        {"status", "--no-such-option"},
        {"status", "--config", "no-such-file"},
    };
    for (const auto& arguments : calls) {
        const auto outcome = indexer.run(arguments);
        EXPECT_EQ(outcome.status, 2) << testing::PrintToString(arguments);
        EXPECT_FALSE(outcome.err.empty());
        EXPECT_THAT(outcome.out, IsEmpty());
    }
    EXPECT_EQ(indexer.run({"--help"}).status, 0);
}

}  // namespace
