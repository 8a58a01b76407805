// Every role, every action and everything that can hold between them, written out: a grant that is
// added or lost shows here.

#include "services/auth/permission.hpp"

#include <gtest/gtest.h>

#include <array>
#include <set>
#include <vector>

namespace {

using auth::Action;
using auth::Role;
using auth::Whose;

struct Row {
    Action action;
    /// In the order of `auth::all_roles`.
    std::array<Whose, 6> granted;
};

/// With whom a principal called "me" has to do.
constexpr std::array standings{
    Whose::nobody,
    Whose::own,
    Whose::read_consented,
    Whose::replace_consented,
    Whose::own_posting,
    Whose::agreed,
};

void check(const Row& row) {
    for (std::size_t i = 0; i < auth::all_roles.size(); ++i) {
        const Role role = auth::all_roles[i];
        const auth::Principal principal{role, role == Role::anonymous ? "" : "me"};
        for (const Whose standing : standings) {
            SCOPED_TRACE(
                "action " + std::to_string(int(row.action)) + ", role " + std::to_string(i) +
                ", standing " + std::to_string(int(standing))
            );
            const auth::Resource resource =
                standing == Whose::own ? auth::Resource{.owner_id = "me"}
                                       : auth::Resource{.owner_id = "you", .standing = standing};
            EXPECT_EQ(
                auth::may(principal, row.action, resource),
                meet(row.granted[i], Whose::anyone) || meet(row.granted[i], standing)
            );
        }
        EXPECT_EQ(
            auth::may(principal, row.action, auth::best_case(principal)),
            row.granted[i] != Whose::nobody
        );
    }
}

TEST(Permission, is_what_this_table_says) {
    constexpr Whose never = Whose::nobody;
    constexpr Whose own = Whose::own;
    constexpr Whose any = Whose::anyone;
    constexpr Whose read = own | Whose::read_consented;
    constexpr Whose replace = own | Whose::replace_consented;
    constexpr Whose posting = Whose::own_posting;
    const std::vector<Row> table{
        // action                    anonymous candidate advisor employer reviewer operator
        {Action::see_health, {any, any, any, any, any, any}},
        {Action::read_contract, {any, any, any, any, any, any}},
        {Action::read_postings, {any, any, any, any, any, any}},
        {Action::compute_stateless, {any, any, any, any, any, any}},
        {Action::report_problem, {any, any, any, any, any, any}},
        {Action::read_feed, {any, any, any, any, any, any}},
        {Action::review_postings, {never, never, any, never, any, any}},
        {Action::create_candidate, {never, own, own, never, never, never}},
        {Action::read_candidate, {never, own, read, never, never, never}},
        {Action::replace_candidate, {never, own, replace, never, never, never}},
        {Action::delete_candidate, {never, own, own, never, never, never}},
        {Action::export_candidate, {never, own, own, never, never, never}},
        {Action::read_own_record, {never, own, own, never, never, never}},
        {Action::give_consent, {never, own, own, never, never, never}},
        {Action::find_firms, {never, any, any, never, never, any}},
        {Action::list_clients, {never, never, any, never, never, never}},
        {Action::read_saved_search, {never, own, own, never, never, never}},
        {Action::change_saved_search, {never, own, own, never, never, never}},
        {Action::see_candidates, {never, never, never, posting, never, never}},
        {Action::read_contact, {never, never, never, Whose::agreed, never, never}},
        {Action::claim_posting, {never, never, never, own, never, never}},
        {Action::decide_claims, {never, never, never, never, any, any}},
        {Action::say_interest, {never, never, never, posting, never, never}},
        {Action::ask_for_person, {never, own, own, never, never, never}},
        {Action::answer_requests, {never, never, never, never, any, never}},
        {Action::read_application, {never, own, read, never, never, never}},
        {Action::change_application, {never, own, read, never, never, never}},
        {Action::read_package, {never, own, read, never, never, never}},
        {Action::change_package, {never, own, read, never, never, never}},
        {Action::read_batch, {never, own, own, never, never, never}},
        {Action::list_caseload, {never, never, any, never, never, never}},
        {Action::read_messages, {never, own, read, never, never, never}},
        {Action::write_message, {never, own, read, never, never, never}},
        {Action::invite_candidate, {never, never, never, posting, never, never}},
        {Action::see_operation, {never, never, never, never, never, any}},
        {Action::change_sources, {never, never, never, never, never, any}},
        {Action::read_kept_record, {never, never, never, never, never, any}},
    };
    std::set<Action> seen;
    for (const Row& row : table) {
        check(row);
        seen.insert(row.action);
    }
    EXPECT_EQ(seen.size(), auth::actions);
}

TEST(Permission, is_not_given_to_a_nameless_owner_of_a_nameless_thing) {
    EXPECT_FALSE(auth::may({Role::candidate, ""}, Action::read_candidate, {.owner_id = ""}));
}

}  // namespace
