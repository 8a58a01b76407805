#include "tests/ingest/small_disk.hpp"

#include <sys/mount.h>

#include <cerrno>
#include <sched.h>
#include <system_error>

namespace {

/// Where one was asked for before, this process has it already.
bool have_own_mounts() {
    static const bool own = unshare(CLONE_NEWNS) == 0 &&
                            mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
    return own;
}

}  // namespace

SmallDisk::SmallDisk(const std::filesystem::path& path, const std::string& size) : path_{path} {
    std::filesystem::create_directories(path);
    const std::string options = "mode=0755,size=" + size;
    mounted_ = have_own_mounts() && mount("tmpfs", path.c_str(), "tmpfs", 0, options.c_str()) == 0;
}

SmallDisk::~SmallDisk() {
    if (mounted_) {
        umount2(path_.c_str(), MNT_DETACH);
    }
}

void SmallDisk::resize(const std::string& size) const {
    const std::string options = "size=" + size;
    if (mount(nullptr, path_.c_str(), nullptr, MS_REMOUNT, options.c_str()) != 0) {
        throw std::system_error{errno, std::generic_category(), "remount"};
    }
}
