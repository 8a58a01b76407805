// Any bytes as the JSON of an applicant tracking system: every record is a posting with an
// employer, a link and an identifier, or is told with the reason why not.

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
    sources::read_json_document(
        input,
        "fuzz",
        {.record =
             [&](const sources::Record& record) {
                 check(sources::is_text(record.raw));
                 check(!record.posting.get(sources::Field::employer).empty());
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
                 check(sources::is_text(unreadable.raw));
                 check(!unreadable.reason.empty());
             },
         .progress = {}},
        {.employer = "Stated",
         .address = "https://acme.example/wday/cxs/acme/Site/jobs?finder=x;siteNumber=CX_1"}
    );
    return 0;
}
