// The real program: `jobscout noc`.

#include "tests/support/program.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace {

namespace json = boost::json;
using support::Outcome;
using testing::HasSubstr;
using testing::StartsWith;

std::vector<json::value> lines(const std::string& input) {
    const Outcome outcome = support::run_program("jobscout", {"noc", "--ndjson"}, input);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    std::vector<json::value> answers;
    std::istringstream text{outcome.out};
    for (std::string line; std::getline(text, line);) {
        answers.push_back(json::parse(line));
    }
    return answers;
}

TEST(NocCommand, answers_line_by_line) {
    const auto answers = lines(R"({"id": 7, "title": "Soudeuse-monteuse"}

{"id": "b", "title": "Technician", "duties": ["Repair brakes of cars and trucks"]}
{"id": "c", "title": "Technician", "duties": "Repair brakes of cars and trucks"}
{"id": "d", "title": "12345"}
)");
    ASSERT_EQ(answers.size(), 4U);
    EXPECT_EQ(answers[0].at("id"), 7);
    const json::array& top = answers[0].at("top").as_array();
    ASSERT_EQ(top.size(), 5U);
    EXPECT_EQ(top[0].at("noc"), "72106");
    EXPECT_GT(top[0].at("p").as_double(), 0.5);
    EXPECT_EQ(answers[0].at("abstained"), false);
    EXPECT_EQ(answers[1].at("top"), answers[2].at("top"));
    EXPECT_EQ(answers[3].at("top").as_array().size(), 0U);
    EXPECT_EQ(answers[3].at("abstained"), true);
}

TEST(NocCommand, says_what_is_wrong_with_a_line_and_goes_on) {
    const auto answers = lines(
        "no json\n{\"id\": 1}\n{\"id\": 2, \"title\": 3}\n"
        "{\"id\": 3, \"title\": \"Cook\", \"colour\": 1}\n"
        "{\"id\": 4, \"title\": \"Cook\"}\n"
    );
    ASSERT_EQ(answers.size(), 5U);
    EXPECT_EQ(answers[0].at("line"), 1);
    EXPECT_EQ(answers[1].at("error").at("field"), "title");
    EXPECT_EQ(answers[2].at("error").at("field"), "title");
    EXPECT_EQ(answers[3].at("error").at("field"), "colour");
    EXPECT_EQ(answers[4].at("top").at(0).at("noc"), "63200");
}

TEST(NocCommand, shows_names_and_doubt_in_both_languages) {
    const Outcome english = support::run_program("jobscout", {"noc", "Registered nurse"});
    EXPECT_THAT(english.out, StartsWith("31301"));
    EXPECT_THAT(english.out, HasSubstr("Registered nurses and registered psychiatric nurses"));
    EXPECT_THAT(english.out, HasSubstr("sure enough to be used."));
    const Outcome french = support::run_program("jobscout", {"noc", "Technicien", "--lang", "fr"});
    EXPECT_THAT(french.out, HasSubstr("Aucun n’est assez sûr"));
    EXPECT_EQ(support::run_program("jobscout", {"noc", ""}).status, 2);
}

}  // namespace
