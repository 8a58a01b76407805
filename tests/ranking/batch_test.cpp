// New matches for many candidates: the same as scoring every new posting for each.

#include "matcher/ranking/batch.hpp"

#include "matcher/rules/rule_book.hpp"
#include "tests/ranking/random_rows.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using random_candidate::between;
using random_candidate::built_in_model;
using random_candidate::Random;
using random_candidate::today;
using ranking::AlertRules;
using ranking::NewMatches;
using ranking::Order;
using ranking::Ranked;
using ranking::Row;
using ranking::Snapshot;

/// Words in common at random, the same ones for the same posting whenever they are asked for.
ranking::Text random_text(const int own_weight) {
    return {
        .own_weight = own_weight,
        .found =
            [=](const std::span<const domain::PostingId> ids) {
                std::vector<ranking::FoundText> found;
                for (const domain::PostingId id : ids) {
                    Random random{static_cast<std::uint32_t>(id) * 2'654'435'761U};
                    found.push_back({between(random, 0, own_weight), between(random, 0, 1'000)});
                }
                return found;
            },
    };
}

const rules::RuleSet& basis() {
    static const rules::RuleBook book = rules::built_in().value();
    return book.basis();
}

/// Every row scored and sorted, then those taken that are good enough.
NewMatches naive(
    const std::vector<Row>& rows,
    const ranking::BatchCandidate& candidate,
    const ranking::Query& query,
    const AlertRules& rules
) {
    NewMatches result;
    const ranking::Ranking all = ranking::naive_scan(
        Snapshot{rows, 1},
        candidate.traits,
        candidate.exclusions,
        candidate.lift,
        {.as_of = query.as_of, .order = query.order, .count = rows.size()},
        candidate.text
    );
    std::copy_if(
        all.best.begin(),
        all.best.end(),
        std::back_inserter(result.best),
        [&](const Ranked& ranked) { return ranked.fit >= rules.fit_min && !ranked.placed_after; }
    );
    result.matching = result.best.size();
    result.best.resize(std::min(rules.matches_max, result.best.size()));
    return result;
}

domain::Exclusions mostly_of_postings(Random& random) {
    domain::Exclusions exclusions;
    for (int count = between(random, -4, 6); count > 0; --count) {
        exclusions.postings.push_back(between(random, 1, 400));
    }
    if (between(random, 0, 3) == 0) {
        exclusions.employers.push_back("Employer " + std::to_string(between(random, 0, 9)));
    }
    if (between(random, 0, 5) == 0) {
        exclusions.nocs.push_back(random_candidate::noc(random));
    }
    return exclusions;
}

TEST(NewMatches, equal_the_naive_scan) {
    Random random = random_candidate::seeded();
    std::size_t matching = 0;
    std::size_t skipped = 0;
    for (int round = 0; round < 300 && !HasFailure(); ++round) {
        std::vector<Row> rows = random_rows::rows(random, between(random, 0, 400));
        for (Row& row : rows) {
            row.employer = ranking::employer_hash("Employer " + std::to_string(row.employer));
        }
        const domain::Date as_of = today + std::chrono::days{between(random, -60, 40)};
        const Snapshot fresh{rows, 1};
        for (int person = 0; person < 5; ++person) {
            const domain::Candidate candidate = random_candidate::candidate(random);
            const fit::CandidateTraits traits{candidate, as_of, built_in_model()};
            const domain::Exclusions exclusions = mostly_of_postings(random);
            const ranking::LiftByNoc lift{basis(), {}};
            for (const Order order : {Order::fit, Order::lift}) {
                const ranking::BatchCandidate asked{
                    traits, exclusions, lift, random_text(between(random, 0, 1) * 300)};
                const ranking::Query query{.as_of = as_of, .order = order};
                const AlertRules rules{
                    .fit_min = between(random, 0, 80),
                    .matches_max = static_cast<std::size_t>(between(random, 1, 30))};
                const NewMatches found = new_matches(fresh, asked, query, rules);
                const NewMatches expected = naive(rows, asked, query, rules);
                EXPECT_EQ(found.best, expected.best) << "round " << round;
                EXPECT_EQ(found.matching, expected.matching) << "round " << round;
                EXPECT_EQ(found.rows_skipped + found.rows_scored, fresh.rows().size());
                matching += found.matching;
                skipped += found.rows_skipped;
            }
        }
    }
    EXPECT_GT(matching, 1'000U) << "the test has to meet matches";
    EXPECT_GT(skipped, 1'000U) << "and rows that are skipped";
}

TEST(NewMatches, leave_occupations_alone_that_cannot_be_good_enough) {
    Random random = random_candidate::seeded();
    const Snapshot fresh{random_rows::rows(random, 20'000), 1};
    domain::Candidate engineer;
    engineer.jobs.emplace_back().noc = domain::NocCode::from_number(21231);
    engineer.jobs.front().start = today - std::chrono::days{2'000};
    engineer.jobs.front().hours_per_week = 40;
    const fit::CandidateTraits traits{engineer, today, built_in_model()};
    const domain::Exclusions none;
    const ranking::LiftByNoc lift{basis(), {}};
    const auto found = new_matches(
        fresh, {traits, none, lift}, {.as_of = today}, ranking::built_in_alert_rules().value()
    );
    EXPECT_GT(found.rows_skipped, fresh.rows().size() / 2);
    EXPECT_EQ(found.texts_compared, 0U) << "there are no words to look for";
}

TEST(AlertRules, ship_and_are_read_strictly) {
    const auto shipped = ranking::built_in_alert_rules();
    ASSERT_TRUE(shipped);
    EXPECT_GT(shipped->fit_min, 0);
    const auto refusal = [](const std::string& json) {
        const auto read = ranking::parse_alert_rules(json);
        return read ? "" : read.error().field + ": " + read.error().message;
    };
    const std::string fit_min = R"("fit_min": {"value": 70, "reason": "why"})";
    EXPECT_EQ(refusal("{" + fit_min + "}"), "matches_max: missing");
    EXPECT_EQ(
        refusal("{" + fit_min + R"(, "matches_max": {"value": 0, "reason": "why"}})"),
        "matches_max.value: 0 is not a whole number, 1 to 100"
    );
    EXPECT_EQ(
        refusal("{" + fit_min + R"(, "matches_max": {"value": 9}})"), "matches_max.reason: missing"
    );
}

}  // namespace
