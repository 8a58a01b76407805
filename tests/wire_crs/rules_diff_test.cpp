#include "services/wire/rules_diff.hpp"

#include "matcher/document/json.hpp"
#include "matcher/rules/rule_book.hpp"

#include <boost/json/array.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using testing::ElementsAre;

/// `path: from -> to` for each difference.
std::vector<std::string> differences(const rules::RuleSet& from, const rules::RuleSet& to) {
    std::vector<std::string> lines;
    const boost::json::object diff = wire::rules_diff_json(from, to);
    for (const auto& one : diff.at("differences").as_array()) {
        lines.push_back(
            std::string{one.at("path").as_string()} + ": " + document::serialize(one.at("from")) +
            " -> " + document::serialize(one.at("to"))
        );
    }
    return lines;
}

rules::RuleSet set(const std::string& document, const std::string& grid = "{}") {
    rules::RuleSet result;
    result.document = document;
    result.grid_document = grid;
    return result;
}

TEST(RulesDiff, of_a_set_with_itself_is_empty) {
    const auto book = rules::built_in().value();
    for (const rules::RuleSet& one : book.all()) {
        EXPECT_THAT(differences(one, one), ElementsAre());
    }
}

TEST(RulesDiff, names_what_changed_in_2025) {
    const auto book = rules::built_in().value();
    const auto lines = differences(*book.find("2022-11-16"), *book.find("2025-03-25"));
    EXPECT_THAT(
        lines,
        testing::Contains(
            R"(additional.job_offer: {"major_group_00":200,"other":50,"teer_max":3} -> "none")"
        )
    );
    EXPECT_THAT(lines, testing::Not(testing::Contains(testing::StartsWith("grid"))));
}

TEST(RulesDiff, matches_rows_by_where_they_begin) {
    EXPECT_THAT(
        differences(
            set("{}", R"({"age": [{"from": 0, "points": 0}, {"from": 18, "points": 9},
                {"from": 30, "points": 8}]})"),
            set("{}", R"({"age": [{"from": 0, "points": 0}, {"from": 17, "points": 9},
                {"from": 30, "points": 7}]})")
        ),
        ElementsAre(
            R"(grid.age[from=18]: {"from":18,"points":9} -> null)",
            R"(grid.age[from=30].points: 8 -> 7)",
            R"(grid.age[from=17]: null -> {"from":17,"points":9})"
        )
    );
}

TEST(RulesDiff, says_which_occupations_a_level_has_gained_and_lost) {
    EXPECT_THAT(
        differences(
            set(R"({"levels": [{"level": "2x", "points": null, "nocs": ["00012", "31100"]}]})"),
            set(R"({"levels": [{"level": "2x", "points": 60, "nocs": ["31100", "21231"]}]})")
        ),
        ElementsAre(
            "levels[level=2x].points: null -> 60",
            R"(levels[level=2x].nocs: {"removed":["00012"]} -> {"added":["21231"]})"
        )
    );
    EXPECT_THAT(
        differences(set(R"({"nocs": ["1", "2"]})"), set(R"({"nocs": ["2", "1"]})")), ElementsAre()
    );
    EXPECT_THAT(
        differences(set(R"({"nocs": null})"), set(R"({"nocs": ["1"]})")),
        ElementsAre(R"(nocs: null -> ["1"])")
    );
}

TEST(RulesDiff, shows_pairs_and_values_of_other_shapes_whole) {
    EXPECT_THAT(
        differences(
            set(R"({"tiers": [7, 9], "offer": {"other": 50}})"),
            set(R"({"tiers": [7, 8], "offer": {"levels": []}})")
        ),
        ElementsAre("tiers: [7,9] -> [7,8]", R"(offer: {"other":50} -> {"levels":[]})")
    );
}

}  // namespace
