#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace store {

/// The SHA-256 of a file's bytes in lower-case hex, in constant memory. Nothing where the file
/// cannot be read.
std::optional<std::string> file_sha256(const std::filesystem::path& path);

}  // namespace store
