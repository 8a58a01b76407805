#include "matcher/document/json.hpp"
#include "matcher/domain/posting.hpp"
#include "sql/store/database.hpp"
#include "sql/store/posting_store.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test_database.hpp"

#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

using testing::HasSubstr;
using testing::Not;

const std::string sample = std::string{REPOSITORY_ROOT} + "/deploy/sample/";

store::PostingRecord record(
    const std::string& id, const std::string& noc, const domain::Province province
) {
    store::PostingRecord result;
    domain::Posting& posting = result.posting;
    posting.source = "test";
    posting.source_id = id;
    posting.url = "https://jobs.example/" + id;
    posting.title = "Title of " + id + "\x1b[31m";
    posting.hiring_organization = "Employer of " + id + " (fictional)";
    posting.job_locations = {
        {.province = province,
         .city = "Ville",
         .postal_code = "",
         .gazetteer_id = {},
         .coordinates = {}}};
    posting.date_posted = domain::parse_date("2026-11-10").value();
    posting.noc = domain::NocCode::parse(noc).value();
    posting.work_hours = domain::WeeklyHours{.min_tenths = 400, .max_tenths = 400};
    posting.work_time = domain::WorkTime::full_time;
    posting.term = domain::EmploymentTerm::permanent;
    posting.lmia = domain::LmiaStatement::approved;
    result.verified = true;
    result.file = "test.ndjson";
    result.line = 1;
    result.raw = "{\"id\":\"" + id + "\"}";
    result.sha256 = std::string(64, id.front());
    result.normaliser_version = 1;
    return result;
}

/// `jobscout` on a database of its own with three postings: +50, +200 and 0 in Quebec.
class Jobscout : public testing::Test {
protected:
    void SetUp() override {
        store::Database connection{{.conninfo = database_.conninfo(), .connections_max = 1}};
        store::PostingStore postings{connection};
        postings.write(
            {record("a", "21231", domain::Province::NS),
             record("b", "00012", domain::Province::ON),
             record("c", "21231", domain::Province::QC)}
        );
    }

    support::Outcome jobscout(std::vector<std::string> arguments, const std::string& input = "") {
        return support::run_program(
            "jobscout",
            arguments,
            input,
            {"JOBSCOUT_DATABASE=" + database_.conninfo(),
             "JOBSCOUT_INDEX=" + (folder_.path() / "no-index").string()}
        );
    }

    support::TestDatabase database_;
    support::TemporaryFolder folder_;
};

