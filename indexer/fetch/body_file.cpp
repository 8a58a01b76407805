#include "indexer/fetch/body_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace fetch {
namespace {

[[noreturn]] void fail(const std::filesystem::path& file) {
    throw std::system_error{errno, std::generic_category(), file.string()};
}

int create(const std::filesystem::path& place, const std::filesystem::path& part) {
    if (place.has_parent_path()) {
        std::filesystem::create_directories(place.parent_path());
    }
    constexpr mode_t owner_writes_all_read = 0644;
    const int descriptor =
        ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, owner_writes_all_read);
    if (descriptor < 0) {
        fail(part);
    }
    return descriptor;
}

}  // namespace

BodyFile::BodyFile(std::filesystem::path place)
    : place_{std::move(place)},
      part_{place_.string() + ".part"},
      descriptor_{create(place_, part_)} {}

BodyFile::~BodyFile() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
        std::error_code ignored;  // It will be written over the next time.
        std::filesystem::remove(part_, ignored);
    }
}

void BodyFile::write(std::string_view bytes) {
    sha256_.update(bytes);
    bytes_ += static_cast<std::int64_t>(bytes.size());
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            fail(part_);
        }
        bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
    }
}

void BodyFile::keep() {
    // On the disk before it is in its place, so that no crash leaves an empty file there.
    if (::fsync(descriptor_) != 0) {
        fail(part_);
    }
    std::filesystem::rename(part_, place_);
    ::close(descriptor_);
    descriptor_ = -1;
}

void write_atomically(const std::filesystem::path& place, const std::string_view content) {
    BodyFile file{place};
    file.write(content);
    file.keep();
}

}  // namespace fetch
