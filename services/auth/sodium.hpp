#pragma once

namespace auth {

/// Before libsodium is used; more than once is no harm. Throws std::runtime_error where it cannot
/// be started.
void start_sodium();

}  // namespace auth
