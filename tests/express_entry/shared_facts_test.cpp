// Our tables against the facts beside the repository, read in place.

#include "matcher/document/json.hpp"
#include "matcher/express_entry/clb.hpp"
#include "matcher/express_entry/fsw_grid.hpp"
#include "matcher/rules/regulations.hpp"
#include "tests/express_entry/people.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

namespace json = boost::json;
using express_entry::Ability;
using express_entry::TestScale;

const std::filesystem::path facts = std::filesystem::path{REPOSITORY_ROOT} / "../shared/facts";

class SharedFacts : public testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(facts)) {
            GTEST_SKIP() << "../shared absent";
        }
    }

    static json::value read(const std::string& name) {
        std::ifstream file{facts / name};
        return document::parse(std::string{std::istreambuf_iterator<char>{file}, {}}).value();
    }
};

/// Every row: its score reaches the level, and the next lower score that the test gives does not.
void hold_scale(const json::value& rows, const TestScale scale, const double step) {
    ASSERT_FALSE(rows.as_array().empty());
    for (const json::value& row : rows.as_array()) {
        const auto level = row.at("clb").to_number<int>();
        for (const Ability ability :
             {Ability::listening, Ability::reading, Ability::writing, Ability::speaking}) {
            const auto score = row.at(express_entry::name(ability)).to_number<double>();
            EXPECT_EQ(express_entry::level(scale, ability, score).value(), level)
                << static_cast<int>(scale) << ' ' << score;
            EXPECT_LT(express_entry::level(scale, ability, score - step).value(), level)
                << static_cast<int>(scale) << ' ' << score - step;
        }
    }
}

TEST_F(SharedFacts, have_our_levels_of_every_test) {
    const json::value tests = read("clb.json").at("tests");
    hold_scale(tests.at("IELTS_GENERAL").at("min"), TestScale::ielts_general, 0.5);
    hold_scale(tests.at("CELPIP_GENERAL").at("min"), TestScale::celpip_general, 1);
    hold_scale(tests.at("PTE_CORE").at("min"), TestScale::pte_core, 1);
    hold_scale(tests.at("TCF_CANADA").at("min"), TestScale::tcf_canada, 1);
    const json::value& tef = tests.at("TEF_CANADA").at("scales");
    hold_scale(tef.at(0).at("min"), TestScale::tef_canada, 1);
    hold_scale(tef.at(1).at("min"), TestScale::tef_canada_699, 1);
    hold_scale(tef.at(2).at("min"), TestScale::tef_canada_699_until_2023_12_10, 1);
}

std::string date_or_empty(const json::value& value) {
    return value.is_null() ? "" : std::string{value.as_string()};
}

std::string date_or_empty(const std::optional<domain::Date> date) {
    return date ? domain::to_string(*date) : "";
}

TEST_F(SharedFacts, have_our_categories_code_by_code) {
    const json::value file = read("categories.json");
    const auto& ours = rules::regulations().categories;
    ASSERT_EQ(file.at("years").as_object().size(), ours.size());
    for (const rules::CategoryList& list : ours) {
        const json::value& year = file.at("years").at(list.id);
        EXPECT_EQ(date_or_empty(year.at("effective_from")), date_or_empty(list.effective_from));
        EXPECT_EQ(date_or_empty(year.at("effective_to")), date_or_empty(list.effective_to));
        const json::array& categories = year.at("categories").as_array();
        ASSERT_EQ(categories.size(), list.categories.size());
        for (std::size_t index = 0; index < categories.size(); ++index) {
            const json::object& theirs = categories[index].as_object();
            const rules::Category& category = list.categories[index];
            SCOPED_TRACE(list.id + " " + category.id);
            EXPECT_EQ(theirs.at("id").as_string(), category.id);
            EXPECT_EQ(theirs.at("confirmed").as_bool(), category.confirmed);
            std::vector<std::string> nocs;
            if (theirs.at("nocs").is_array()) {
                for (const json::value& noc : theirs.at("nocs").as_array()) {
                    nocs.emplace_back(noc.at("noc").as_string());
                }
            }
            std::ranges::sort(nocs);
            std::vector<std::string> our_nocs;
            for (const domain::NocCode noc : category.nocs) {
                our_nocs.push_back(noc.to_string());
            }
            EXPECT_EQ(our_nocs, nocs);
            const json::value* work = theirs.if_contains("work");
            const bool has_months =
                work != nullptr && work->is_object() && work->as_object().contains("months");
            ASSERT_EQ(category.work.has_value(), has_months);
            if (has_months) {
                EXPECT_EQ(category.work->months, work->at("months").to_number<int>());
                EXPECT_EQ(
                    category.work->window_months, 12 * work->at("window_years").to_number<int>()
                );
                EXPECT_EQ(category.work->unbroken, work->at("continuous").as_bool());
                EXPECT_EQ(category.work->canada_only, work->at("where") == "Canada only");
            }
        }
    }
}

