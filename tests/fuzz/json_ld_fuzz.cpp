// Any bytes as a JSON document of postings: it holds postings or the reason why not, and what comes
// out is text.

#include "indexer/sources/document.hpp"
#include "indexer/sources/text.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, const std::size_t size) {
    const std::string_view input{reinterpret_cast<const char*>(data), size};
    const auto check = [](const bool holds) {
        if (!holds) {
            std::abort();
        }
    };
    std::size_t found = 0;
    sources::read_json_document(
        input,
        "fuzz",
        {.record =
             [&](const sources::Record& record) {
                 ++found;
                 check(sources::is_text(record.raw));
                 check(!record.posting.get(sources::Field::source_id).empty());
                 for (std::size_t field = 0; field < sources::field_count; ++field) {
                     for (const auto& value :
                          record.posting.all(static_cast<sources::Field>(field))) {
                         check(sources::is_text(value));
                     }
                 }
             },
         .unreadable =
             [&](const sources::Unreadable& unreadable) {
                 ++found;
                 check(sources::is_text(unreadable.raw));
                 check(!unreadable.reason.empty());
             },
         .progress = {}}
    );
    check(found > 0);
    return 0;
}
