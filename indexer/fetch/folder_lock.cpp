#include "indexer/fetch/folder_lock.hpp"

#include <sys/file.h>

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace fetch {

std::optional<FolderLock> FolderLock::try_take(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    const std::filesystem::path file = folder / ".lock";
    constexpr mode_t for_owner = 0600;
    FolderLock lock{::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, for_owner)};
    if (lock.descriptor_ < 0) {
        throw std::system_error{errno, std::generic_category(), file.string()};
    }
    if (::flock(lock.descriptor_, LOCK_EX | LOCK_NB) != 0) {
        return std::nullopt;
    }
    return lock;
}

FolderLock::FolderLock(FolderLock&& other) noexcept
    : descriptor_{std::exchange(other.descriptor_, -1)} {}

FolderLock::~FolderLock() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

}  // namespace fetch
