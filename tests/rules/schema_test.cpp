// The JSON Schemas beside the rule files: they accept and refuse what the reader does.

#include "matcher/rules/rule_set.hpp"
#include "tests/support/content.hpp"
#include "tests/support/document_cases.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>

namespace {

using support::content_of;
using support::DocumentCase;
using Read = std::function<domain::Result<rules::RuleSet>(const std::string&)>;

const std::filesystem::path repository{REPOSITORY_ROOT};
const std::filesystem::path rules_folder = repository / "matcher/rules";

domain::Result<rules::RuleSet> read_rule_set(const std::string& text) {
    static const std::string grid = content_of(rules_folder / "grids/common.json");
    return rules::parse_rule_set(text, {{.name = "common", .json = grid}});
}

domain::Result<rules::RuleSet> read_grid(const std::string& text) {
    static const std::string set = content_of(rules_folder / "sets/2022-11-16.json");
    return rules::parse_rule_set(set, {{.name = "common", .json = text}});
}

void hold(const std::vector<DocumentCase>& cases, const std::string& schema, const Read& read) {
    const auto verdicts = support::schema_verdicts(rules_folder / schema, cases);
    ASSERT_EQ(verdicts.size(), cases.size());
    for (std::size_t index = 0; index < cases.size(); ++index) {
        const DocumentCase& one = cases[index];
        const auto rule_set = read(one.document);
        EXPECT_EQ(rule_set.has_value(), one.accepted) << one.what;
        EXPECT_EQ(rule_set ? "" : rule_set.error().field, one.field) << one.what;
        EXPECT_EQ(verdicts[index], one.schema_accepts) << one.what;
    }
}

/// The files of a folder, which are all to be accepted.
std::vector<DocumentCase> shipped(const std::string& folder) {
    std::vector<DocumentCase> cases;
    for (const auto& entry : std::filesystem::directory_iterator{rules_folder / folder}) {
        cases.push_back(
            {.what = entry.path().filename(),
             .document = content_of(entry.path()),
             .field = "",
             .accepted = true,
             .schema_accepts = true}
        );
    }
    return cases;
}

TEST(RuleSetSchema, accepts_every_file_that_ships) {
    EXPECT_EQ(shipped("sets").size(), 7U);
    hold(shipped("sets"), "rule_set.schema.json", read_rule_set);
    hold(shipped("grids"), "grid.schema.json", read_grid);
}

TEST(RuleSetSchema, agrees_with_the_reader) {
    hold(
        support::read_document_cases(repository / "tests/rules/rule_set_cases.json"),
        "rule_set.schema.json",
        read_rule_set
    );
}

TEST(RuleSetSchema, of_a_grid_agrees_with_the_reader) {
    hold(
        support::read_document_cases(repository / "tests/rules/grid_cases.json"),
        "grid.schema.json",
        read_grid
    );
}

}  // namespace
