// What counting a request costs, held against writing its line of the log, and what a monitor's
// question costs once every route has been asked for with several outcomes.

#include "services/api/log.hpp"
#include "services/metrics/page.hpp"
#include "services/metrics/requests.hpp"

#include <benchmark/benchmark.h>
#include <spdlog/sinks/null_sink.h>
#include <spdlog/spdlog.h>

#include <string>
#include <vector>

namespace {

constexpr std::size_t routes = 150;

/// Names as long as ours, each with four outcomes.
std::vector<std::string> names() {
    std::vector<std::string> all;
    for (std::size_t route = 0; route < routes; ++route) {
        all.push_back("/v1/candidates/{id:uuid}/things-" + std::to_string(route));
    }
    return all;
}

std::vector<http::Exchange> exchanges(const std::vector<std::string>& names) {
    std::vector<http::Exchange> all;
    for (const std::string& name : names) {
        for (const unsigned status : {200U, 304U, 404U, 503U}) {
            http::Exchange exchange;
            exchange.method = "GET";
            exchange.route = name;
            exchange.status = status;
            exchange.duration = std::chrono::microseconds{status * 10};
            exchange.request_id = "1695153297-6";
            exchange.trace_id = "2782322d068435df2726d8ad69ac1eac";
            exchange.span_id = "e6b3cceef9a83a14";
            all.push_back(exchange);
        }
    }
    return all;
}

void count_a_request(benchmark::State& state) {
    const auto routes_asked = names();
    const auto asked = exchanges(routes_asked);
    metrics::Requests requests;
    std::size_t next = 0;
    for (auto _ : state) {
        requests.observe(asked[next]);
        next = (next + 1) % asked.size();
    }
}
BENCHMARK(count_a_request);

void write_its_line_of_the_log(benchmark::State& state) {
    spdlog::set_default_logger(spdlog::null_logger_mt("bench"));
    const auto routes_asked = names();
    const auto asked = exchanges(routes_asked);
    std::size_t next = 0;
    for (auto _ : state) {
        api::log_exchange(asked[next]);
        next = (next + 1) % asked.size();
    }
    spdlog::drop("bench");
}
BENCHMARK(write_its_line_of_the_log);

void tell_a_monitor_of_600_series(benchmark::State& state) {
    const auto routes_asked = names();
    metrics::Requests requests;
    for (const http::Exchange& exchange : exchanges(routes_asked)) {
        requests.observe(exchange);
    }
    for (auto _ : state) {
        metrics::Page page;
        page.add(requests.collect());
        benchmark::DoNotOptimize(page.text());
    }
}
BENCHMARK(tell_a_monitor_of_600_series)->Unit(benchmark::kMillisecond);

}  // namespace
