#include "tests/sources/reading.hpp"

#include <gtest/gtest.h>

#include <archive.h>
#include <archive_entry.h>

std::vector<std::string> Reading::values(const sources::Field field) const {
    EXPECT_EQ(records.size(), 1U);
    return records.empty() ? std::vector<std::string>{} : records.front().posting.all(field);
}

std::string Reading::value(const sources::Field field) const {
    const auto all = values(field);
    return all.empty() ? std::string{} : all.front();
}

std::vector<std::string> Reading::reasons() const {
    std::vector<std::string> reasons;
    for (const auto& each : unreadable) {
        reasons.push_back(std::to_string(each.origin.line) + ": " + each.reason);
    }
    return reasons;
}

Reading reading_of(const sources::SourceFile& file) {
    Reading reading;
    const auto done = sources::read(
        file,
        {.record = [&](sources::Record record) { reading.records.push_back(std::move(record)); },
         .unreadable = [&](sources::Unreadable each
                       ) { reading.unreadable.push_back(std::move(each)); },
         .progress =
             [&](const std::int64_t read, const std::int64_t total) {
                 EXPECT_GE(read, reading.bytes_read);
                 reading.bytes_read = read;
                 reading.bytes_total = total;
             }}
    );
    EXPECT_TRUE(done) << done.error().message;
    return reading;
}

std::string gzipped(const std::string_view content) {
    std::string compressed(content.size() + 1024, '\0');
    std::size_t used = 0;
    archive* writer = archive_write_new();
    archive_write_add_filter_gzip(writer);
    archive_write_set_format_raw(writer);
    archive_write_set_bytes_in_last_block(writer, 1);
    archive_write_open_memory(writer, compressed.data(), compressed.size(), &used);
    archive_entry* entry = archive_entry_new();
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(writer, entry);
    archive_write_data(writer, content.data(), content.size());
    archive_entry_free(entry);
    archive_write_close(writer);
    archive_write_free(writer);
    compressed.resize(used);
    return compressed;
}

std::filesystem::path fixture(const std::string_view name) {
    return std::filesystem::path{REPOSITORY_ROOT} / "tests/sources/fixtures" / name;
}

std::filesystem::path shared_data() {
    return std::filesystem::path{REPOSITORY_ROOT} / "../shared/data";
}
