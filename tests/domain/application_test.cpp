// Every step between two states of an application, by each party, written out a second time.

#include "matcher/domain/application.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace {

using domain::ApplicationParty;
using domain::ApplicationState;

std::string line_of(const ApplicationState from, const ApplicationParty party) {
    std::string line;
    for (const ApplicationState to : domain::next_states(from, party)) {
        line += (line.empty() ? "" : " ") + std::string{domain::name_of(to)};
    }
    return line;
}

TEST(Application, goes_where_its_party_may_take_it_and_nowhere_else) {
    struct Line {
        std::string owner;
        std::string firm;
    };
    const std::map<std::string, Line> expected{
        {"draft", {"in_review sent withdrawn", "in_review"}},
        {"in_review", {"draft approved sent withdrawn", "draft approved"}},
        {"approved", {"draft in_review sent withdrawn", "draft in_review"}},
        {"sent", {"interview offer refused withdrawn", "interview offer refused"}},
        {"interview", {"offer refused withdrawn", "offer refused"}},
        {"offer", {"refused withdrawn", "refused"}},
        {"refused", {"interview offer", "interview offer"}},
        {"withdrawn", {"draft", ""}},
    };
    ASSERT_EQ(expected.size(), domain::all_application_states.size());
    for (const ApplicationState from : domain::all_application_states) {
        const Line& line = expected.at(std::string{domain::name_of(from)});
        EXPECT_EQ(line_of(from, ApplicationParty::owner), line.owner) << domain::name_of(from);
        EXPECT_EQ(line_of(from, ApplicationParty::firm), line.firm) << domain::name_of(from);
    }
}

/// 8 states x 8 states x 2 parties.
TEST(Application, is_sent_and_withdrawn_by_its_owner_alone_who_may_all_that_a_firm_may) {
    for (const ApplicationState from : domain::all_application_states) {
        for (const ApplicationState to : domain::all_application_states) {
            const bool firm = domain::may_follow(from, to, ApplicationParty::firm);
            const bool owner = domain::may_follow(from, to, ApplicationParty::owner);
            SCOPED_TRACE(
                testing::Message() << domain::name_of(from) << " to " << domain::name_of(to)
            );
            EXPECT_TRUE(owner || !firm);
            if (from == to) {
                EXPECT_FALSE(owner) << "staying is no step";
            }
            if (to == ApplicationState::sent || to == ApplicationState::withdrawn) {
                EXPECT_FALSE(firm);
            }
        }
    }
}

TEST(Application, has_states_with_names) {
    for (const ApplicationState state : domain::all_application_states) {
        EXPECT_EQ(domain::application_state_from(domain::name_of(state)), state);
    }
    EXPECT_EQ(domain::application_state_from("lost"), std::nullopt);
    EXPECT_EQ(domain::application_state_from(""), std::nullopt);
}

}  // namespace
