#pragma once

#include <string>

/// What stands for a SHA-256: the digit, 64 times.
inline std::string digest(const char digit) { return std::string(64, digit); }
