#include "services/cli/rules_command.hpp"

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

Outcome run_rules(cli::RulesOptions options) {
    options.as_of = domain::parse_date("2026-11-23").value();
    std::ostringstream out;
    std::ostringstream errors;
    const int status = cli::show_rules(rule_book(), options, out, errors);
    return {.status = status, .out = out.str(), .errors = errors.str()};
}

TEST(RulesCommand, lists_every_set_with_status_and_source) {
    const Outcome result = run_rules({});
    EXPECT_EQ(result.status, 0);
    EXPECT_THAT(
        result.out,
        AllOf(
            HasSubstr("2015-01-01  2015-01-01 – 2016-11-18  no longer in force since 2016-11-19\n"),
            HasSubstr("2026-11-03  2026-11-03 –  reported to be in force since 2026-11-03"),
            HasSubstr("            not seen; reported by third parties")
        )
    );
    const auto answer =
        document::parse(run_rules({.as_of = {}, .id = "", .diff = "", .json = true}).out);
    EXPECT_EQ(answer->at("rules").as_array().size(), 7U);
    EXPECT_EQ(answer->at("rules").at(5).at("role"), "latest_confirmed");
    EXPECT_TRUE(answer->at("rules").at(5).at("source").is_string());
}

TEST(RulesCommand, shows_a_set_with_its_grid) {
    const Outcome result = run_rules({.as_of = {}, .id = "2022-11-16", .diff = ""});
    EXPECT_THAT(
        result.out,
        AllOf(HasSubstr(R"("major_group_00": 200)"), HasSubstr(R"("second_language_max")"))
    );
    const auto answer =
        document::parse(run_rules({.as_of = {}, .id = "2022-11-16", .diff = "", .json = true}).out);
    EXPECT_EQ(answer->at("document").at("id"), "2022-11-16");
    EXPECT_EQ(answer->at("grid").at("transferability").at("cap"), 100);
}

TEST(RulesCommand, compares_two_sets) {
    EXPECT_THAT(
        run_rules({.as_of = {}, .id = "2017-06-06", .diff = "2020-10-20"}).out,
        HasSubstr("additional.french.french_and_english: 30 -> 50\n")
    );
}

TEST(RulesCommand, refuses_what_it_does_not_know) {
    EXPECT_EQ(run_rules({.as_of = {}, .id = "1999-01-01", .diff = ""}).status, 2);
    EXPECT_EQ(run_rules({.as_of = {}, .id = "2022-11-16", .diff = "1999-01-01"}).status, 2);
    EXPECT_THAT(
        run_rules({.as_of = {}, .id = "", .diff = "2022-11-16"}).errors,
        HasSubstr("--diff needs a rule set")
    );
}

}  // namespace
