#pragma once

#include "matcher/document/named.hpp"
#include "services/auth/permission.hpp"

#include <array>

namespace auth {

/// As the token file, the table of accounts and the API name them; nobody is called anonymous.
inline constexpr std::array role_names{
    document::Named{"candidate", Role::candidate},
    document::Named{"advisor", Role::advisor},
    document::Named{"employer", Role::employer},
    document::Named{"reviewer", Role::reviewer},
    document::Named{"operator", Role::op},
};

}  // namespace auth
