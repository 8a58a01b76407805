#include "matcher/rules/rule_book.hpp"

#include "tests/support/values.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using rules::RuleBook;
using rules::RuleSet;
using support::day;

RuleSet set(const std::string_view from, const std::string_view to, const bool confirmed = true) {
    RuleSet set;
    set.id = from;
    set.effective_from = day(from);
    if (!to.empty()) {
        set.effective_to = day(to);
    }
    set.confirmed = confirmed;
    return set;
}

std::string id(const RuleSet* set) { return set == nullptr ? "none" : set->id; }

TEST(RuleBook, holds_every_set_that_ships_oldest_first) {
    const RuleBook book = rules::built_in().value();
    std::vector<std::string> ids;
    for (const RuleSet& one : book.all()) {
        ids.push_back(one.id);
        EXPECT_EQ(one.confirmed, one.id != "2026-11-03");
    }
    EXPECT_THAT(
        ids,
        testing::ElementsAre(
            "2015-01-01",
            "2016-11-19",
            "2017-06-06",
            "2020-10-20",
            "2022-11-16",
            "2025-03-25",
            "2026-11-03"
        )
    );
    EXPECT_EQ(book.basis().id, "2022-11-16");
    EXPECT_EQ(book.find("2024-01-01"), nullptr);
    EXPECT_EQ(book.find(""), nullptr);
}

TEST(RuleBook, leaves_no_day_uncovered) {
    const RuleBook book = rules::built_in().value();
    for (std::size_t index = 1; index < book.all().size(); ++index) {
        EXPECT_EQ(
            book.all()[index - 1].effective_to,
            book.all()[index].effective_from - std::chrono::days{1}
        );
    }
}

TEST(RuleBook, finds_the_latest_confirmed_set_even_where_a_reported_one_has_begun) {
    const RuleBook book = rules::built_in().value();
    EXPECT_EQ(id(book.latest_confirmed(day("2014-12-31"))), "none");
    EXPECT_EQ(id(book.latest_confirmed(day("2015-01-01"))), "2015-01-01");
    EXPECT_EQ(id(book.latest_confirmed(day("2021-03-20"))), "2020-10-20");
    EXPECT_EQ(id(book.latest_confirmed(day("2025-03-24"))), "2022-11-16");
    EXPECT_EQ(id(book.latest_confirmed(day("2025-03-25"))), "2025-03-25");
    EXPECT_EQ(id(book.latest_confirmed(day("2026-11-23"))), "2025-03-25");
    EXPECT_EQ(id(book.reported(day("2026-11-23"))), "2026-11-03");
}

TEST(RuleBook, reports_only_what_is_later_than_the_confirmed) {
    const auto book =
        RuleBook::make({set("2020-01-01", "", false), set("2021-01-01", "")}, "2021-01-01");
    EXPECT_EQ(id(book->reported(day("2020-06-01"))), "2020-01-01");
    EXPECT_EQ(id(book->reported(day("2021-01-01"))), "none");
}

TEST(RuleBook, reports_what_has_begun_before_what_is_to_come) {
    const auto book = RuleBook::make(
        {set("2020-01-01", ""),
         set("2021-01-01", "", false),
         set("2022-01-01", "", false),
         set("2023-01-01", "", false)},
        "2020-01-01"
    );
    EXPECT_EQ(id(book->reported(day("2020-06-01"))), "2021-01-01");
    EXPECT_EQ(id(book->reported(day("2021-01-01"))), "2021-01-01");
    EXPECT_EQ(id(book->reported(day("2022-06-01"))), "2022-01-01");
    EXPECT_EQ(id(book->reported(day("2030-01-01"))), "2023-01-01");
}

TEST(RuleBook, refuses_what_contradicts_itself) {
    struct Case {
        std::vector<RuleSet> sets;
        std::string_view message;
    };
    for (const Case& one : {
             Case{{}, "there is no rule set '2020-01-01'"},
             Case{{set("2021-01-01", "")}, "there is no rule set '2020-01-01'"},
             Case{
                 {set("2020-01-01", "2020-12-31"), set("2020-01-01", "2020-12-31", false)},
                 "two rule sets are called '2020-01-01'"},
             Case{
                 {set("2021-01-01", ""), set("2020-01-01", "2021-01-01")},
                 "rule set '2020-01-01' overlaps '2021-01-01'"},
             Case{
                 {set("2020-01-01", ""), set("2021-01-01", "")},
                 "rule set '2020-01-01' overlaps '2021-01-01'"},
         }) {
        const auto refused = RuleBook::make(one.sets, "2020-01-01");
        ASSERT_FALSE(refused) << one.message;
        EXPECT_EQ(refused.error().message, one.message);
    }
    EXPECT_TRUE(RuleBook::make({set("2020-01-01", ""), set("2021-01-01", "", false)}, "2020-01-01")
    );
    EXPECT_FALSE(rules::built_in("2019-01-01"));
}

}  // namespace
