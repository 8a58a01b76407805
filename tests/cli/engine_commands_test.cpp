// The real program on the sample candidates; none of these commands needs a database.

#include "matcher/document/json.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace {

using support::Outcome;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string candidate = std::string{REPOSITORY_ROOT} + "/deploy/sample/candidate.json";
const std::string candidate_fr = std::string{REPOSITORY_ROOT} + "/deploy/sample/candidate_fr.json";

const std::string offer = R"({"noc": "21231", "province": "NS", "hours_per_week": 37.5,
    "in_writing": true, "paid": true, "continuous": true, "seasonal": false, "permanent": true,
    "employer_ineligible": false, "lmia": true})";

Outcome jobscout(std::vector<std::string> arguments, const std::string& input = "") {
    return support::run_program("jobscout", arguments, input);
}

/// A command on the sample candidate as of a fixed day.
std::vector<std::string> command(
    const std::string& name, const std::vector<std::string>& more = {}
) {
    std::vector<std::string> arguments{name, candidate, "--as-of", "2026-11-23"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

boost::json::value answer(const std::vector<std::string>& arguments) {
    const Outcome outcome = jobscout(arguments);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return document::parse(outcome.out.substr(0, outcome.out.size() - 1)).value();
}

/// The output with every run of white space as one blank, wherever a line was broken.
std::string unbroken(const std::string& text) {
    std::string result;
    std::istringstream words{text};
    for (std::string word; words >> word;) {
        result += (result.empty() ? "" : " ") + word;
    }
    return result;
}

class EngineCommands : public testing::Test {
protected:
    support::TemporaryFolder folder_;
    std::string offer_file_ = folder_.write("offer.json", offer);
};

TEST_F(EngineCommands, keep_every_line_within_100_columns_in_both_languages) {
    for (const std::string name : {"clb", "programs", "offer", "rounds", "project", "advise"}) {
        for (const std::string language : {"en", "fr"}) {
            for (const std::string& file : {candidate, candidate_fr}) {
                std::vector<std::string> arguments{
                    name, file, "--as-of", "2026-11-23", "--lang", language};
                if (name == "offer") {
                    arguments.insert(arguments.end(), {"--offer", offer_file_});
                }
                const Outcome outcome = jobscout(arguments);
                ASSERT_EQ(outcome.status, 0) << name << outcome.err;
                EXPECT_THAT(outcome.err, IsEmpty());
                EXPECT_THAT(
                    outcome.out, HasSubstr(language == "fr" ? "conseils en immigration" : "advice")
                );
                std::istringstream lines{outcome.out};
                for (std::string line; std::getline(lines, line);) {
                    const auto letters = std::ranges::count_if(line, [](const char byte) {
                        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
                    });
                    EXPECT_LE(letters, 100) << name << ": " << line;
                    EXPECT_FALSE(line.ends_with(' ')) << name << ": '" << line << "'";
                }
            }
        }
    }
}

TEST_F(EngineCommands, say_what_a_person_needs_to_know) {
    EXPECT_THAT(
        unbroken(jobscout(command("programs")).out),
        AllOf(
            HasSubstr("Federal Skilled Worker Program: unknown (74 = 24 + 23 + 15 + 12 + 0 + 0)"),
            HasSubstr("settlement funds are not stated; $15,263 are needed")
        )
    );
    EXPECT_THAT(
        unbroken(jobscout(command("clb")).out), HasSubstr("counts until the day before 2028-03-14")
    );
    EXPECT_THAT(
        unbroken(jobscout(command("rounds")).out),
        AllOf(HasSubstr("latest round held here: 2026-08-07"), HasSubstr("CRS 456"))
    );
    EXPECT_THAT(jobscout(command("project")).out, HasSubstr("-5  turns 34"));
    EXPECT_THAT(
        unbroken(jobscout(command("advise")).out),
        HasSubstr("+600 +600 +600 a provincial nomination")
    );
    EXPECT_THAT(
        jobscout(command("offer", {"--offer", offer_file_})).out,
        AllOf(HasSubstr("The offer counts: yes"), HasSubstr("2022-11-16  +50"))
    );
}

TEST_F(EngineCommands, answer_in_json_with_the_rules_named) {
    const auto programs = answer(command("programs", {"--json"}));
    EXPECT_EQ(programs.at_pointer("/program_rules/id"), "2022-11-16");
    EXPECT_EQ(programs.at_pointer("/category_rules/id"), "2026");
    EXPECT_EQ(programs.at_pointer("/programs/1/grid/total"), 74);
    EXPECT_EQ(programs.at_pointer("/programs/0/clauses/0/reason/arguments/months"), 0);

    const auto rounds = answer(command("rounds", {"--json", "--months", "6"}));
    EXPECT_EQ(rounds.at("months"), 6);
    EXPECT_EQ(rounds.at_pointer("/scores/0/total"), 456);

    const auto projection = answer(command("project", {"--json", "--months", "5"}));
    EXPECT_EQ(projection.at("months").as_array().size(), 6U);
    EXPECT_EQ(projection.at_pointer("/rules/2/status"), "reported");

    const auto offered = answer(command("offer", {"--json", "--offer", offer_file_}));
    EXPECT_EQ(offered.at_pointer("/offer/route"), "new_lmia");
    EXPECT_EQ(offered.at_pointer("/lift/0/points"), 50);
    EXPECT_EQ(offered.at_pointer("/lift/1/points"), 0);
    EXPECT_TRUE(offered.at_pointer("/lift/2/points").is_null());
}

TEST_F(EngineCommands, follow_a_plan) {
    const std::string plan = folder_.write(
        "plan.json",
        R"({"job": {"noc": "21231", "start": "2026-12-01"}, "nominated_on": "2027-03-01",
            "language_tests": [{"test": "tef", "date": "2027-02-01",
                "clb": {"listening": 7, "reading": 7, "writing": 7, "speaking": 7}}]})"
    );
    const Outcome outcome = jobscout(command("project", {"--plan", plan}));
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(
        outcome.out,
        AllOf(
            HasSubstr("2027-02-01           +62         +62         +62"),
            HasSubstr("provincial nomination"),
            HasSubstr("1 year of Canadian work completed")
        )
    );
    const Outcome refused = jobscout(
        command("project", {"--plan", folder_.write("bad.json", R"({"job": {"noc": "21231"}})")})
    );
    EXPECT_EQ(refused.status, 1);
    EXPECT_EQ(refused.err, "jobscout: plan.job.start: missing\n");
}

