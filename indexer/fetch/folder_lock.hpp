#pragma once

#include <filesystem>
#include <optional>

namespace fetch {

/// While it lives, no other process fetches into the folder. It ends with its process, however
/// that ends.
class FolderLock {
public:
    /// Makes the folder where there is none. Nothing where another process holds it.
    static std::optional<FolderLock> try_take(const std::filesystem::path& folder);

    ~FolderLock();
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&&) = delete;

private:
    explicit FolderLock(const int descriptor) : descriptor_{descriptor} {}

    int descriptor_;
};

}  // namespace fetch
