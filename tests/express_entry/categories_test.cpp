#include "matcher/express_entry/categories.hpp"

#include "tests/express_entry/candidates.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace {

using domain::Candidate;
using express_entry::categories_opened;
using express_entry::judge_categories;
using express_entry::Verdict;
using people::day;
using people::graduate;
using people::job;

/// The verdict on one category; nothing where the day's list has none of that name.
std::optional<Verdict> member(
    const Candidate& candidate, const std::string_view category, const std::string_view date
) {
    for (const auto& verdict : judge_categories(candidate, day(date))) {
        if (verdict.category->id == category) {
            return verdict.member;
        }
    }
    return std::nullopt;
}

Candidate who_worked(std::vector<domain::Job> jobs) {
    Candidate one = graduate();
    one.jobs = std::move(jobs);
    return one;
}

/// Trap 24: six months without a gap until 2026-02-17, twelve months added up since.
TEST(Categories, ask_for_the_months_of_their_day) {
    const Candidate six = who_worked({job("72106", "IN", "2025-08-17", "2026-02-16")});
    EXPECT_EQ(member(six, "trades", "2026-02-17"), Verdict::pass);
    EXPECT_EQ(member(six, "trades", "2026-02-18"), Verdict::fail);

    const Candidate in_pieces = who_worked(
        {job("72106", "IN", "2024-01-01", "2024-05-31"),
         job("72106", "CA", "2025-01-01", "2025-07-31")}
    );
    EXPECT_EQ(member(in_pieces, "trades", "2026-02-18"), Verdict::pass) << "five months and seven";
    const Candidate five_and_five = who_worked(
        {job("72106", "IN", "2024-01-01", "2024-05-31"),
         job("72106", "CA", "2025-01-01", "2025-05-31")}
    );
    EXPECT_EQ(member(five_and_five, "trades", "2026-02-17"), Verdict::fail) << "never six at once";
}

TEST(Categories, ask_for_all_months_in_one_occupation_of_the_last_three_years) {
    const Candidate two = who_worked(
        {job("72106", "IN", "2024-01-01", "2024-06-30"),
         job("72310", "IN", "2024-07-01", "2024-12-31")}
    );
    EXPECT_EQ(member(two, "trades", "2026-06-15"), Verdict::fail);
    const Candidate long_ago = who_worked({job("72106", "IN", "2018-01-01", "2023-05-31")});
    EXPECT_EQ(member(long_ago, "trades", "2026-06-15"), Verdict::fail);
}

TEST(Categories, take_canadian_work_alone_for_three_of_them) {
    EXPECT_EQ(
        member(
            who_worked({job("00012", "IN", "2020-01-01")}),
            "senior_managers_canadian_work",
            "2026-06-15"
        ),
        Verdict::fail
    );
    EXPECT_EQ(
        member(
            who_worked({job("00012", "CA", "2025-06-15")}),
            "senior_managers_canadian_work",
            "2026-06-15"
        ),
        Verdict::pass
    );
    EXPECT_EQ(
        member(
            who_worked({job("31102", "IN", "2020-01-01")}), "physicians_canadian_work", "2026-06-15"
        ),
        Verdict::fail
    );
}

TEST(Categories, come_and_go_with_the_years) {
    const Candidate one = graduate();
    EXPECT_EQ(member(one, "agriculture", "2025-12-31"), Verdict::fail);
    EXPECT_EQ(member(one, "agriculture", "2026-02-18"), std::nullopt);
    EXPECT_EQ(member(one, "transport", "2025-12-31"), std::nullopt);
    EXPECT_EQ(member(one, "transport", "2026-02-18"), Verdict::fail);
    EXPECT_TRUE(judge_categories(one, day("2023-05-30")).empty());
}

TEST(Categories, ask_for_nclc_7_in_all_four_abilities_whichever_language_is_first) {
    Candidate one = graduate();
    EXPECT_EQ(member(one, "french", "2026-06-15"), Verdict::fail);
    one.language_tests.push_back(people::french_test(7));
    EXPECT_EQ(member(one, "french", "2026-06-15"), Verdict::pass);
    one.language_tests.back().levels.speaking = 6;
    EXPECT_EQ(member(one, "french", "2026-06-15"), Verdict::fail);
    one.language_tests.back() = people::french_test(9, "2024-06-15");
    EXPECT_EQ(member(one, "french", "2026-06-15"), Verdict::fail) << "two years old";
}

TEST(Categories, say_that_military_service_is_not_known) {
    EXPECT_EQ(member(graduate(), "military_recruits", "2026-06-15"), Verdict::unknown);
}

TEST(CategoriesOpened, are_those_of_the_occupation_and_after_how_many_months) {
    const auto opened = [](const Candidate& candidate, const std::string_view noc) {
        std::vector<std::pair<std::string, int>> result;
        for (const auto& [category, months] :
             categories_opened(candidate, people::noc(noc), day("2026-06-15"), 36)) {
            result.emplace_back(category->id, months);
        }
        return result;
    };
    using testing::ElementsAre;
    using testing::IsEmpty;
    using testing::Pair;
    EXPECT_THAT(opened(graduate(), "31301"), ElementsAre(Pair("healthcare", 12)));
    EXPECT_THAT(
        opened(graduate(), "31100"),
        ElementsAre(Pair("healthcare", 12), Pair("physicians_canadian_work", 12))
    );
    EXPECT_THAT(opened(graduate(), "21231"), IsEmpty());
    const Candidate half = who_worked({job("31301", "IN", "2025-12-15", "2026-06-14")});
    EXPECT_THAT(opened(half, "31301"), ElementsAre(Pair("healthcare", 6)));
    const Candidate already = who_worked({job("31301", "IN", "2024-01-01", "2026-06-14")});
    EXPECT_THAT(opened(already, "31301"), IsEmpty());
}

}  // namespace
