#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace domain {

/// How far a candidate has come with one posting. Nothing is sent from here: `sent` is what the
/// candidate says of it.
enum class ApplicationState : std::uint8_t {
    draft,
    in_review,  ///< An advisor looks at it.
    approved,   ///< Ready to be sent.
    sent,
    interview,
    offer,
    refused,    ///< By the employer.
    withdrawn,  ///< By the candidate.
};

inline constexpr std::array all_application_states{
    ApplicationState::draft,
    ApplicationState::in_review,
    ApplicationState::approved,
    ApplicationState::sent,
    ApplicationState::interview,
    ApplicationState::offer,
    ApplicationState::refused,
    ApplicationState::withdrawn,
};

/// Who changes an application.
enum class ApplicationParty : std::uint8_t {
    owner,  ///< Whose candidate it is.
    firm,   ///< An advisor whom the candidate lets read.
};

/// Such as `in_review`.
std::string_view name_of(ApplicationState state);
std::optional<ApplicationState> application_state_from(std::string_view name);

/// Whether this party may take an application from one state to another. Only the owner sends and
/// withdraws. Staying is no step.
bool may_follow(ApplicationState from, ApplicationState to, ApplicationParty party);

/// Where this party may take it from there, in the order of the states.
std::vector<ApplicationState> next_states(ApplicationState from, ApplicationParty party);

}  // namespace domain
