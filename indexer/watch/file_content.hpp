#pragma once

#include <filesystem>
#include <string>

namespace watch {

/// The bytes of a file; none where it cannot be read.
std::string content_of(const std::filesystem::path& file);

}  // namespace watch
