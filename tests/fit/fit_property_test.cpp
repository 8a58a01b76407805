#include "matcher/fit/fit.hpp"
#include "tests/fit/random_candidate.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using random_candidate::between;
using random_candidate::Random;

constexpr int rounds = 3'000;

fit::PostingTraits random_posting(Random& random) {
    fit::PostingTraits posting{.noc = random_candidate::noc(random)};
    posting.experience_stated = between(random, 0, 1) == 0;
    posting.experience_months_asked = static_cast<std::uint8_t>(between(random, 0, 120));
    posting.working_language = static_cast<domain::WorkingLanguage>(between(random, 0, 4));
    posting.french_likely = posting.working_language == domain::WorkingLanguage::not_stated &&
                            between(random, 0, 1) == 0;
    return posting;
}

fit::Fit fit_of(const domain::Candidate& candidate, const fit::PostingTraits& posting) {
    static const fit::Weights weights = fit::built_in_weights().value();
    return fit::CandidateTraits{candidate, random_candidate::today, weights}.fit(posting);
}

void every_round(void (*const check)(Random&, const domain::Candidate&, const fit::PostingTraits&)
) {
    Random random = random_candidate::seeded();
    for (int round = 0; round < rounds && !testing::Test::HasFailure(); ++round) {
        SCOPED_TRACE("round " + std::to_string(round));
        check(random, random_candidate::candidate(random), random_posting(random));
    }
}

TEST(Fit, is_exactly_the_sum_of_its_parts_and_between_0_and_100) {
    every_round([](Random&, const domain::Candidate& candidate, const fit::PostingTraits& posting) {
        const fit::Fit fit = fit_of(candidate, posting);
        int points = 0;
        int max = 0;
        for (const fit::Part& part : fit.parts) {
            EXPECT_GE(part.points, 0);
            EXPECT_LE(part.points, part.max);
            points += part.points;
            max += part.max;
        }
        EXPECT_EQ(fit.total, points);
        EXPECT_EQ(max, 100);
    });
}

TEST(Fit, does_not_depend_on_the_order_of_jobs_and_tests) {
    every_round(
        [](Random& random, const domain::Candidate& candidate, const fit::PostingTraits& posting) {
            domain::Candidate shuffled = candidate;
            std::ranges::shuffle(shuffled.jobs, random);
            std::ranges::shuffle(shuffled.language_tests, random);
            const fit::Fit expected = fit_of(candidate, posting);
            const fit::Fit found = fit_of(shuffled, posting);
            for (std::size_t index = 0; index < expected.parts.size(); ++index) {
                EXPECT_EQ(found.parts[index].points, expected.parts[index].points);
                EXPECT_EQ(found.parts[index].reason, expected.parts[index].reason);
                EXPECT_EQ(found.parts[index].candidate_noc, expected.parts[index].candidate_noc);
            }
        }
    );
}

TEST(Fit, never_falls_when_a_job_began_earlier_or_a_job_is_added) {
    every_round(
        [](Random& random, const domain::Candidate& candidate, const fit::PostingTraits& posting) {
            domain::Candidate more = candidate;
            if (more.jobs.empty() || between(random, 0, 1) == 0) {
                more.jobs.push_back(random_candidate::job(random));
            } else {
                more.jobs.front().start -= std::chrono::days{between(random, 1, 2'000)};
            }
            EXPECT_GE(fit_of(more, posting).total, fit_of(candidate, posting).total);
        }
    );
}

TEST(Fit, never_falls_when_an_ability_is_at_a_higher_level) {
    every_round(
        [](Random& random, const domain::Candidate& candidate, const fit::PostingTraits& posting) {
            if (candidate.language_tests.empty()) {
                return;
            }
            domain::Candidate better = candidate;
            domain::AbilityLevels& levels = better.language_tests.front().levels;
            domain::Clb& ability = between(random, 0, 1) == 0 ? levels.speaking : levels.reading;
            ability = std::min(ability + between(random, 1, 4), domain::clb_max);
            EXPECT_GE(fit_of(better, posting).total, fit_of(candidate, posting).total);
        }
    );
}

TEST(Fit, of_a_likely_language_never_exceeds_that_of_the_stated_one) {
    every_round([](Random&, const domain::Candidate& candidate, const fit::PostingTraits& posting) {
        fit::PostingTraits silent = posting;
        silent.working_language = domain::WorkingLanguage::not_stated;
        fit::PostingTraits stated = posting;
        stated.french_likely = false;
        stated.working_language = silent.french_likely ? domain::WorkingLanguage::french
                                                       : domain::WorkingLanguage::english;
        EXPECT_LE(fit_of(candidate, silent).total, fit_of(candidate, stated).total);
    });
}

TEST(Fit, points_for_ranking_add_up_to_the_total) {
    every_round([](Random&, const domain::Candidate& candidate, const fit::PostingTraits& posting) {
        const fit::CandidateTraits traits{
            candidate, random_candidate::today, fit::built_in_weights().value()};
        EXPECT_EQ(
            traits.occupation_points(posting.noc) + traits.experience_points(posting) +
                traits.language_points(posting),
            traits.fit(posting).total
        );
    });
}

}  // namespace
