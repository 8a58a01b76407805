#pragma once

#include <string>

namespace store {

/// 64 lower-case hexadecimal digits that nobody can guess: 32 bytes of the system's randomness.
std::string random_token();

}  // namespace store
