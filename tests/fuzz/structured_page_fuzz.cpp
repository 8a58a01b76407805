// Any bytes as a page with microdata or RDFa: each posting is an object that serves as JSON-LD, and
// what comes out is text.

#include "indexer/sources/json_ld.hpp"
#include "indexer/sources/structured_page.hpp"
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
    const auto page = sources::Page::parse(sources::page_text(input));
    if (!page) {
        return 0;
    }
    for (const auto& postings :
         {sources::microdata_postings(*page), sources::rdfa_postings(*page)}) {
        for (const auto& posting : postings) {
            check(posting.is_object());
            const auto raw = sources::posting_from_json_ld(posting, {});
            for (std::size_t field = 0; field < sources::field_count; ++field) {
                for (const auto& value : raw.all(static_cast<sources::Field>(field))) {
                    check(sources::is_text(value));
                }
            }
        }
    }
    return 0;
}