/// `under 18`, `18-35`, `36`, `47+`: the first and the last whole number that it covers.
std::pair<int, int> span(const std::string& text, const int last) {
    if (text.starts_with("under ")) {
        return {0, std::stoi(text.substr(6)) - 1};
    }
    const int from = std::stoi(text);
    if (text.ends_with('+')) {
        return {from, last};
    }
    const auto dash = text.find('-');
    return {from, dash == std::string::npos ? from : std::stoi(text.substr(dash + 1))};
}

TEST_F(SharedFacts, have_our_selection_grid_row_by_row) {
    const json::value grid = read("programs.json").at("FSWP").at("grid");
    const rules::ProgramRules& ours = rules::regulations().programs.back();
    const rules::FswGrid& our_grid = ours.fsw_grid;
    EXPECT_EQ(ours.fswp.points_required, grid.at("pass_mark").to_number<int>());
    for (const auto& [table, size] : {std::pair{"experience", 60}, std::pair{"age", 120}}) {
        const bool age = std::string_view{table} == "age";
        for (const json::value& row : grid.at(table).at("rows").as_array()) {
            const std::string text{row.at(age ? "age" : "years").as_string()};
            const auto [from, to] = span(text, size);
            for (int value = from; value <= to; ++value) {
                const auto index = static_cast<std::size_t>(value);
                EXPECT_EQ(
                    age ? our_grid.age[index] : our_grid.experience[index],
                    row.at("points").to_number<int>()
                ) << table
                  << ' ' << value;
            }
        }
    }
    const json::object& education = grid.at("education").at("levels").as_object();
    EXPECT_EQ(education.at("doctoral"), our_grid.education.back());
    EXPECT_EQ(education.at("less_than_secondary"), our_grid.education.front());
    EXPECT_EQ(education.at("two_or_more"), our_grid.education[5]);
    EXPECT_EQ(education.at("one_year"), our_grid.education[2]);
    const json::value& language = grid.at("language");
    EXPECT_EQ(our_grid.first_language[7], 4);
    EXPECT_EQ(our_grid.first_language[12], 6);
    EXPECT_EQ(our_grid.first_language[6], 0);
    EXPECT_EQ(language.at("max"), our_grid.language_max);
    EXPECT_EQ(language.at("second").at("points"), our_grid.second_language);
    const json::value& adaptability = grid.at("adaptability");
    EXPECT_EQ(adaptability.at("max"), our_grid.adaptability.max);
    EXPECT_EQ(
        adaptability.at("factors").at("own_work_in_canada").at("points"),
        our_grid.adaptability.own_work
    );
    // The best person there is reaches the maximum, and no more.
    const express_entry::FswScore best = express_entry::fsw_score(
        our_grid,
        {.age = 30,
         .first_language = people::english(people::all(12)),
         .second_language = people::french(people::all(12)),
         .education = domain::EducationLevel::doctoral,
         .canadian_skilled_work_years = 10,
         .foreign_skilled_work_years = 10,
         .arranged_employment = true,
         .spouse = express_entry::FswSpouse{},
         .studied_in_canada_2y = true,
         .relative_in_canada = true}
    );
    EXPECT_EQ(grid.at("max"), best.total);
}

TEST_F(SharedFacts, have_our_settlement_funds_and_trades) {
    const json::value file = read("programs.json");
    const json::array& tables = file.at("settlement_funds").at("tables").as_array();
    const auto& ours = rules::regulations().funds;
    ASSERT_EQ(tables.size(), ours.size());
    for (std::size_t index = 0; index < tables.size(); ++index) {
        EXPECT_EQ(
            date_or_empty(tables[index].at("effective_from")),
            date_or_empty(ours[index].effective_from)
        );
        for (int size = 1; size <= 7; ++size) {
            EXPECT_EQ(
                tables[index].at("amounts").at(std::to_string(size)).to_number<std::int64_t>() *
                    100,
                ours[index].needed(size)
            );
        }
        EXPECT_EQ(
            ours[index].needed(8) - ours[index].needed(7),
            tables[index].at("each_extra").to_number<std::int64_t>() * 100
        );
    }
    const json::value& groups = file.at("FSTP").at("work").at("trade_groups");
    const rules::FstpRules& fstp = rules::regulations().programs.back().fstp;
    const auto same = [&](const char* name, const std::vector<std::string>& our_groups) {
        std::vector<std::string> theirs;
        for (const json::value& group : groups.at(name).as_array()) {
            theirs.emplace_back(group.as_string());
        }
        EXPECT_EQ(theirs, our_groups) << name;
    };
    same("major_groups", fstp.major_groups);
    same("except_sub_major_groups", fstp.except_sub_major_groups);
    same("minor_groups", fstp.minor_groups);
    same("unit_groups", fstp.unit_groups);
}

}  // namespace
