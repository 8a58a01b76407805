#include "services/api/log.hpp"

#include "indexer/logging/log.hpp"

#include <utility>

namespace api {

void log_exchange(const http::Exchange& exchange) {
    boost::json::object members{
        {"method", exchange.method},
        {"route", exchange.route},
        {"status", exchange.status},
        {"duration_us", exchange.duration.count()},
        {"body_bytes", exchange.body_bytes},
        {"request_id", exchange.request_id},
        {"trace_id", exchange.trace_id},
        {"span_id", exchange.span_id},
    };
    if (!exchange.parent_id.empty()) {
        members["parent_id"] = exchange.parent_id;
    }
    const bool failed = !exchange.failure.empty();
    if (failed) {
        members["failure"] = exchange.failure;
    }
    logging::line(
        failed ? logging::Level::error : logging::Level::info, "request", std::move(members)
    );
}

void log_event(const std::string_view event, const std::string_view failure) {
    if (failure.empty()) {
        logging::line(logging::Level::info, event);
    } else {
        logging::line(logging::Level::error, event, {{"failure", failure}});
    }
}

}  // namespace api