TEST_F(EngineCommands, take_the_sample_offer_and_the_sample_plan) {
    const std::string sample = std::string{REPOSITORY_ROOT} + "/deploy/sample/";
    const auto offered = answer(command("offer", {"--json", "--offer", sample + "offer.json"}));
    EXPECT_EQ(offered.at_pointer("/offer/qualifies"), "pass");
    const auto projected =
        answer(command("project", {"--json", "--plan", sample + "plan.json", "--months", "4"}));
    EXPECT_EQ(projected.at_pointer("/months/3/events/0/reason/code"), "language_levels_changed");
}

TEST_F(EngineCommands, read_the_rounds_of_a_file) {
    const std::string file = folder_.write(
        "rounds.json",
        R"({"rounds": [{"drawNumber": "500", "drawDate": "2026-10-01", "drawName": "General",
            "drawSize": "1,000", "drawCRS": "450", "drawCutOff": "", "dd18": ""},
            {"drawNumber": "501", "drawDate": "2026-10-02", "drawName": "Gardeners",
            "drawSize": "1", "drawCRS": "1", "drawCutOff": "", "dd18": ""}]})"
    );
    const Outcome outcome = jobscout(command("rounds", {"--rounds", file}));
    EXPECT_EQ(outcome.status, 0);
    EXPECT_THAT(
        unbroken(outcome.out),
        AllOf(
            HasSubstr("latest round held here: 2026-10-01"),
            HasSubstr("clears 1 of 1 round; last cut-off 450"),
            HasSubstr("not enough rounds")
        )
    );
    EXPECT_THAT(outcome.err, HasSubstr("rounds[1].drawName"));
    const Outcome refused =
        jobscout(command("rounds", {"--rounds", folder_.write("no.json", "{}")}));
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, HasSubstr("rounds"));
}

TEST_F(EngineCommands, refuse_a_document_with_status_1_and_wrong_usage_with_2) {
    for (const std::string name : {"clb", "programs", "offer", "rounds", "project", "advise"}) {
        const Outcome outcome = jobscout({name, "-"}, R"({"schema": "jobscout/candidate/1"})");
        EXPECT_EQ(outcome.status, 1) << name;
        EXPECT_EQ(outcome.err, "jobscout: birth_date: missing\n") << name;
        EXPECT_THAT(outcome.out, IsEmpty());
        EXPECT_EQ(jobscout({name, candidate, "--as-of", "2026-02-30"}).status, 2) << name;
        EXPECT_EQ(jobscout({name, candidate, "--rules", "1999-01-01"}).status, 2) << name;
    }
    EXPECT_EQ(jobscout(command("project", {"--months", "0"})).status, 2);
    const Outcome none = jobscout(command("offer"));
    EXPECT_EQ(none.status, 1);
    EXPECT_EQ(none.err, "jobscout: offer: missing\n");
    const Outcome bad =
        jobscout(command("offer", {"--offer", folder_.write("bad.json", R"({"noc": "2"})")}));
    EXPECT_EQ(bad.status, 1);
    EXPECT_THAT(bad.err, HasSubstr("jobscout: offer.noc: "));
}

