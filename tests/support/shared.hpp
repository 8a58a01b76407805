#pragma once

#include <filesystem>

namespace support {

/// The folder of public files and facts beside the repository. Where it does not exist, a test that
/// wants it ends with `GTEST_SKIP() << "../shared absent"`.
inline std::filesystem::path shared() {
    return std::filesystem::path{REPOSITORY_ROOT}.parent_path() / "shared";
}

}  // namespace support
