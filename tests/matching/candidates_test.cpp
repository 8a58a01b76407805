#include "services/matching/candidates.hpp"

#include "matcher/ranking/top_k.hpp"
#include "tests/fit/random_candidate.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using matching::Applicant;
using random_candidate::between;
using random_candidate::Random;
using random_candidate::today;

const matching::Facts& facts() {
    static const matching::Facts none{
        .model = {.weights = fit::built_in_weights().value()},
        .gazetteer = normalise::Gazetteer{{}}};
    return none;
}

domain::Posting posting() {
    domain::Posting result;
    result.id = 7;
    result.date_posted = today;
    result.job_locations.emplace_back();
    result.hiring_organization = "Example (fictional)";
    result.noc = domain::NocCode::from_number(21231);
    result.refuses_outside_canada = true;
    result.working_language = domain::WorkingLanguage::english;
    return result;
}

matching::CandidateRanking rank(const std::vector<Applicant>& all, const std::size_t count) {
    std::size_t given = 0;
    return matching::candidates_for(facts(), search::IndexLocation{}, posting(), today, count, [&] {
        // Pages of three.
        const std::size_t end = std::min(given + 3, all.size());
        std::vector<Applicant> page(
            all.begin() + static_cast<std::ptrdiff_t>(given),
            all.begin() + static_cast<std::ptrdiff_t>(end)
        );
        given = end;
        return page;
    });
}

TEST(CandidatesFor, are_those_of_a_sort_by_the_fit_of_each) {
    Random random = random_candidate::seeded();
    for (int round = 0; round < 100 && !HasFailure(); ++round) {
        std::vector<Applicant> all;
        for (int number = between(random, 0, 40); number > 0; --number) {
            all.push_back(
                {.id = "id-" + std::to_string(between(random, 100, 999)) + std::to_string(number),
                 .candidate = random_candidate::candidate(random)}
            );
            if (between(random, 0, 5) == 0) {
                all.back().candidate.exclusions.nocs = {domain::NocCode::from_number(21231)};
            }
        }
        struct Expected {
            bool after;
            int fit;
            std::string id;
        };
        std::vector<Expected> expected;
        for (const Applicant& one : all) {
            const fit::CandidateTraits traits{one.candidate, today, facts().model};
            const fit::PostingTraits seen = fit::traits(posting());
            if (one.candidate.exclusions.nocs.empty()) {
                expected.push_back(
                    {!traits.placed_after(seen).empty(), traits.fit(seen, {}).total, one.id}
                );
            }
        }
        std::ranges::sort(expected, [](const Expected& left, const Expected& right) {
            return std::tuple{left.after, -left.fit, left.id} <
                   std::tuple{right.after, -right.fit, right.id};
        });
        const std::size_t count = static_cast<std::size_t>(between(random, 1, 20));
        const auto found = rank(all, count);
        EXPECT_EQ(found.matching, expected.size());
        ASSERT_EQ(found.best.size(), std::min(count, expected.size()));
        for (std::size_t index = 0; index < found.best.size(); ++index) {
            EXPECT_EQ(found.best[index].id, expected[index].id) << index;
            EXPECT_EQ(found.best[index].fit.total, expected[index].fit);
        }
    }
}

}  // namespace
