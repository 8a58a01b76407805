#include "services/matching/prospects.hpp"

#include "matcher/rules/rule_book.hpp"

#include <gtest/gtest.h>

#include <optional>

namespace {

const domain::Date outlook_day = domain::parse_date("2026-11-16").value();

const rules::RuleSet& basis() {
    static const rules::RuleBook book = rules::built_in().value();
    return book.basis();
}

domain::Candidate engineer_with_degree() {
    domain::Candidate candidate;
    candidate.birth_date = domain::parse_date("1993-04-12").value();
    domain::Job& job = candidate.jobs.emplace_back();
    job.noc = domain::NocCode::parse("21231").value();
    job.country = "FR";
    job.start = domain::parse_date("2018-01-01").value();
    job.hours_per_week = 40;
    candidate.language_tests.push_back(
        {.kind = domain::LanguageTestKind::ielts_general,
         .date = domain::parse_date("2026-03-01").value(),
         .first = true,
         .levels = {9, 9, 9, 9}}
    );
    candidate.education.push_back(
        {.level = domain::EducationLevel::masters_or_professional,
         .country = "FR",
         .completed = domain::parse_date("2016-06-30").value(),
         .eca_date = domain::parse_date("2026-01-10").value()}
    );
    return candidate;
}

/// Rounds for everybody, one in each of the last months, the last with this cut-off.
std::vector<domain::Round> general_rounds(const int count, const int cutoff) {
    std::vector<domain::Round> rounds;
    for (int at = count; at > 0; --at) {
        domain::Round& round = rounds.emplace_back();
        round.number = std::to_string(300 + count - at);
        round.held_on = outlook_day - std::chrono::days{30 * at};
        round.cutoff_crs = cutoff + at - 1;
    }
    return rounds;
}

struct Asked {
    domain::Candidate candidate = engineer_with_degree();
    express_entry::CrsProfile profile = express_entry::crs_profile(candidate, outlook_day);
    int score = *express_entry::score(basis(), profile.input).total;

    matching::Outlook outlook(const std::vector<domain::Round>& rounds) const {
        return {candidate, profile, {&basis()}, rounds, outlook_day};
    }
};

TEST(Outlook, knows_the_points_that_are_missing_to_the_nearest_of_the_last_cut_offs) {
    const Asked asked;
    const auto cut_off = asked.outlook(general_rounds(4, asked.score + 30)).nearest_cut_off();
    ASSERT_TRUE(cut_off);
    EXPECT_EQ(cut_off->points_needed, 30);
    EXPECT_EQ(cut_off->round.cutoff_crs, asked.score + 30);
}

TEST(Outlook, reads_nothing_from_too_few_rounds) {
    const Asked asked;
    EXPECT_FALSE(asked.outlook(general_rounds(2, asked.score + 30)).nearest_cut_off());
    EXPECT_FALSE(asked.outlook({}).nearest_cut_off());
}

domain::Posting posting(const domain::Province province) {
    domain::Posting result;
    result.id = 1;
    result.noc = domain::NocCode::parse("21231").value();
    result.date_posted = outlook_day;
    result.job_locations.emplace_back().province = province;
    return result;
}

TEST(Outlook, sets_rounds_before_beside_rounds_after) {
    const Asked asked;
    const auto rounds = general_rounds(4, asked.score + 30);
    auto outlook = asked.outlook(rounds);
    express_entry::Lift lift;
    lift.points = 50;
    const auto prospects = outlook.prospects(posting(domain::Province::NS), lift);
    ASSERT_TRUE(prospects);
    ASSERT_EQ(prospects->rounds.size(), 1U);
    EXPECT_EQ(prospects->rounds.front().before.cleared, 0);
    EXPECT_EQ(prospects->rounds.front().after.cleared, 4);
    EXPECT_EQ(prospects->programs.size(), 3U);
    ASSERT_EQ(prospects->months.size(), 13U);
    // A year of skilled work in Canada is worth points under the basis.
    EXPECT_GT(*prospects->months.back().totals.front(), *prospects->months.front().totals.front());
    lift.points.reset();
    EXPECT_TRUE(outlook.prospects(posting(domain::Province::NS), lift)->rounds.empty());
}

TEST(Outlook, shows_nothing_for_a_job_in_quebec) {
    const Asked asked;
    EXPECT_FALSE(asked.outlook({}).prospects(posting(domain::Province::QC), {}));
}

}  // namespace
