#include "services/api/log.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace api {
namespace {

/// The pattern of the logger opens the object.
void write(const spdlog::level::level_enum level, const boost::json::object& members) {
    spdlog::log(level, std::string_view{boost::json::serialize(members)}.substr(1));
}

}  // namespace

void start_log() {
    auto logger = spdlog::stderr_logger_mt("api");
    logger->set_pattern(
        R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v)", spdlog::pattern_time_type::utc
    );
    logger->flush_on(spdlog::level::info);
    spdlog::set_default_logger(std::move(logger));
}

void log_exchange(const http::Exchange& exchange) {
    boost::json::object members{
        {"event", "request"},
        {"method", exchange.method},
        {"route", exchange.route},
        {"status", exchange.status},
        {"duration_us", exchange.duration.count()},
        {"body_bytes", exchange.body_bytes},
        {"request_id", exchange.request_id},
    };
    if (!exchange.failure.empty()) {
        members["failure"] = exchange.failure;
    }
    write(exchange.failure.empty() ? spdlog::level::info : spdlog::level::err, members);
}

void log_event(const std::string_view event) { write(spdlog::level::info, {{"event", event}}); }

void log_failure(const std::string_view event, const std::string_view failure) {
    write(spdlog::level::err, {{"event", event}, {"failure", failure}});
}

}  // namespace api
