// A score takes no memory. A program of its own, because it counts every allocation there is.

#include "tests/express_entry/any_person.hpp"
#include "tests/express_entry/listed_rules.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::size_t> allocations{0};

}  // namespace

void* operator new(const std::size_t size) {
    ++allocations;
    void* memory = std::malloc(size);
    if (memory == nullptr) {
        throw std::bad_alloc{};
    }
    return memory;
}

void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

TEST(Score, allocates_nothing_under_any_rule_set) {
    constexpr int people_count = 10'000;
    people::AnyPerson any{20261103};
    const auto& rule_sets = people::every_rule_set();
    int known = 0;
    const std::size_t before = allocations;
    for (int count = 0; count < people_count; ++count) {
        const express_entry::CrsInput input = any.next();
        for (const rules::RuleSet& rules : rule_sets) {
            known += static_cast<int>(express_entry::score(rules, input).total.has_value());
        }
    }
    EXPECT_EQ(allocations - before, 0U);
    EXPECT_GT(known, 0);
}

/// Without this the test above could count nothing and pass.
TEST(Score, would_be_seen_to_allocate) {
    const std::size_t before = allocations;
    const rules::RuleSet copy = people::listed_rules();
    EXPECT_GT(allocations - before, 0U);
    EXPECT_EQ(copy.id, "2099-01-01");
}

}  // namespace
