#include "matcher/rules/regulations.hpp"

#include "tests/rules/rule_files.hpp"
#include "tests/support/values.hpp"

#include <gtest/gtest.h>

namespace {

using rule_files::read;
using support::day;

/// One piece of a file that ships, replaced, and the path that is then refused.
struct Fault {
    std::string old;
    std::string changed;
    std::string field;
};

template <class Parse>
void refuse_each(const std::string& file, const Parse parse, const std::vector<Fault>& faults) {
    ASSERT_TRUE(parse(file));
    for (const Fault& fault : faults) {
        std::string text = file;
        const auto found = text.find(fault.old);
        ASSERT_NE(found, std::string::npos) << fault.old;
        text.replace(found, fault.old.size(), fault.changed);
        const auto result = parse(text);
        ASSERT_FALSE(result) << fault.changed;
        EXPECT_EQ(result.error().field, fault.field) << result.error().message;
    }
}

TEST(ProgramRules, refuse_a_fault_by_its_path) {
    refuse_each(
        read("programs/2022-11-16.json"),
        rules::parse_program_rules,
        {{R"("points_required": 67)", R"("points_required": "67")", "fswp.points_required"},
         {R"("points_required": 67)", R"("points_needed": 67)", "fswp.points_required"},
         {R"("secondary": 5,)", R"("secondary": 5, "college": 6,)", "fsw_grid.education.college"},
         {R"("except_sub_major_groups": ["726",)",
          R"("except_sub_major_groups": ["72x",)",
          "fstp.except_sub_major_groups[0]"},
         {R"({"teer_max": 1, "level": 7})",
          R"({"teer_max": 6, "level": 7})",
          "cec.levels[0].teer_max"},
         {R"("from": "2023-04-25")", R"("from": "2023-02-30")", "offer.physicians.from"}}
    );
}

TEST(CategoryList, refuses_a_fault_by_its_path) {
    refuse_each(
        read("categories/2026.json"),
        rules::parse_category_list,
        {{R"("canada_only": false)", R"("canada_only": 0)", "categories[1].work.canada_only"},
         {R"("31100", "31101")", R"("31100", "31100")", "categories[1].nocs"},
         {R"("31100", "31101")", R"("31100", "3110")", "categories[1].nocs[1]"},
         {R"("french_level": 7)", R"("french_level": 13)", "categories[0].french_level"}}
    );
}

TEST(LifecycleRules, refuse_a_fault_by_its_path) {
    refuse_each(
        read("lifecycle.json"),
        rules::parse_lifecycle_rules,
        {{R"("eca_months": 60)", R"("eca_months": 0)", "validity.eca_months"},
         {R"("effective_from": "2021-06-29")",
          R"("effective_from": "2014-06-29")",
          "invitation_days"},
         {R"("upfront": true)", R"("upfront": "yes")", "medical[0].upfront"}}
    );
    refuse_each(
        read("settlement_funds.json"),
        rules::parse_settlement_funds,
        {{"13757, 17127", "17127, 13757", "tables[0].amounts"},
         {R"("each_further": 3706)", R"("each_further": -1)", "tables[0].each_further"}}
    );
}

TEST(Regulations, are_in_force_from_their_first_day_to_their_last) {
    const auto& lists = rules::regulations().categories;
    const auto id = [&](const std::string_view date) {
        const rules::CategoryList* found = rules::in_force(lists, day(date));
        return found == nullptr ? std::string{} : found->id;
    };
    EXPECT_EQ(id("2023-05-30"), "");
    EXPECT_EQ(id("2023-05-31"), "2023");
    EXPECT_EQ(id("2025-02-26"), "2023");
    EXPECT_EQ(id("2025-02-27"), "2025");
    EXPECT_EQ(id("2026-02-18"), "2026");
    EXPECT_EQ(rules::latest(rules::regulations().lifecycle.medical, day("2014-12-31")), nullptr);
}

}  // namespace
