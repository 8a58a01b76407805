#pragma once

#include <filesystem>

/// Ends a test as skipped where the public files beside the repository are absent. A macro because
/// GTEST_SKIP returns from the function that it stands in.
#define SKIP_WITHOUT_SHARED()                          \
    if (!std::filesystem::exists(support::shared())) { \
        GTEST_SKIP() << "../shared absent";            \
    }                                                  \
    static_assert(true)

namespace support {

/// The folder of public files and facts beside the repository; it may be absent.
inline std::filesystem::path shared() {
    return std::filesystem::path{REPOSITORY_ROOT}.parent_path() / "shared";
}

}  // namespace support
