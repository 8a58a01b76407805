#pragma once

#include <filesystem>

namespace support {

/// A new empty folder, gone with everything in it when this object goes. Others may enter it:
/// PostgreSQL runs as a user of its own where the tests run as root.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

    /// Writes a file of this folder and returns its path.
    std::filesystem::path write(std::string_view name, std::string_view content) const;

private:
    std::filesystem::path path_;
};

}  // namespace support
