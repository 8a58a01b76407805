// Profiles that people bring with them and take with them again.

#include "tests/api/people.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using api_test::header;
using api_test::json_of;
using api_test::stand;
using testing::HasSubstr;

TEST(ProfileImport, of_what_was_taken_out_is_the_very_document) {
    const std::string document = api_test::person();
    const auto created = stand().ask_as("candidate-1", "POST", "/v1/candidates", document);
    ASSERT_EQ(created.status, 201U);
    const std::string path = header(created, "Location");
    const auto resume = stand().ask_as("candidate-1", "GET", path + "/export?format=json_resume");
    ASSERT_EQ(resume.status, 200U) << resume.body;
    EXPECT_THAT(header(resume, "Content-Disposition"), HasSubstr("resume.json"));
    EXPECT_EQ(json_of(resume).at("basics").at("name"), "Zelda Quuxworth");
    const auto brought = stand().ask("POST", "/v1/candidates/import", resume.body);
    ASSERT_EQ(brought.status, 200U) << brought.body;
    EXPECT_EQ(json_of(brought).at("candidate"), boost::json::parse(document));
    EXPECT_TRUE(json_of(brought).at("complete").as_bool());
    EXPECT_TRUE(json_of(brought).at("notes").as_array().empty());

    const auto own = stand().ask_as("candidate-1", "GET", path + "/export?format=candidate");
    EXPECT_EQ(json_of(own), boost::json::parse(document));
    const auto again = stand().ask("POST", "/v1/candidates/import", own.body);
    EXPECT_EQ(json_of(again).at("candidate"), boost::json::parse(document));
}

TEST(ProfileImport, of_any_resume_says_what_is_missing_in_the_language_asked_for) {
    const std::string resume = R"({"work": [{"position": "Welder", "startDate": "2020-03"}]})";
    const auto english = json_of(stand().ask("POST", "/v1/candidates/import", resume));
    const auto french = json_of(stand().ask("POST", "/v1/candidates/import?lang=fr", resume));
    EXPECT_FALSE(english.at("complete").as_bool());
    EXPECT_EQ(english.at("candidate").at("jobs").at(0).at("title"), "Welder");
    EXPECT_EQ(english.at("candidate"), french.at("candidate"));
    EXPECT_NE(english.at("notes").at(0).at("text"), french.at("notes").at(0).at("text"));
    EXPECT_EQ(stand().ask("POST", "/v1/candidates", resume).status, 401U);
}

TEST(ProfileImport, refuses_what_is_no_profile) {
    const auto ask = [](const std::string& query, const std::string& body) {
        return stand().ask("POST", "/v1/candidates/import" + query, body).status;
    };
    EXPECT_EQ(ask("", "{"), 400U);
    EXPECT_EQ(ask("", "{}"), 422U);
    EXPECT_EQ(ask("", "[]"), 422U);
    EXPECT_EQ(ask("", R"({"schema": "jobscout/candidate/9"})"), 422U);
    EXPECT_EQ(ask("", R"({"basics": {"name": "a\u0000b"}})"), 422U);
    EXPECT_EQ(ask("?lang=de", "{}"), 400U);
}

TEST(ProfileExport, is_in_the_form_asked_for_and_for_its_owner_only) {
    const std::string path = stand().store_candidate("candidate-1") + "/export";
    for (const std::string format : {"archive", "candidate", "json_resume"}) {
        const std::string target = path + "?format=" + format;
        EXPECT_EQ(stand().ask_as("candidate-1", "GET", target).status, 200U) << format;
        EXPECT_EQ(stand().ask_as("candidate-2", "GET", target).status, 404U) << format;
        EXPECT_EQ(stand().ask("GET", target).status, 401U) << format;
    }
    const auto refused = stand().ask_as("candidate-1", "GET", path + "?format=pdf");
    EXPECT_EQ(refused.status, 400U);
    EXPECT_EQ(json_of(refused).at("parameter"), "format");
}

}  // namespace
