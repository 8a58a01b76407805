#pragma once

#include <cerrno>
#include <string>
#include <system_error>

namespace packages {

/// After a call of the system that failed; `what` was tried.
[[noreturn]] inline void throw_errno(const std::string& what) {
    throw std::system_error{errno, std::generic_category(), what};
}

}  // namespace packages
