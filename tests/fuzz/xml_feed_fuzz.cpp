// Any bytes as an XML feed: what comes out is text, in the order of the file, and nothing that the
// file declares itself is in it.

#include "indexer/sources/read.hpp"
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
        std::filesystem::temp_directory_path() / ("xml_feed_fuzz." + std::to_string(::getpid()));
    static const int removed_at_exit = std::atexit([] { std::filesystem::remove(scratch_file()); });
    check(removed_at_exit == 0);
    return file;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, const std::size_t size) {
    const std::string_view input{reinterpret_cast<const char*>(data), size};
    std::ofstream{scratch_file(), std::ios::binary} << input;
    std::int64_t line = 0;
    const auto in_order = [&line](const sources::Origin& origin) {
        check(origin.line >= line);
        line = origin.line;
    };
    std::size_t bytes_out = 0;
    const auto read = sources::read(
        {.path = scratch_file(),
         .mapping = std::nullopt,
         .name = {},
         .facts = {.employer = "Stated", .address = "https://acme.example/feed.xml"}},
        {.record =
             [&](const sources::Record& record) {
                 in_order(record.origin);
                 check(sources::is_text(record.raw));
                 bytes_out += record.raw.size();
                 for (std::size_t field = 0; field < sources::field_count; ++field) {
                     for (const auto& value :
                          record.posting.all(static_cast<sources::Field>(field))) {
                         check(sources::is_text(value));
                     }
                 }
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
    // A byte that is no text becomes a character of three; gzip may unfold.
    const bool plain = !input.starts_with("\x1F\x8B");
    check(!plain || bytes_out <= 3 * size);
    return 0;
}
