#include "services/api/log.hpp"

#include "indexer/logging/log.hpp"

#include <boost/json/monotonic_resource.hpp>

#include <array>
#include <cstddef>

namespace api {

void log_exchange(const http::Exchange& exchange) {
    constexpr std::size_t usual_bytes = 2'048;
    std::array<unsigned char, usual_bytes> usual{};
    boost::json::monotonic_resource memory{usual.data(), usual.size()};
    boost::json::object members{
        {
            {"method", exchange.method},
            {"route", exchange.route},
            {"status", exchange.status},
            {"duration_us", exchange.duration.count()},
            {"body_bytes", exchange.body_bytes},
            {"request_id", exchange.request_id},
            {"trace_id", exchange.trace_id},
            {"span_id", exchange.span_id},
        },
        &memory};
    if (!exchange.parent_id.empty()) {
        members["parent_id"] = exchange.parent_id;
    }
    const bool failed = !exchange.failure.empty();
    if (failed) {
        members["failure"] = exchange.failure;
    }
    logging::line(failed ? logging::Level::error : logging::Level::info, "request", members);
}

void log_event(const std::string_view event, const std::string_view failure) {
    if (failure.empty()) {
        logging::line(logging::Level::info, event);
    } else {
        logging::line(logging::Level::error, event, {{"failure", failure}});
    }
}

}  // namespace api
