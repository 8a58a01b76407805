// Rule sets that an operator adds to those that ship.

#include "matcher/rules/rule_book.hpp"
#include "tests/rules/rule_files.hpp"

#include <gtest/gtest.h>

namespace {

using rule_files::read;
using rule_files::with;
using rules::DroppedRules;
using rules::load;
using rules::RuleFile;

/// A shipped set under another id and first day.
std::string dated(const std::string_view file, const std::string_view day) {
    const std::string old{file.substr(0, 10)};
    const std::string text = with(
        read("sets/" + std::string{file}),
        R"("id": ")" + old + R"(")",
        R"("id": ")" + std::string{day} + R"(")"
    );
    return with(
        text,
        R"("effective_from": ")" + old + R"(")",
        R"("effective_from": ")" + std::string{day} + R"(")"
    );
}

RuleFile future() {
    return {.name = "rules/next.json", .json = dated("2026-11-03.json", "2099-01-01")};
}

TEST(Load, adds_a_set_to_those_that_ship) {
    const auto book = load({.rule_sets = {future()}, .grids = {}});
    ASSERT_TRUE(book) << book.error().message;
    EXPECT_EQ(book->all().size(), rules::built_in()->all().size() + 1);
    EXPECT_EQ(book->all().back().id, "2099-01-01");
    EXPECT_EQ(book->all().back().document, future().json);
    EXPECT_EQ(load({.rule_sets = {future()}, .grids = {}}, "2099-01-01")->basis().id, "2099-01-01");
}

TEST(Load, lets_a_file_take_the_place_of_the_shipped_set_of_its_id) {
    const std::string known = with(
        with(read("sets/2026-11-03.json"), R"("confirmed": false)", R"("confirmed": true)"),
        R"("canadian_work": null)",
        R"("canadian_work": "grid")"
    );
    const auto book = load({.rule_sets = {{.name = "known.json", .json = known}}, .grids = {}});
    ASSERT_TRUE(book) << book.error().message;
    EXPECT_EQ(book->all().size(), rules::built_in()->all().size());
    EXPECT_TRUE(book->find("2026-11-03")->confirmed);
}

TEST(Load, gives_an_operators_set_an_operators_grid) {
    const RuleFile grid{
        .name = "rules/grids/generous.json",
        .json = with(read("grids/common.json"), R"("group_cap": 50)", R"("group_cap": 60)")};
    RuleFile set = future();
    set.json = with(set.json, R"("grid": "common")", R"("grid": "generous")");
    const auto book = load({.rule_sets = {set}, .grids = {grid}});
    ASSERT_TRUE(book) << book.error().message;
    EXPECT_EQ(book->find("2099-01-01")->transferability.group_cap, 60);
    EXPECT_EQ(book->find("2099-01-01")->grid_document, grid.json);
    EXPECT_EQ(book->find("2025-03-25")->transferability.group_cap, 50);
}

TEST(Load, refuses_with_file_path_and_reason) {
    const auto sets = [](std::vector<RuleFile> files) {
        return DroppedRules{.rule_sets = std::move(files), .grids = {}};
    };
    const auto grids = [](std::vector<RuleFile> files) {
        return DroppedRules{.rule_sets = {}, .grids = std::move(files)};
    };
    const RuleFile next = future();
    const RuleFile same{.name = "rules/same.json", .json = next.json};
    struct Case {
        DroppedRules files;
        std::string_view field;
        std::string_view message;
    };
    for (const Case& one : {
             Case{
                 sets({{next.name, with(next.json, R"("sibling": 15)", R"("sibling": 15.5)")}}),
                 "rules/next.json",
                 "additional.sibling: 15.5 is not a whole number, 0 to 1200"},
             Case{
                 sets({{next.name, with(next.json, R"("grid")", R"("colour": "red", "grid")")}}),
                 "rules/next.json",
                 "colour: unknown member"},
             Case{sets({{"rules/empty.json", ""}}), "rules/empty.json", "not JSON at byte 0"},
             Case{
                 sets({next, same}),
                 "rules/same.json",
                 "id: '2099-01-01' stands in rules/next.json"},
             Case{
                 sets({{"rules/mine.json", dated("2025-03-25.json", "2026-01-01")}}),
                 "rules/mine.json",
                 "effective_from: rule set '2025-03-25' overlaps '2026-01-01'"},
             Case{
                 sets(
                     {{"rules/mine.json",
                       with(
                           dated("2025-03-25.json", "2014-01-01"),
                           R"("effective_to": "2026-11-02")",
                           R"("effective_to": "2015-01-01")"
                       )}}
                 ),
                 "rules/mine.json",
                 "effective_to: rule set '2014-01-01' overlaps '2015-01-01'"},
             Case{
                 grids({{"rules/grids/common.json", read("grids/common.json")}}),
                 "rules/grids/common.json",
                 "there is a grid 'common' already"},
             Case{
                 grids({{"rules/grids/mine.json", "{}"}}),
                 "rules/grids/mine.json",
                 "core: missing"},
         }) {
        const auto refused = load(one.files);
        ASSERT_FALSE(refused) << one.message;
        EXPECT_EQ(refused.error().field, one.field);
        EXPECT_EQ(refused.error().message.substr(0, one.message.size()), one.message);
    }
    EXPECT_EQ(load({}, "1999-01-01").error().field, "basis");
}

}  // namespace
