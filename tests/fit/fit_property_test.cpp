#include "matcher/fit/fit.hpp"
#include "tests/fit/random_candidate.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using random_candidate::between;
using random_candidate::built_in_model;
using random_candidate::Random;

constexpr int rounds = 3'000;

fit::PostingTraits random_posting(Random& random) {
    fit::PostingTraits posting{.noc = random_candidate::noc(random)};
    posting.experience_stated = between(random, 0, 1) == 0;
    posting.experience_months_asked = static_cast<std::uint8_t>(between(random, 0, 120));
    posting.working_language = static_cast<domain::WorkingLanguage>(between(random, 0, 4));
    posting.french_likely = posting.working_language == domain::WorkingLanguage::not_stated &&
                            between(random, 0, 1) == 0;
    if (between(random, 0, 1) == 0) {
        posting.education_asked =
            static_cast<domain::EducationLevel>(between(random, 0, domain::education_levels - 1));
        posting.equivalent_experience_accepted = between(random, 0, 1) == 0;
    }
    posting.licence_asked = static_cast<domain::Licence>(std::max(0, between(random, -6, 6)));
    posting.province = static_cast<domain::Province>(between(random, 0, 12));
    if (between(random, 0, 2) != 0) {
        posting.spot = random_candidate::spot(random);
    }
    posting.remote = between(random, 0, 3) == 0;
    posting.title_support = static_cast<std::uint8_t>(between(random, 0, 100));
    posting.hourly_pay = between(random, 0, 2) * between(random, 1'500, 6'000);
    posting.short_terms = between(random, 0, 1) == 0;
    posting.starts_day = between(random, 0, 1) * between(random, 18'600, 18'800);
    return posting;
}

const std::vector<fit::WishedPlace> wish_for_halifax{
    {.province = domain::Province::NS, .spot = {.latitude = 4465, .longitude = -6357}}};

fit::TextMatch words(const int found) {
    return {
        .own_weight = 100,
        .found_weight = found,
        .title_permille = 10 * found,
        .title_known_permille = 10 * found};
}

fit::Fit fit_of(
    const domain::Candidate& candidate, const fit::PostingTraits& posting, const int found = 20
) {
    return fit::CandidateTraits{
        candidate, random_candidate::today, built_in_model(), wish_for_halifax}
        .fit(posting, words(found));
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
            EXPECT_LE(part.points, part.attainable);
            EXPECT_LE(part.attainable, part.max);
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

TEST(Fit, never_falls_when_more_words_are_shared) {
    every_round(
        [](Random& random, const domain::Candidate& candidate, const fit::PostingTraits& posting) {
            const int found = between(random, 0, 99);
            EXPECT_LE(
                fit_of(candidate, posting, found).total, fit_of(candidate, posting, found + 1).total
            );
        }
    );
}

TEST(Fit, never_rises_when_a_wish_is_added_or_narrowed) {
    every_round([](Random& random,
                   const domain::Candidate& candidate,
                   const fit::PostingTraits& posting) {
        domain::Candidate choosy = candidate;
        domain::Preferences& wishes = choosy.preferences;
        switch (between(random, 0, 3)) {
            case 0:
                wishes.hourly_pay_min =
                    wishes.hourly_pay_min.value_or(500) + between(random, 1, 3'000);
                break;
            case 1:
                wishes.within_km = std::max(1, wishes.within_km.value_or(50) / 2);
                break;
            case 2:
                wishes.available_from = wishes.available_from.value_or(random_candidate::today) +
                                        std::chrono::days{between(random, 1, 90)};
                break;
            default:
                if (wishes.remote) {
                    return;
                }
                wishes.remote = between(random, 0, 1) == 0;
                // A wish not to work from home takes away that a remote job is near everywhere.
                if (!*wishes.remote && posting.remote) {
                    return;
                }
        }
        EXPECT_LE(fit_of(choosy, posting).total, fit_of(candidate, posting).total);
    });
}

TEST(Fit, points_for_ranking_add_up_to_the_total) {
    every_round([](Random&, const domain::Candidate& candidate, const fit::PostingTraits& posting) {
        const fit::CandidateTraits traits{
            candidate, random_candidate::today, built_in_model(), wish_for_halifax};
        EXPECT_EQ(
            traits.occupation_points(posting.noc, posting.title_support) +
                traits.experience_points(posting) + traits.language_points(posting) +
                traits.qualification_points(posting) + traits.text_points(100, 20) +
                traits.title_points(200, 200) + traits.place_points(posting) +
                traits.pay_points(posting.hourly_pay) + traits.remote_points(posting.remote) +
                traits.start_points(posting.starts_day) + traits.terms_points(posting.short_terms),
            traits.fit(posting, words(20)).total
        );
    });
}

}  // namespace
