#include "tests/express_entry/second_formulation.hpp"

#include "tests/express_entry/any_person.hpp"
#include "tests/express_entry/listed_rules.hpp"

#include <gtest/gtest.h>

#include <iostream>
#include <random>

namespace {

constexpr int a_million = 1'000'000;

TEST(SecondFormulation, gives_a_million_people_the_same_totals_under_every_rule_set) {
    const unsigned seed = std::random_device{}();
    std::cout << "seed " << seed << '\n';
    people::AnyPerson any{seed};
    const auto& rule_sets = people::every_rule_set();
    ASSERT_EQ(rule_sets.size(), 9U);
    for (int count = 0; count < a_million; ++count) {
        const express_entry::CrsInput input = any.next();
        for (const rules::RuleSet& rules : rule_sets) {
            const auto total = express_entry::score(rules, input).total;
            if (total != second_formulation::total(rules.id, input)) {
                FAIL() << "person " << count << " of seed " << seed << " under " << rules.id;
            }
        }
    }
}

}  // namespace
