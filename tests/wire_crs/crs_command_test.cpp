#include "services/cli/crs_command.hpp"

#include "matcher/document/json.hpp"
#include "tests/wire_crs/command.hpp"

#include <boost/json/array.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace {

using command::Outcome;
using command::rule_book;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Outcome run_crs(const std::string& document, cli::CrsOptions options = {}) {
    options.as_of = domain::parse_date("2026-11-23").value();
    std::istringstream in{document};
    std::ostringstream out;
    std::ostringstream errors;
    const int status = cli::crs(rule_book(), options, in, out, errors);
    return {.status = status, .out = out.str(), .errors = errors.str()};
}

const std::string doctor_with_offer =
    R"({"age": 29, "marital": "single", "education": "doctoral", "sibling_in_canada": true,
        "job_offer": {"noc": "00012", "qualifying": true}})";

const std::string candidate = R"({
    "schema": "jobscout/candidate/1", "birth_date": "1996-05-04", "marital": "single",
    "citizenship_status": "abroad",
    "language_tests": [{"test": "ielts", "date": "2023-01-15", "first": true,
        "scores": {"listening": 8, "reading": 7, "writing": 7, "speaking": 7}}],
    "education": [{"level": "doctoral", "country": "CA", "completed": "2022-06-30"}],
    "jobs": [], "spouse": null, "siblings_in_canada": false, "skills": [],
    "preferences": {"provinces": [], "places": []}, "exclusions": {}})";

TEST(CrsCommand, sets_the_rules_side_by_side_with_dates_and_status) {
    const Outcome result = run_crs(doctor_with_offer);
    EXPECT_EQ(result.status, 0);
    EXPECT_THAT(result.errors, IsEmpty());
    EXPECT_THAT(
        result.out,
        AllOf(
            HasSubstr("2022-11-16        2025-03-25        2026-11-03"),
            HasSubstr("basis  latest confirmed          reported"),
            HasSubstr("200 / 200             0 / 0           unknown"),
            HasSubstr("0 / 80            0 / 80       0 / unknown"),
            HasSubstr("Points of the column without a spouse: single"),
            HasSubstr("215 / 600          15 / 600     unknown / 600"),
            HasSubstr("475 / 1200        275 / 1200    unknown / 1200"),
            HasSubstr("2022-11-16 (2022-11-16 – 2025-03-24): "),
            HasSubstr("2026-11-03 (2026-11-03 –): "),
            HasSubstr("not immigration advice")
        )
    );
}

TEST(CrsCommand, shows_one_set_alone_where_it_is_asked_for) {
    const Outcome result = run_crs(doctor_with_offer, {.as_of = {}, .rules = "2025-03-25"});
    EXPECT_EQ(result.status, 0);
    EXPECT_THAT(result.out, AllOf(HasSubstr("275 / 1200"), Not(HasSubstr("2022-11-16"))));
}

TEST(CrsCommand, speaks_french) {
    const Outcome result = run_crs(
        doctor_with_offer, {.as_of = {}, .rules = "", .language = domain::OfficialLanguage::french}
    );
    EXPECT_THAT(
        result.out, AllOf(HasSubstr("Première langue officielle"), Not(HasSubstr("Education")))
    );
}

TEST(CrsCommand, scores_a_candidate_document_and_notes_what_does_not_count) {
    const Outcome result = run_crs(candidate);
    EXPECT_EQ(result.status, 0) << result.errors;
    // 105 for the age, 150 for the doctorate and 30 for having earned it in Canada.
    EXPECT_THAT(result.out, AllOf(HasSubstr("285 / 1200"), HasSubstr("language_tests[0]: ")));
}

TEST(CrsCommand, answers_in_json) {
    const Outcome result = run_crs(doctor_with_offer, {.as_of = {}, .rules = "", .json = true});
    const auto answer = document::parse(result.out).value();
    EXPECT_EQ(answer.at("as_of"), "2026-11-23");
    EXPECT_EQ(answer.at("basis"), "2022-11-16");
    ASSERT_EQ(answer.at("scores").as_array().size(), 3);
    EXPECT_EQ(answer.at("scores").at(0).at("total"), 475);
    EXPECT_EQ(answer.at("scores").at(0).at("role"), "basis");
    EXPECT_EQ(answer.at("scores").at(1).at("rules").at("id"), "2025-03-25");
    EXPECT_TRUE(answer.at("scores").at(2).at("total").is_null());
    EXPECT_THAT(std::string{answer.at("notice").as_string()}, HasSubstr("advice"));
}

TEST(CrsCommand, refuses_with_the_path_and_a_status) {
    const Outcome unknown_rules = run_crs(doctor_with_offer, {.as_of = {}, .rules = "2021-01-01"});
    EXPECT_EQ(unknown_rules.status, 2);
    EXPECT_THAT(unknown_rules.errors, HasSubstr("there is no rule set '2021-01-01'"));
    const Outcome refused = run_crs(R"({"age": 29, "marital": "single", "education": "none"})");
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.errors, HasSubstr("education: 'none' is not one of"));
    EXPECT_THAT(refused.out, IsEmpty());
    EXPECT_EQ(run_crs("{").status, 1);
    EXPECT_EQ(run_crs(R"({"schema": "jobscout/candidate/1"})").status, 1);
}

TEST(CrsCommand, answers_every_line_and_goes_on_after_a_bad_one) {
    std::istringstream in{R"({"id":1,"ruleset":"2022-11-16","input":{"age":29,"marital":"single",)"
                          R"("education":"secondary"}})"
                          "\r\n\nnonsense\n"
                          R"({"id":2,"ruleset":"x","input":{}})"};
    std::ostringstream out;
    EXPECT_EQ(cli::crs_ndjson(rule_book(), in, out), 0);
    std::istringstream answers{out.str()};
    std::string line;
    std::getline(answers, line);
    EXPECT_THAT(line, HasSubstr(R"({"id":1,"ruleset":"2022-11-16","total":140,)"));
    std::getline(answers, line);
    EXPECT_THAT(line, HasSubstr(R"({"id":null,"line":3,"error":)"));
    std::getline(answers, line);
    EXPECT_THAT(line, HasSubstr(R"({"id":2,"error":{"field":"ruleset",)"));
    EXPECT_FALSE(std::getline(answers, line));
}

}  // namespace
