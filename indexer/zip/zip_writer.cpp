#include "indexer/zip/zip_writer.hpp"

#include <sys/types.h>

#include <archive.h>
#include <archive_entry.h>
#include <memory>
#include <stdexcept>

namespace zip {
namespace {

struct Free {
    void operator()(archive* handle) const { archive_write_free(handle); }
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

la_ssize_t append(archive*, void* out, const void* bytes, const std::size_t size) {
    static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), size);
    return static_cast<la_ssize_t>(size);
}

void check(archive* handle, const int status) {
    if (status != ARCHIVE_OK) {
        const char* message = archive_error_string(handle);
        throw std::runtime_error{message == nullptr ? "cannot write an archive" : message};
    }
}

void write(archive* handle, const Entry& entry) {
    constexpr int readable = 0644;
    // Without a time, an entry is of the first day that ZIP knows, in whatever time zone.
    const std::unique_ptr<archive_entry, Free> header{archive_entry_new()};
    archive_entry_set_pathname(header.get(), entry.name.c_str());
    archive_entry_set_size(header.get(), static_cast<la_int64_t>(entry.content.size()));
    archive_entry_set_filetype(header.get(), AE_IFREG);
    archive_entry_set_perm(header.get(), readable);
    check(handle, archive_write_header(handle, header.get()));
    const auto written = archive_write_data(handle, entry.content.data(), entry.content.size());
    if (written != static_cast<la_ssize_t>(entry.content.size())) {
        check(handle, ARCHIVE_FATAL);
    }
}

}  // namespace

std::string archive_of(const std::vector<Entry>& entries) {
    std::string bytes;
    const std::unique_ptr<archive, Free> handle{archive_write_new()};
    check(handle.get(), archive_write_set_format_zip(handle.get()));
    check(handle.get(), archive_write_zip_set_compression_deflate(handle.get()));
    check(handle.get(), archive_write_set_bytes_per_block(handle.get(), 0));
    check(handle.get(), archive_write_open(handle.get(), &bytes, nullptr, append, nullptr));
    for (const Entry& entry : entries) {
        write(handle.get(), entry);
    }
    check(handle.get(), archive_write_close(handle.get()));
    return bytes;
}

}  // namespace zip
