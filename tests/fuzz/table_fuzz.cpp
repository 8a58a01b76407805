// A mapping file, a zero byte, then a table in any bytes: the mapping is refused or reads the
// table, and what comes out is text.

#include "indexer/sources/mapping.hpp"
#include "indexer/sources/table.hpp"
#include "indexer/sources/text.hpp"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace {

void check(const bool holds) {
    if (!holds) {
        std::abort();
    }
}

const std::filesystem::path& scratch_file() {
    static const auto file =
        std::filesystem::temp_directory_path() / ("table_fuzz." + std::to_string(::getpid()));
    static const int removed_at_exit = std::atexit([] { std::filesystem::remove(scratch_file()); });
    check(removed_at_exit == 0);
    return file;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, const std::size_t size) {
    const std::string_view input{reinterpret_cast<const char*>(data), size};
    const auto end = std::min(input.find('\0'), input.size());
    const auto mapping = sources::mapping_from(input.substr(0, end));
    if (!mapping) {
        check(!mapping.error().message.empty());
        return 0;
    }
    std::ofstream{scratch_file(), std::ios::binary}
        << input.substr(std::min(end + 1, input.size()));
    std::int64_t line = 0;
    const auto in_order = [&line](const sources::Origin& origin) {
        check(origin.line >= line);
        line = origin.line;
    };
    const auto read = sources::read_table(
        scratch_file(),
        *mapping,
        {.record =
             [&](const sources::Record& record) {
                 in_order(record.origin);
                 check(sources::is_text(record.raw));
             },
         .unreadable =
             [&](const sources::Unreadable& unreadable) {
                 in_order(unreadable.origin);
                 check(sources::is_text(unreadable.raw));
                 check(!unreadable.reason.empty());
             },
         .progress = {}}
    );
    check(read || !read.error().message.empty());
    return 0;
}
