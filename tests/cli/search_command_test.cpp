// `jobscout search` on a real database and a real index.

#include "indexer/search/writer.hpp"
#include "matcher/document/json.hpp"
#include "sql/store/database.hpp"
#include "sql/store/posting_store.hpp"
#include "sql/store/sha256.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test_database.hpp"

#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using testing::HasSubstr;
using testing::Not;

store::PostingRecord record(const std::string& id, const std::string& title, const char* noc) {
    store::PostingRecord result;
    domain::Posting& posting = result.posting;
    posting.source = "test";
    posting.source_id = id;
    posting.url = "https://jobs.example/" + id;
    posting.title = title;
    posting.hiring_organization = "Employer (fictional)";
    posting.job_locations.emplace_back().province = domain::Province::AB;
    posting.date_posted = domain::parse_date("2026-11-10").value();
    posting.noc = domain::NocCode::parse(noc).value();
    posting.duties = {"Weld \x1b[31m frames"};
    result.verified = true;
    result.file = "test.ndjson";
    result.line = 1;
    result.raw = id;
    result.sha256 = store::sha256(id);
    result.normaliser_version = 1;
    return result;
}

class SearchCommand : public testing::Test {
protected:
    void SetUp() override {
        store::Database database{{.conninfo = database_.conninfo()}};
        store::PostingStore postings{database};
        postings.write(
            {record("welder", "Welder", "72106"), record("nurse", "Registered nurse", "31301")}
        );
        search::update_index(index(), postings, {});
    }

    std::string index() const { return folder_.path() / "index"; }

    support::Outcome search(std::vector<std::string> arguments) {
        arguments.insert(
            arguments.begin(), {"search", "--index", index(), "--as-of", "2026-11-16"}
        );
        return support::run_program(
            "jobscout", arguments, "", {"JOBSCOUT_DATABASE=" + database_.conninfo()}
        );
    }

private:
    support::TestDatabase database_;
    support::TemporaryFolder folder_;
};

TEST_F(SearchCommand, shows_a_table_with_the_words_found) {
    const auto outcome = search({"weld", "--facets"});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("2 postings of 2 open on 2026-11-16"));
    EXPECT_THAT(outcome.out, HasSubstr("[Weld]"));
    EXPECT_THAT(outcome.out, HasSubstr("AB 2"));
    EXPECT_THAT(outcome.out, Not(HasSubstr("\x1b[31m")));
    const auto synonym = search({"rn", "--lang", "fr"});
    EXPECT_THAT(synonym.out, HasSubstr("[Registered nurse]"));
    EXPECT_THAT(synonym.out, HasSubstr("registered nurse au lieu de rn"));
}

TEST_F(SearchCommand, goes_on_after_a_page_and_answers_as_the_api_does) {
    const auto first = search({"--limit", "1", "--json"});
    ASSERT_EQ(first.status, 0) << first.err;
    const auto page = document::parse(first.out.substr(0, first.out.size() - 1)).value();
    EXPECT_EQ(page.at("total"), 2);
    const auto second = search(
        {"--limit", "1", "--json", "--cursor", std::string{page.at("next_cursor").as_string()}}
    );
    const auto rest = document::parse(second.out.substr(0, second.out.size() - 1)).value();
    EXPECT_TRUE(rest.at("next_cursor").is_null());
    EXPECT_NE(rest.at_pointer("/postings/0/source_id"), page.at_pointer("/postings/0/source_id"));
}

TEST_F(SearchCommand, says_what_it_cannot_read) {
    const auto outcome = search({"welder provnce:NS"});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(
        outcome.err,
        "jobscout: QUERY: character 8: there is no field provnce\n  did you mean province:?\n"
    );
    EXPECT_EQ(search({"welder", "--cursor", "x"}).status, 1);
    EXPECT_EQ(search({"welder", "--index-remote", "nowhere"}).status, 2);
    const auto unreachable = search({"welder", "--index-remote", "127.0.0.1:1"});
    EXPECT_EQ(unreachable.status, 2);
    EXPECT_THAT(unreachable.err, HasSubstr("127.0.0.1"));
}

}  // namespace