TEST_F(EngineCommands, answer_lines_and_go_on_after_a_bad_one) {
    const Outcome levels = jobscout(
        {"clb", "--ndjson"},
        R"({"id":1,"test":"ielts","ability":"reading","score":7})"
        "\n\nnonsense\n"
        R"({"id":2,"test":"tef","ability":"speaking","score":393})"
        "\n"
    );
    EXPECT_EQ(levels.status, 0);
    EXPECT_THAT(
        levels.out,
        AllOf(
            HasSubstr("{\"id\":1,\"level\":9}\n"),
            HasSubstr("\"line\":3,\"error\""),
            HasSubstr("{\"id\":2,\"level\":10}\n")
        )
    );
    const Outcome grids = jobscout(
        {"programs", "--ndjson"},
        R"({"id":"a","grid":"fsw","input":{"age":35,"education":"doctoral"}})"
    );
    EXPECT_THAT(grids.out, HasSubstr(R"({"id":"a","total":37,"language":0,"education":25,)"));
}

TEST_F(EngineCommands, show_the_crs_with_maxima_work_and_what_was_lost) {
    const Outcome outcome = jobscout(command("crs"));
    EXPECT_THAT(
        unbroken(outcome.out),
        AllOf(
            HasSubstr("88 / 110"),
            HasSubstr("Work, month by month"),
            HasSubstr("hours above 30 a week do not count"),
            Not(HasSubstr("Lost to caps"))
        )
    );
    const auto crs = answer(command("crs", {"--json"}));
    EXPECT_EQ(crs.at("work").at("foreign").at("years"), 10);
    EXPECT_EQ(crs.at_pointer("/column_reason/code"), "single");
    EXPECT_TRUE(crs.at("swapped").is_null());
}

/// A couple of two languages, both abroad: the French sample with a birth date of the spouse.
boost::json::object couple() {
    std::ifstream file{candidate_fr};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    boost::json::object document = document::parse(text).value().as_object();
    document.at("spouse").as_object()["birth_date"] = "1994-02-10";
    return document;
}

boost::json::value crs_of(
    const support::TemporaryFolder& folder, const boost::json::object& document
) {
    const auto file = folder.write("document.json", boost::json::serialize(document));
    return answer({"crs", file, "--as-of", "2026-11-23", "--json"});
}

/// That `insight` promises under each rule set what the totals of `now` become in `then`.
void expect_change(
    const boost::json::value& insight, const boost::json::value& now, const boost::json::value& then
) {
    const auto& points = insight.at("points").as_array();
    ASSERT_EQ(points.size(), now.at("scores").as_array().size());
    for (std::size_t rules = 0; rules < points.size(); ++rules) {
        const std::int64_t change = then.at("scores").at(rules).at("total").as_int64() -
                                    now.at("scores").at(rules).at("total").as_int64();
        EXPECT_EQ(points[rules].at("points"), change);
        EXPECT_NE(change, 0);
    }
    EXPECT_THAT(
        std::string{insight.at_pointer("/reason/text").as_string()},
        HasSubstr(std::to_string(points[0].at("points").as_int64()))
    );
}

TEST_F(EngineCommands, tell_what_the_other_language_first_would_change) {
    const auto document = couple();
    auto other = document;
    for (auto& test : other.at("language_tests").as_array()) {
        auto& members = test.as_object();
        if (!members.erase("first")) {
            members["first"] = true;
        }
    }
    const auto now = crs_of(folder_, document);
    expect_change(now.at("language_order"), now, crs_of(folder_, other));
    const auto better = crs_of(folder_, other);
    EXPECT_EQ(better.at_pointer("/language_order/reason/code"), "other_language_first_gains");
}

TEST_F(EngineCommands, tell_what_the_spouse_as_principal_applicant_would_change) {
    const auto document = couple();
    auto other = document;
    auto& spouse = other.at("spouse").as_object();
    for (const char* const shared : {"birth_date", "language_tests", "education", "jobs"}) {
        std::swap(other.at(shared), spouse.at(shared));
    }
    other.at("language_tests").at(0).as_object()["first"] = true;
    for (auto& test : spouse.at("language_tests").as_array()) {
        test.as_object().erase("first");
    }
    const auto now = crs_of(folder_, document);
    EXPECT_EQ(now.at_pointer("/swapped/reason/code"), "swapping_loses");
    expect_change(now.at("swapped"), now, crs_of(folder_, other));

    auto unknown = document;
    unknown.at("spouse").as_object().erase("birth_date");
    const auto asked = crs_of(folder_, unknown);
    EXPECT_EQ(asked.at_pointer("/swapped/reason/code"), "swapping_needs_birth_date");
    for (const auto& one : asked.at_pointer("/swapped/points").as_array()) {
        EXPECT_TRUE(one.at("points").is_null());
    }
}

}  // namespace