TEST_F(Jobscout, prints_every_posting_with_its_fit_and_its_lift) {
    const auto outcome = jobscout({"match", sample + "candidate.json", "--as-of", "2026-11-16"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("3 live on 2026-11-16"));
    EXPECT_THAT(outcome.out, HasSubstr("2022-11-16  +50"));
    EXPECT_THAT(outcome.out, HasSubstr("2022-11-16  +200"));
    EXPECT_THAT(outcome.out, HasSubstr("2022-11-16  0: the job is in Quebec"));
    EXPECT_THAT(outcome.out, HasSubstr("2025-03-25  0: these rules give no points for an offer"));
    EXPECT_THAT(outcome.out, HasSubstr("2026-11-03  unknown: "));
    EXPECT_THAT(outcome.out, HasSubstr("not immigration advice"));
    EXPECT_THAT(outcome.out, Not(HasSubstr("\x1b"))) << "neither a feed's colours nor our own";
}

TEST_F(Jobscout, quotes_the_words_that_place_a_posting_after_the_others) {
    store::Database connection{{.conninfo = database_.conninfo(), .connections_max = 1}};
    store::PostingRecord refusing = record("d", "21231", domain::Province::BC);
    refusing.posting.refuses_outside_canada = true;
    refusing.posting.refusal_quote = "Not authorized to work in Canada? Do not apply.";
    store::PostingStore{connection}.write({refusing});
    const auto table = [&](const std::string& language) {
        auto outcome = jobscout(
            {"match", sample + "candidate_fr.json", "--as-of", "2026-11-16", "--lang", language}
        );
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        // As one line, wherever it was wrapped.
        std::string words;
        std::istringstream stream{outcome.out};
        for (std::string word; stream >> word;) {
            words += word + ' ';
        }
        return words;
    };
    EXPECT_THAT(table("en"), HasSubstr(": “Not authorized to work in Canada? Do not apply.”"));
    EXPECT_THAT(table("fr"), HasSubstr(" : « Not authorized to work in Canada? Do not apply. »"));
}

TEST_F(Jobscout, reads_the_postings_where_the_file_of_columns_does_not_count) {
    const std::vector<std::string> ask{
        "match", sample + "candidate.json", "--as-of", "2026-11-16", "--snapshot"};
    const support::TemporaryFolder folder;
    const auto with = [&](const std::string& file) {
        std::vector<std::string> arguments = ask;
        arguments.push_back(file);
        return jobscout(arguments);
    };
    const auto without = with((folder.path() / "absent.bin").string());
    ASSERT_EQ(without.status, 0);
    EXPECT_EQ(without.err, "");
    const auto spoilt = with(folder.write("columns.bin", std::string(500, '?')).string());
    EXPECT_EQ(spoilt.status, 0);
    EXPECT_EQ(spoilt.out, without.out);
    EXPECT_THAT(
        spoilt.err, HasSubstr("columns.bin: is no file of columns; all postings are read instead")
    );
}

TEST_F(Jobscout, keeps_every_line_within_100_columns) {
    for (const std::string language : {"en", "fr"}) {
        const auto outcome = jobscout(
            {"match", sample + "candidate_fr.json", "--as-of", "2026-11-16", "--lang", language}
        );
        ASSERT_EQ(outcome.status, 0) << outcome.err;
        std::istringstream lines{outcome.out};
        for (std::string line; std::getline(lines, line);) {
            const auto letters = std::count_if(line.begin(), line.end(), [](const char byte) {
                return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
            });
            EXPECT_LE(letters, 100) << line;
        }
    }
}

TEST_F(Jobscout, speaks_french) {
    const auto outcome =
        jobscout({"match", sample + "candidate.json", "--as-of", "2026-11-16", "--lang", "fr"});
    EXPECT_THAT(outcome.out, HasSubstr("l’emploi est au Québec"));
    EXPECT_THAT(outcome.out, Not(HasSubstr("the ")));
}

TEST_F(Jobscout, reads_standard_input_and_prints_json_in_the_order_asked_for) {
    std::ifstream file{sample + "candidate.json"};
    std::ostringstream document;
    document << file.rdbuf();
    const auto outcome = jobscout(
        {"match", "-", "--json", "--order", "lift", "--top", "2", "--as-of", "2026-11-16"},
        document.str()
    );
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto answer = document::parse(outcome.out.substr(0, outcome.out.size() - 1));
    ASSERT_TRUE(answer) << answer.error().message;
    EXPECT_EQ(answer->at("order"), "lift");
    EXPECT_EQ(answer->at("matches").as_array().size(), 2U);
    EXPECT_EQ(answer->at("matches").at_pointer("/0/lift/0/points"), 200);
}

TEST_F(Jobscout, refuses_a_document_with_status_1_and_names_the_member) {
    const auto outcome = jobscout({"match", "-"}, R"({"schema": "jobscout/candidate/1"})");
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(outcome.err, "jobscout: birth_date: missing\n");
    EXPECT_EQ(outcome.out, "");
}

TEST_F(Jobscout, answers_wrong_usage_with_status_2) {
    for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
             {},
             {"match"},
             {"match", "/nowhere.json"},
             {"match", "-", "--top", "0"},
             {"match", "-", "--order", "luck"},
             {"match", "-", "--as-of", "2026-02-30"},
             {"match", "-", "--rules", "1999-01-01"},
             {"match", "-", "--basis", "1999-01-01"},
             {"match", "-", "--rules-folder", "/nowhere"},
             {"match", "-", "--lang", "de"}}) {
        EXPECT_EQ(jobscout(arguments).status, 2);
    }
    EXPECT_EQ(jobscout({"--help"}).status, 0);
}

TEST(Rules, of_an_operator_are_found_by_option_environment_and_configuration) {
    const support::TemporaryFolder folder;
    std::ifstream shipped{std::string{REPOSITORY_ROOT} + "/matcher/rules/sets/2026-11-03.json"};
    std::ostringstream text;
    text << shipped.rdbuf();
    std::string changed = text.str();
    const std::string old = R"("sibling": 15)";
    changed.replace(changed.find(old), old.size(), R"("sibling": 7)");
    folder.write("rules/mine.json", changed);
    const std::string rules = folder.path() / "rules";
    const std::string configuration =
        folder.write("jobscout.conf", "rules-folder = \"" + rules + "\"\n");
    const std::vector<std::string> ask{"rules", "2025-03-25", "--diff", "2026-11-03"};
    const auto difference = HasSubstr("additional.sibling: 15 -> 7");

    std::vector<std::string> by_option = ask;
    by_option.insert(by_option.end(), {"--rules-folder", rules});
    EXPECT_THAT(support::run_program("jobscout", by_option).out, difference);
    const auto by_environment =
        support::run_program("jobscout", ask, "", {"JOBSCOUT_RULES_FOLDER=" + rules});
    EXPECT_THAT(by_environment.out, difference);
    std::vector<std::string> by_file = ask;
    by_file.insert(by_file.begin(), {"--config", configuration});
    EXPECT_THAT(support::run_program("jobscout", by_file).out, difference);
    EXPECT_THAT(support::run_program("jobscout", ask).out, Not(difference));

    folder.write("rules/other.json", changed);
    const auto refused = support::run_program("jobscout", by_option);
    EXPECT_EQ(refused.status, 2);
    EXPECT_EQ(
        refused.err,
        "jobscout: " + rules + "/other.json: id: '2026-11-03' stands in " + rules + "/mine.json\n"
    );
}

}  // namespace
