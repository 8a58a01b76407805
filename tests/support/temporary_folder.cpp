#include "tests/support/temporary_folder.hpp"

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>
#include <system_error>

namespace support {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
    std::string form = (fs::temp_directory_path() / "jobscout-XXXXXX").string();
    if (mkdtemp(form.data()) == nullptr) {
        throw std::system_error{errno, std::generic_category(), form};
    }
    path_ = form;
    fs::permissions(
        path_,
        fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec |
            fs::perms::others_read | fs::perms::others_exec
    );
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

fs::path TemporaryFolder::write(const std::string_view name, const std::string_view content) const {
    const fs::path file = path_ / name;
    fs::create_directories(file.parent_path());
    std::ofstream stream{file, std::ios::binary};
    stream << content;
    stream.close();
    if (!stream) {
        throw std::runtime_error{"cannot write " + file.string()};
    }
    return file;
}

}  // namespace support
