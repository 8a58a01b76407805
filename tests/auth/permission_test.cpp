// Every role and every action, written out: a grant that is added or lost shows here.

#include "services/auth/permission.hpp"

#include <gtest/gtest.h>

#include <array>
#include <vector>

namespace {

using auth::Action;
using auth::Role;

enum class May : std::uint8_t { never, own, any };

struct Row {
    Action action;
    /// In the order of `roles`.
    std::array<May, 6> may;
};

constexpr std::array roles{
    Role::anonymous,
    Role::candidate,
    Role::advisor,
    Role::employer,
    Role::reviewer,
    Role::op,
};

void check(const Row& row) {
    for (std::size_t i = 0; i < roles.size(); ++i) {
        SCOPED_TRACE(
            "action " + std::to_string(int(row.action)) + ", role " + std::to_string(int(roles[i]))
        );
        const auth::Principal principal{roles[i], roles[i] == Role::anonymous ? "" : "me"};
        EXPECT_EQ(auth::may(principal, row.action, {.owner_id = "me"}), row.may[i] != May::never);
        EXPECT_EQ(auth::may(principal, row.action, {.owner_id = "you"}), row.may[i] == May::any);
        EXPECT_EQ(auth::may(principal, row.action, {}), row.may[i] == May::any);
    }
}

TEST(Permission, is_what_this_table_says) {
    using enum May;
    const std::vector<Row> table{
        // action                    anonymous candidate advisor employer reviewer operator
        {Action::see_health, {any, any, any, any, any, any}},
        {Action::read_contract, {any, any, any, any, any, any}},
        {Action::read_postings, {any, any, any, any, any, any}},
        {Action::compute_stateless, {any, any, any, any, any, any}},
        {Action::report_problem, {any, any, any, any, any, any}},
        {Action::review_postings, {never, never, any, never, any, any}},
        {Action::create_candidate, {never, own, own, never, never, any}},
        {Action::read_candidate, {never, own, own, never, never, any}},
        {Action::replace_candidate, {never, own, own, never, never, any}},
        {Action::give_consent, {never, own, own, never, never, never}},
        {Action::read_saved_search, {never, own, own, never, never, any}},
        {Action::change_saved_search, {never, own, own, never, never, any}},
        {Action::read_feed, {any, any, any, any, any, any}},
        {Action::see_candidates, {never, never, never, own, never, any}},
    };
    for (const Row& row : table) {
        check(row);
    }
}

TEST(Permission, is_not_given_to_a_nameless_owner_of_a_nameless_thing) {
    EXPECT_FALSE(auth::may({Role::candidate, ""}, Action::read_candidate, {.owner_id = ""}));
}

}  // namespace
