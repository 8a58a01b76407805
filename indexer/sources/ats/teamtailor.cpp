#include "indexer/sources/ats/fields.hpp"
#include "indexer/sources/ats/readers.hpp"
#include "indexer/sources/json_ld.hpp"
#include "indexer/sources/json_value.hpp"

namespace sources::ats {

/// A JSON feed in which each item carries schema.org's JobPosting.
RawPosting read_teamtailor(const boost::json::value& record, const FeedFacts&) {
    const auto* posting = member(record, "_jobposting");
    auto raw = posting_from_json_ld(
        posting == nullptr ? boost::json::value{} : *posting,
        {.url = text_under(record, "url"), .language = {}}
    );
    // The identifier is the employer's, by name and number.
    if (posting != nullptr && raw.get(Field::employer).empty()) {
        raw.add(Field::employer, text_at(*posting, "identifier.name"));
    }
    if (raw.get(Field::description).empty()) {
        raw.add(Field::description, text_under(record, "content_html"));
    }
    return raw;
}

}  // namespace sources::ats
