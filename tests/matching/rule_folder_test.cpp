#include "services/matching/rule_folder.hpp"

#include "tests/support/content.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <stdexcept>

namespace {

using support::content_of;
using testing::ElementsAre;

const std::filesystem::path shipped = std::filesystem::path{REPOSITORY_ROOT} / "matcher/rules";

std::vector<std::string> names(const std::vector<rules::RuleFile>& files) {
    std::vector<std::string> result;
    for (const rules::RuleFile& file : files) {
        result.push_back(std::filesystem::path{file.name}.filename());
    }
    return result;
}

TEST(RuleFolder, is_read_in_the_order_of_names_and_passes_over_what_is_no_json) {
    const support::TemporaryFolder folder;
    std::filesystem::create_directory(folder.path() / "grids");
    folder.write("b.json", "{}");
    folder.write("a.json", "[]");
    folder.write("a.json~", "");
    folder.write("README.md", "");
    folder.write("grids/own.json", "7");
    const auto dropped = matching::read_rule_folder(folder.path());
    EXPECT_THAT(names(dropped.rule_sets), ElementsAre("a.json", "b.json"));
    EXPECT_EQ(dropped.rule_sets[0].json, "[]");
    EXPECT_THAT(names(dropped.grids), ElementsAre("own.json"));
    EXPECT_EQ(dropped.grids[0].name, folder.path() / "grids/own.json");
}

TEST(RuleFolder, gives_a_program_the_shipped_sets_with_its_own_in_their_place) {
    EXPECT_EQ(matching::rule_book("", "2022-11-16")->all().size(), 7U);
    const support::TemporaryFolder folder;
    EXPECT_EQ(matching::rule_book(folder.path(), "2022-11-16")->all().size(), 7U);
    const auto file = folder.write("mine.json", content_of(shipped / "sets/2026-11-03.json"));
    const auto book = matching::rule_book(folder.path(), "2022-11-16");
    ASSERT_TRUE(book) << matching::refusal_line(book.error());
    EXPECT_EQ(book->all().size(), 7U);
    EXPECT_EQ(book->find("2026-11-03")->file, file);
}

TEST(RuleFolder, is_refused_on_one_line_with_file_path_and_reason) {
    const support::TemporaryFolder folder;
    const auto file = folder.write("mine.json", R"({"id": "2099-01-01", "id": "2099-01-02"})");
    const auto refused = matching::rule_book(folder.path(), "2022-11-16");
    ASSERT_FALSE(refused);
    EXPECT_EQ(
        matching::refusal_line(refused.error()),
        file.string() + ": id: member 'id' stands twice in one object"
    );
    EXPECT_THROW(matching::rule_book("/nowhere", "2022-11-16"), std::runtime_error);
}

}  // namespace
