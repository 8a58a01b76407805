#include "matcher/domain/application.hpp"

#include <cstddef>

namespace domain {
namespace {

constexpr std::size_t states = all_application_states.size();

constexpr std::array<std::string_view, states> names{
    "draft",
    "in_review",
    "approved",
    "sent",
    "interview",
    "offer",
    "refused",
    "withdrawn",
};

/// By whom a step can be taken.
enum class By : std::uint8_t { none, owner, both };

using enum By;

/// From the state of the row to that of the column. An employer may think again after a refusal,
/// and a candidate after withdrawing; what was sent stays sent.
// clang-format off
constexpr std::array<std::array<By, states>, states> steps{{
    //                draft   in_review approved sent   interview offer  refused withdrawn
    /* draft     */ {{none,   both,     none,    owner, none,     none,  none,   owner}},
    /* in_review */ {{both,   none,     both,    owner, none,     none,  none,   owner}},
    /* approved  */ {{both,   both,     none,    owner, none,     none,  none,   owner}},
    /* sent      */ {{none,   none,     none,    none,  both,     both,  both,   owner}},
    /* interview */ {{none,   none,     none,    none,  none,     both,  both,   owner}},
    /* offer     */ {{none,   none,     none,    none,  none,     none,  both,   owner}},
    /* refused   */ {{none,   none,     none,    none,  both,     both,  none,   none}},
    /* withdrawn */ {{owner,  none,     none,    none,  none,     none,  none,   none}},
}};
// clang-format on

constexpr std::size_t index_of(const ApplicationState state) {
    return static_cast<std::size_t>(state);
}

}  // namespace

std::string_view name_of(const ApplicationState state) { return names[index_of(state)]; }

std::optional<ApplicationState> application_state_from(const std::string_view name) {
    for (const ApplicationState state : all_application_states) {
        if (name_of(state) == name) {
            return state;
        }
    }
    return std::nullopt;
}

bool may_follow(
    const ApplicationState from, const ApplicationState to, const ApplicationParty party
) {
    const By by = steps[index_of(from)][index_of(to)];
    return by == both || (by == owner && party == ApplicationParty::owner);
}

std::vector<ApplicationState> next_states(
    const ApplicationState from, const ApplicationParty party
) {
    std::vector<ApplicationState> result;
    for (const ApplicationState to : all_application_states) {
        if (may_follow(from, to, party)) {
            result.push_back(to);
        }
    }
    return result;
}

}  // namespace domain
