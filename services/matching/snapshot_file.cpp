#include "services/matching/snapshot_file.hpp"

#include "matcher/ranking/columns_file.hpp"

#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <optional>
#include <string_view>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace matching {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path) {
    throw std::system_error{errno, std::generic_category(), path.string()};
}

class Descriptor {
public:
    Descriptor(const std::filesystem::path& path, const int flags)
        : number_{::open(path.c_str(), flags | O_CLOEXEC, 0644)} {}  // NOLINT: POSIX has no other
    ~Descriptor() {
        if (number_ >= 0) {
            ::close(number_);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    bool is_open() const { return number_ >= 0; }
    int number() const { return number_; }

private:
    int number_;
};

/// Nothing where the disk does not give all of it.
std::optional<std::string> content_of(const Descriptor& file) {
    struct stat facts {};
    if (::fstat(file.number(), &facts) != 0 || !S_ISREG(facts.st_mode)) {
        return std::nullopt;
    }
    std::string content(static_cast<std::size_t>(facts.st_size), '\0');
    for (std::size_t done = 0; done < content.size();) {
        const auto count = ::read(file.number(), content.data() + done, content.size() - done);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return std::nullopt;
        }
        done += static_cast<std::size_t>(count);
    }
    return content;
}

bool write_all(const Descriptor& file, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::write(file.number(), bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) {
            return false;
        }
        bytes.remove_prefix(count < 0 ? 0 : static_cast<std::size_t>(count));
    }
    return true;
}

}  // namespace

SnapshotFile::SnapshotFile(std::filesystem::path path, std::string database)
    : path_{std::move(path)}, database_{std::move(database)} {}

domain::Result<ranking::Snapshot> SnapshotFile::read() const {
    const auto refused = [this](const std::string& reason) {
        return domain::invalid("", path_.string() + ": " + reason);
    };
    const Descriptor file{path_, O_RDONLY};
    if (!file.is_open()) {
        return refused(std::generic_category().message(errno));
    }
    const auto content = content_of(file);
    if (!content) {
        return refused("cannot be read");
    }
    auto snapshot = ranking::snapshot_from(*content, database_);
    if (!snapshot) {
        return refused(snapshot.error().message);
    }
    return snapshot;
}

void SnapshotFile::write(const ranking::Snapshot& snapshot) const {
    const std::string content =
        ranking::columns_file(snapshot.rows(), snapshot.revision(), database_);
    std::filesystem::path part = path_;
    part += ".part";
    const Descriptor file{part, O_WRONLY | O_CREAT};
    // The lock goes with the descriptor; what a killed program left is written over.
    if (!file.is_open() || ::flock(file.number(), LOCK_EX | LOCK_NB) != 0 ||
        ::ftruncate(file.number(), 0) != 0 || !write_all(file, content) ||
        ::fdatasync(file.number()) != 0) {
        fail(part);
    }
    if (std::rename(part.c_str(), path_.c_str()) != 0) {
        fail(path_);
    }
}

}  // namespace matching
