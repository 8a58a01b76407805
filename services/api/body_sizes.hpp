#pragma once

#include <cstddef>

/// How many bytes the body of a request may have that is no document.
namespace api {

inline constexpr std::size_t small_body = std::size_t{16} * 1024;
inline constexpr std::size_t no_body = 0;

}  // namespace api
