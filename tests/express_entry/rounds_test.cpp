#include "matcher/express_entry/rounds.hpp"

#include "tests/express_entry/candidates.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using domain::Program;
using domain::Round;
using domain::RoundKind;
using express_entry::PoolStanding;
using express_entry::round_standings;
using express_entry::RoundStanding;
using express_entry::RoundType;
using express_entry::Verdict;
using people::day;
using people::today;

constexpr int own_score = 500;

Round round_of(
    const std::string_view date, const std::optional<int> cutoff, const RoundType& type
) {
    Round round;
    round.number = date;
    round.held_on = day(date);
    round.kind = type.kind;
    round.program = type.program;
    round.category = type.category;
    round.cutoff_crs = cutoff;
    round.tie_break = domain::Instant{day("2026-01-01")};
    return round;
}

const RoundType cec{.kind = RoundKind::program, .program = Program::cec, .category = ""};
const RoundType nominees{.kind = RoundKind::program, .program = Program::pnp, .category = ""};
const RoundType french_speakers{.kind = RoundKind::category, .program = {}, .category = "french"};

std::vector<RoundStanding> stand(const std::vector<Round>& rounds, const PoolStanding& pool = {}) {
    return round_standings(rounds, own_score, pool, today, 12);
}

TEST(RoundStandings, count_the_rounds_of_the_months_before_by_type) {
    const auto standings = stand(
        {round_of("2025-06-15", 400, cec),  // A year ago to the day: no longer in the window.
         round_of("2025-06-16", 499, cec),
         round_of("2026-01-10", 501, cec),
         round_of("2026-03-10", {}, cec),  // No cut-off was published.
         round_of("2026-06-15", 480, cec),
         round_of("2026-06-16", 480, cec),  // Tomorrow.
         round_of("2026-02-01", 400, french_speakers)}
    );
    ASSERT_EQ(standings.size(), 2U);
    const RoundStanding& first = standings.front();
    EXPECT_EQ(first.type, cec) << "most rounds first";
    EXPECT_EQ(first.held, 3);
    EXPECT_EQ(first.cleared, 2);
    EXPECT_EQ(first.tied, 0);
    EXPECT_EQ(domain::to_string(first.last.held_on), "2026-06-15");
    EXPECT_EQ(first.distance, 20);
    EXPECT_EQ(first.lowest_cutoff, 480);
    EXPECT_EQ(first.highest_cutoff, 501);
    EXPECT_TRUE(first.enough());
    EXPECT_FALSE(standings.back().enough()) << "one round says nothing";
}

/// Trap 25: at the cut-off the profile has to be older than the moment that was published.
TEST(RoundStandings, let_the_older_profile_win_at_the_cut_off) {
    const std::vector<Round> rounds{round_of("2026-03-10", own_score, cec)};
    const auto at = [&](const std::optional<domain::Instant> submitted) {
        return stand(
                   rounds,
                   {.programs = {}, .categories = {}, .nominated = false, .submitted = submitted}
        )
            .front();
    };
    const domain::Instant tie_break{day("2026-01-01")};
    EXPECT_EQ(at(tie_break - std::chrono::seconds{1}).cleared, 1);
    EXPECT_EQ(at(tie_break).cleared, 0) << "not older";
    EXPECT_EQ(at(tie_break).tied, 0);
    EXPECT_EQ(at(std::nullopt).cleared, 0);
    EXPECT_EQ(at(std::nullopt).tied, 1) << "when the profile was submitted is not known";
}

Verdict invited(const domain::Candidate& candidate, const RoundType& type) {
    return stand(
               {round_of("2026-03-10", 400, type)}, express_entry::pool_standing(candidate, today)
    )
        .front()
        .invited;
}

TEST(RoundStandings, say_whether_the_candidate_could_be_invited_at_all) {
    domain::Candidate one = people::graduate();
    const RoundType general{};
    EXPECT_EQ(invited(one, general), Verdict::fail) << "in no program";
    one.jobs = {people::job("21231", "CA", "2024-01-01")};
    one.funds = 5'000'000;
    EXPECT_EQ(invited(one, general), Verdict::pass);
    EXPECT_EQ(invited(one, cec), Verdict::pass);
    EXPECT_EQ(invited(one, nominees), Verdict::fail);
    one.nomination = domain::Province::NS;
    EXPECT_EQ(invited(one, nominees), Verdict::pass);
    EXPECT_EQ(invited(one, french_speakers), Verdict::fail);
    one.language_tests.push_back(people::french_test(7));
    EXPECT_EQ(invited(one, french_speakers), Verdict::pass);
    const RoundType agriculture{
        .kind = RoundKind::category, .program = {}, .category = "agriculture"};
    EXPECT_EQ(invited(one, agriculture), Verdict::fail) << "no category of 2026";
}

}  // namespace
