#pragma once

#include <string>
#include <string_view>

namespace auth {

inline constexpr int recovery_codes = 10;

/// 128 random bits in eight groups of four hexadecimal digits, to be written down.
std::string new_recovery_code();

/// The form whose digest is kept, however somebody typed it: in lower case, without what stands
/// between the groups.
std::string recovery_code_from(std::string_view typed);

}  // namespace auth
