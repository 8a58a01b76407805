#pragma once

#include "services/auth/permission.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace auth {

/// What an API token can be given for, such as `candidates:read`.
std::vector<std::string_view> scope_names();

/// Whether a token with these scopes may be used for the action at all; whether its account may do
/// it is asked beside. Denies by default, but for what everyone may do.
bool allows(std::span<const std::string> scopes, Action action);

}  // namespace auth
