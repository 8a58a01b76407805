// By which rules and lists the service works, as operators see it.

#include "services/wire/rule_files_json.hpp"
#include "sql/store/sha256.hpp"
#include "tests/api/operation.hpp"
#include "tests/support/content.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <iterator>
#include <set>

namespace {

namespace json = boost::json;
namespace fs = std::filesystem;
using api_test::stand;
using support::content_of;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

json::value ask(const std::string& target) {
    const auto response = stand().ask_as("operator-1", "GET", target);
    EXPECT_EQ(response.status, 200U) << response.body;
    return api_test::json_of(response);
}

std::vector<std::string> codes(const json::value& item) {
    std::vector<std::string> codes;
    for (const json::value& warning : item.at("warnings").as_array()) {
        codes.emplace_back(warning.at("code").as_string());
    }
    return codes;
}

const json::object& file_named(const json::array& items, const std::string& name) {
    static const json::object none;
    for (const json::value& item : items) {
        if (item.at("file") == json::value(name)) {
            return item.as_object();
        }
    }
    ADD_FAILURE() << "there is no " << name;
    return none;
}

TEST(OperatorRules, name_every_file_that_ships_by_its_digest) {
    const auto answer = ask("/v1/operator/rules");
    EXPECT_EQ(answer.at("basis"), "2022-11-16");
    EXPECT_EQ(answer.at("loaded_at"), "2026-11-16T12:00:00Z");
    std::set<std::string> listed;
    for (const json::value& item : answer.at("items").as_array()) {
        const std::string name{item.at("file").as_string()};
        const std::string content = content_of(fs::path{REPOSITORY_ROOT} / name);
        EXPECT_EQ(item.at("sha256"), json::value(store::sha256(content))) << name;
        EXPECT_EQ(item.at("bytes"), content.size());
        EXPECT_EQ(item.at("shipped"), true);
        EXPECT_EQ(item.at("in_use"), true);
        listed.insert(name);
    }
    for (const std::string folder :
         {"matcher/rules/sets",
          "matcher/rules/grids",
          "matcher/rules/programs",
          "matcher/rules/categories",
          "matcher/rules",
          "matcher/express_entry",
          "matcher/fit",
          "matcher/ranking",
          "indexer/verification",
          "indexer/search"}) {
        for (const auto& entry : fs::directory_iterator{fs::path{REPOSITORY_ROOT} / folder}) {
            const std::string name = entry.path().filename();
            if (name.ends_with(".json") && !name.ends_with(".schema.json")) {
                EXPECT_THAT(listed, Contains(folder + "/" + name));
            }
        }
    }
}

TEST(OperatorRules, tell_dates_status_and_what_is_not_known) {
    const auto answer = ask("/v1/operator/rules?lang=fr&as_of=2026-11-16");
    const auto& items = answer.at("items").as_array();
    const auto& reported = file_named(items, "matcher/rules/sets/2026-11-03.json");
    EXPECT_EQ(reported.at("id"), "2026-11-03");
    EXPECT_EQ(reported.at("status"), "reported");
    EXPECT_EQ(reported.at("confirmed"), false);
    EXPECT_THAT(codes(reported), ElementsAre("not_confirmed", "values_unknown"));
    EXPECT_EQ(
        reported.at("warnings").at(0).at("text"),
        "il a été rapporté et aucun texte publié ne le confirme"
    );
    const auto& historic = file_named(items, "matcher/rules/sets/2015-01-01.json");
    EXPECT_EQ(historic.at("status"), "historic");
    EXPECT_EQ(historic.at("effective_to"), "2016-11-18");
    EXPECT_THAT(codes(historic), IsEmpty());
    const auto& checks = file_named(items, "indexer/verification/check_rules.json");
    EXPECT_TRUE(checks.at("version").is_int64());
    EXPECT_TRUE(checks.at("status").is_null());
}

TEST(OperatorRules, tell_which_file_of_the_folder_takes_the_place_of_which) {
    std::string set = content_of(fs::path{REPOSITORY_ROOT} / "matcher/rules/sets/2025-03-25.json");
    const rules::DroppedRules dropped{
        .rule_sets = {{.name = "/etc/jobscout/rules/2025-03-25.json", .json = set}},
        .grids = {
            {.name = "/etc/jobscout/rules/grids/own.json",
             .json = content_of(fs::path{REPOSITORY_ROOT} / "matcher/rules/grids/common.json")}}};
    const auto items = wire::rule_files_json(
        rules::load(dropped).value(),
        dropped,
        domain::parse_date("2026-11-16").value(),
        domain::OfficialLanguage::english
    );
    const auto& replaced = file_named(items, "matcher/rules/sets/2025-03-25.json");
    EXPECT_EQ(replaced.at("in_use"), false);
    EXPECT_TRUE(replaced.at("status").is_null());
    EXPECT_THAT(codes(replaced), ElementsAre("replaced"));
    const auto& own = file_named(items, "/etc/jobscout/rules/2025-03-25.json");
    EXPECT_EQ(own.at("in_use"), true);
    EXPECT_EQ(own.at("shipped"), false);
    EXPECT_THAT(codes(own), ElementsAre("replaces_shipped"));
    EXPECT_EQ(file_named(items, "/etc/jobscout/rules/grids/own.json").at("kind"), "rule_grid");
}

const json::object& check_named(const json::value& answer, const std::string& name) {
    static const json::object none;
    for (const json::value& check : answer.at("checks").as_array()) {
        if (check.at("check") == json::value(name)) {
            return check.as_object();
        }
    }
    ADD_FAILURE() << "there is no check " << name;
    return none;
}

TEST(OperatorReferences, tell_what_ships_and_what_was_never_imported) {
    const auto answer = ask("/v1/operator/references");
    const auto& items = answer.at("items").as_array();
    ASSERT_FALSE(items.empty());
    for (const json::value& item : items) {
        EXPECT_EQ(item.at("shipped"), true);
        EXPECT_EQ(item.at("active"), true);
        EXPECT_GT(item.at("rows").as_int64(), 0);
    }
    EXPECT_THAT(answer.at("not_imported").as_array(), Contains(json::value("minimum_wages")));
    EXPECT_EQ(check_named(answer, "minimum_wage").at("state"), "no_list");
    EXPECT_EQ(check_named(answer, "minimum_wage").at("title"), "Minimum wage");
    EXPECT_EQ(
        check_named(ask("/v1/operator/references?lang=fr"), "minimum_wage").at("title"),
        "Salaire minimum"
    );
    EXPECT_TRUE(check_named(answer, "minimum_wage").at("newest").is_null());
}

/// Really imported, by the program that operators import with.
TEST(OperatorReferences, tell_how_old_a_list_is_and_whether_its_check_still_counts_it) {
    const api_test::Operation operation;
    const std::string list = operation.folder().write(
        "minimum_wages.csv",
        "province,category,from,to,hourly,url\n"
        "NS,general,2026-04-01,,16.75,https://wages.example/ns\n"
        "XX,general,2026-04-01,,15.00,https://wages.example/xx\n"
    );
    operation.run_indexer({"import", "minimum_wages", list, "--published", "2026-05-01"});
    const auto asked = [&](const std::string& day) {
        return operation.ask("/v1/operator/references?as_of=" + day);
    };
    const auto answer = asked("2026-11-16");
    json::object wages;
    for (const json::value& item : answer.at("items").as_array()) {
        wages = item.at("kind") == "minimum_wages" ? item.as_object() : wages;
    }
    EXPECT_EQ(wages.at("published_on"), "2026-05-01");
    EXPECT_EQ(wages.at("age_days"), 199);
    EXPECT_EQ(wages.at("rows"), 1);
    EXPECT_EQ(wages.at("refused"), 1);
    EXPECT_EQ(wages.at("shipped"), false);
    EXPECT_EQ(wages.at("active"), true);
    const auto& check = check_named(answer, "minimum_wage");
    EXPECT_EQ(check.at("state"), "counts");
    EXPECT_EQ(check.at("days"), 200);
    EXPECT_EQ(check.at("counts_through"), "2026-11-17");
    EXPECT_EQ(check.at("newest").at("id"), wages.at("id"));
    EXPECT_EQ(check_named(asked("2026-11-17"), "minimum_wage").at("state"), "counts");
    EXPECT_EQ(check_named(asked("2026-11-18"), "minimum_wage").at("state"), "too_old");
}

/// Neither candidates nor advisors, employers or reviewers.
TEST(OperatorRoutes, are_for_operators_alone) {
    for (const std::string target :
         {"/v1/operator/sources",
          "/v1/operator/runs",
          "/v1/operator/quarantine",
          "/v1/operator/quarantine/reasons",
          "/v1/operator/quarantine/1",
          "/v1/operator/rules",
          "/v1/operator/references"}) {
        EXPECT_EQ(stand().ask("GET", target).status, 401U) << target;
        for (const std::string who : {"candidate-1", "advisor-1", "employer-1", "reviewer-1"}) {
            EXPECT_EQ(stand().ask_as(who, "GET", target).status, 403U) << target << who;
        }
    }
}

}  // namespace
