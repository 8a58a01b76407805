#include "indexer/logging/log.hpp"

#include <boost/json/serialize.hpp>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <string_view>
#include <utility>

namespace logging {

void start(const std::string& program) {
    auto logger = spdlog::stderr_logger_mt(program);
    logger->set_pattern(
        R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v)", spdlog::pattern_time_type::utc
    );
    logger->flush_on(spdlog::level::info);
    spdlog::set_default_logger(std::move(logger));
}

void line(const Level level, const std::string_view event, const boost::json::object& members) {
    // The pattern of the logger opens the object.
    std::string text = "\"event\":" + boost::json::serialize(boost::json::string{event});
    text.append(members.empty() ? "" : ",");
    text.append(std::string_view{boost::json::serialize(members)}.substr(1));
    spdlog::log(
        level == Level::error ? spdlog::level::err : spdlog::level::info, std::string_view{text}
    );
}

}  // namespace logging
