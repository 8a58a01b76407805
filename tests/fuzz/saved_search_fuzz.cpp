#include "matcher/document/json.hpp"
#include "services/wire/saved_search_json.hpp"
#include "services/wire/shown_candidate_json.hpp"
#include "services/worker/alerts.hpp"

#include <boost/json/value.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

/// Whatever the bytes: reading ends with a value or an error, and a query that was read can be
/// stored, read again and stored to the same bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, const std::size_t size) {
    const std::string text{reinterpret_cast<const char*>(data), size};
    if (const auto progress = worker::alert_progress_from(text)) {
        const std::string written = worker::to_json(*progress);
        if (worker::to_json(worker::alert_progress_from(written).value()) != written) {
            std::abort();
        }
    }
    const auto value = document::parse(text);
    if (!value) {
        return 0;
    }
    const auto consent = wire::consent_from(*value);
    const auto terms = wire::saved_search_from(*value);
    if (!terms) {
        if (terms.error().message.empty() || (!consent && consent.error().message.empty())) {
            std::abort();
        }
        return 0;
    }
    if (terms->query) {
        const boost::json::object again{
            {"name", terms->name}, {"query", document::parse(*terms->query).value()}};
        if (wire::saved_search_from(again).value().query != terms->query) {
            std::abort();
        }
        wire::search_query_from(*terms->query).value();
    }
    return 0;
}
