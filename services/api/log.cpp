#include "services/api/log.hpp"

#include "services/logging/log.hpp"

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
    };
    const bool failed = !exchange.failure.empty();
    if (failed) {
        members["failure"] = exchange.failure;
    }
    logging::line(
        failed ? logging::Level::error : logging::Level::info, "request", std::move(members)
    );
}

}  // namespace api
