#include "indexer/reference_data/zip_member.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <utility>

namespace reference_data {

struct ZipMember::Archive {
    Archive() : handle{archive_read_new()} { archive_read_support_format_zip(handle); }
    ~Archive() { archive_read_free(handle); }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    std::string failure() const {
        const char* message = archive_error_string(handle);
        return message == nullptr ? "unknown reason" : message;
    }

    archive* handle;
};

ZipMember::ZipMember(std::unique_ptr<Archive> archive) : archive_{std::move(archive)} {}
ZipMember::~ZipMember() = default;
ZipMember::ZipMember(ZipMember&&) noexcept = default;
ZipMember& ZipMember::operator=(ZipMember&&) noexcept = default;

domain::Result<ZipMember> ZipMember::open(
    const std::filesystem::path& file, const std::string& name
) {
    constexpr std::size_t block_bytes = 64 * std::size_t{1024};
    auto archive = std::make_unique<Archive>();
    if (archive_read_open_filename(archive->handle, file.c_str(), block_bytes) != ARCHIVE_OK) {
        return domain::invalid("", file.string() + ": " + archive->failure());
    }
    archive_entry* entry = nullptr;
    int status = ARCHIVE_OK;
    while ((status = archive_read_next_header(archive->handle, &entry)) == ARCHIVE_OK) {
        const char* path = archive_entry_pathname(entry);
        if (path != nullptr && name == path) {
            return ZipMember{std::move(archive)};
        }
    }
    if (status != ARCHIVE_EOF) {
        return domain::invalid("", file.string() + ": " + archive->failure());
    }
    return domain::invalid("", file.string() + ": is no workbook, for it has no " + name);
}

std::ptrdiff_t ZipMember::read(char* buffer, const std::size_t size) {
    const auto read = archive_read_data(archive_->handle, buffer, size);
    if (read < 0) {
        failure_ = archive_->failure();
        return -1;
    }
    bytes_read_ += static_cast<std::size_t>(read);
    if (bytes_read_ > member_bytes_max) {
        failure_ = "unpacks to more than " + std::to_string(member_bytes_max) + " bytes";
        return -1;
    }
    return static_cast<std::ptrdiff_t>(read);
}

}  // namespace reference_data
