#include "services/packages/process.hpp"
#include "services/packages/throw_errno.hpp"

#include <sys/stat.h>

#include <fcntl.h>
#include <fstream>
#include <system_error>
#include <unistd.h>

namespace packages {
namespace {

struct Descriptor {
    int number = -1;
    ~Descriptor() {
        if (number >= 0) {
            close(number);
        }
    }
};

}  // namespace

PrivateFolder::PrivateFolder(const std::filesystem::path& parent) {
    std::string pattern = (parent / "jobscout-package-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) {
        throw_errno("cannot make a folder in " + parent.string());
    }
    path_ = pattern;
    if (geteuid() == 0 && chown(path_.c_str(), nobody, nobody) != 0) {
        throw_errno("cannot hand over a folder");
    }
}

PrivateFolder::~PrivateFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

void PrivateFolder::write(const std::string& name, const std::string_view content) const {
    std::ofstream file{path_ / name, std::ios::binary | std::ios::trunc};
    file << content;
    file.close();
    if (!file) {
        throw_errno("cannot write " + name);
    }
}

std::string PrivateFolder::read(const std::string& name) const {
    const Descriptor file{
        open((path_ / name).c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)};
    struct stat status {};
    if (file.number < 0 || fstat(file.number, &status) != 0) {
        throw_errno("a program has not written " + name);
    }
    if (!S_ISREG(status.st_mode)) {
        throw std::runtime_error{name + " is no plain file"};
    }
    std::string content(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t got = 0;
    while (got < content.size()) {
        const ssize_t count = ::read(file.number, content.data() + got, content.size() - got);
        if (count < 0) {
            throw_errno("cannot read " + name);
        }
        if (count == 0) {
            break;
        }
        got += static_cast<std::size_t>(count);
    }
    content.resize(got);
    return content;
}

}  // namespace packages
