// Rule sets over HTTP: what is said of one is what a program says that finds it in its folder.

#include "matcher/document/json.hpp"
#include "services/matching/rule_folder.hpp"
#include "tests/api/stand.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace {

using api_test::json_of;
using api_test::stand;
using testing::HasSubstr;

boost::json::object shipped(const std::string& id) {
    const rules::RuleBook book = rules::built_in().value();
    return document::parse(book.find(id)->document).value().as_object();
}

boost::json::value check(const boost::json::object& rule_set) {
    const std::string body = boost::json::serialize(boost::json::object{{"rule_set", rule_set}});
    const auto response = stand().ask("POST", "/v1/rules/check", body);
    EXPECT_EQ(response.status, 200U) << response.body;
    return json_of(response);
}

/// What a program says that has this file in its folder; empty where it starts.
std::string said_by_a_program(const boost::json::object& rule_set) {
    const support::TemporaryFolder folder;
    const std::string file = folder.path() / "a.json";
    std::ofstream{file} << boost::json::serialize(rule_set);
    const auto book = matching::rule_book(folder.path(), rules::basis_by_default);
    return book ? "" : matching::refusal_line(book.error()).substr(file.size() + 2);
}

boost::json::object with(
    boost::json::object rule_set, const std::string& pointer, const boost::json::value& value
) {
    boost::json::value whole(std::move(rule_set));
    const std::size_t last = pointer.rfind('/');
    whole.at_pointer(pointer.substr(0, last)).as_object()[pointer.substr(last + 1)] = value;
    return whole.as_object();
}

struct Wrong {
    boost::json::object rule_set;
    std::string pointer;
};

TEST(RulesCheck, says_of_a_rule_set_what_every_program_says) {
    const auto good = with(shipped("2025-03-25"), "/total_cap", 1'199);
    EXPECT_EQ(said_by_a_program(good), "");
    const auto answer = check(good);
    EXPECT_TRUE(answer.at("valid").as_bool());
    EXPECT_EQ(answer.at("rules"), "2025-03-25");
    EXPECT_TRUE(answer.at("errors").as_array().empty());

    boost::json::object no_sibling = good;
    no_sibling["additional"].as_object().erase("sibling");
    const std::vector<Wrong> all{
        {no_sibling, "/rule_set/additional/sibling"},
        {with(good, "/additional/sibling", "15"), "/rule_set/additional/sibling"},
        {with(good, "/additional/french/french_level", 99),
         "/rule_set/additional/french/french_level"},
        {with(good, "/surprise", 1), "/rule_set/surprise"},
        {with(good, "/grid", "unheard_of"), "/rule_set/grid"},
        {with(with(good, "/id", "2024-01-01"), "/effective_from", "2024-01-01"), ""},
        {{}, ""},
    };
    for (const Wrong& wrong : all) {
        const std::string said = said_by_a_program(wrong.rule_set);
        SCOPED_TRACE(said);
        const auto found = check(wrong.rule_set);
        EXPECT_FALSE(found.at("valid").as_bool());
        EXPECT_TRUE(found.at("rules").is_null());
        ASSERT_EQ(found.at("errors").as_array().size(), 1U);
        const auto& error = found.at("errors").at(0);
        EXPECT_THAT(said, testing::EndsWith(std::string{error.at("message").as_string()}));
        EXPECT_THAT(std::string{error.at("pointer").as_string()}, testing::StartsWith("/rule_set"));
        if (!wrong.pointer.empty()) {
            EXPECT_EQ(error.at("pointer").as_string(), wrong.pointer);
        }
    }
}

TEST(RulesCheck, loads_nothing) {
    const std::string before = stand().ask("GET", "/v1/rules").body;
    auto later = with(shipped("2025-03-25"), "/id", "2098-01-01");
    later = with(with(later, "/effective_from", "2098-01-01"), "/effective_to", nullptr);
    EXPECT_TRUE(check(later).at("valid").as_bool()) << check(later);
    EXPECT_EQ(stand().ask("GET", "/v1/rules").body, before);
    EXPECT_EQ(stand().ask("GET", "/v1/rules/2098-01-01").status, 404U);
}

TEST(RulesCheck, takes_grids_with_the_rule_set) {
    const rules::RuleBook book = rules::built_in().value();
    const auto grid = document::parse(book.basis().grid_document).value();
    const auto set = with(shipped("2025-03-25"), "/grid", "own");
    const auto ask = [&](const boost::json::value& own) {
        return json_of(stand().ask(
            "POST",
            "/v1/rules/check",
            boost::json::serialize(boost::json::object{
                {"rule_set", set}, {"grids", boost::json::object{{"own", own}}}})
        ));
    };
    EXPECT_TRUE(ask(grid).at("valid").as_bool()) << ask(grid);
    boost::json::object broken = grid.as_object();
    broken["core"].as_object()["age"] = 7;
    EXPECT_EQ(ask(broken).at("errors").at(0).at("pointer"), "/grids/own/core/age");
}

TEST(RulesCheck, refuses_a_body_that_asks_nothing) {
    const auto ask = [](const std::string& body) {
        return stand().ask("POST", "/v1/rules/check", body);
    };
    EXPECT_EQ(ask("{").status, 400U);
    EXPECT_EQ(ask("{}").status, 422U);
    EXPECT_EQ(json_of(ask(R"({"rule_set": 1})")).at("pointer"), "/rule_set");
    EXPECT_EQ(
        json_of(ask(R"({"rule_set": {}, "grids": {"a/b": {}}})")).at("pointer"), "/grids/a~1b"
    );
    EXPECT_EQ(json_of(ask(R"({"rule_set": {}, "grid": {}})")).at("pointer"), "/grid");
}

}  // namespace
