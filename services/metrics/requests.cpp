#include "services/metrics/requests.hpp"

#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <chrono>
#include <utility>

namespace metrics {
namespace {

/// In seconds; the bounds that OpenTelemetry asks for.
const prometheus::Histogram::BucketBoundaries bounds{
    0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10};

}  // namespace

Requests::Requests() : registry_{std::make_shared<prometheus::Registry>()} {}
Requests::~Requests() = default;

void Requests::observe(const http::Exchange& exchange) {
    durations(exchange).Observe(std::chrono::duration<double>{exchange.duration}.count());
}

std::vector<prometheus::MetricFamily> Requests::collect() const { return registry_->Collect(); }

prometheus::Histogram& Requests::durations(const http::Exchange& exchange) {
    const auto known = kinds_.find(exchange);
    if (known != kinds_.end()) {
        return *known->second;
    }
    prometheus::Labels labels{
        {"http_request_method", std::string{exchange.method}},
        {"http_response_status_code", std::to_string(exchange.status)},
        {"url_scheme", exchange.secure ? "https" : "http"}};
    if (!exchange.route.empty()) {
        labels["http_route"] = exchange.route;
    }
    auto& family = prometheus::BuildHistogram()
                       .Name("http_server_request_duration_seconds")
                       .Help("From the last byte of a request to the last of its answer.")
                       .Register(*registry_);
    prometheus::Histogram& histogram = family.Add(labels, bounds);
    Kind kind{
        .method = std::string{exchange.method},
        .route = std::string{exchange.route},
        .status = exchange.status,
        .secure = exchange.secure};
    kinds_.emplace(std::move(kind), &histogram);
    return histogram;
}

}  // namespace metrics
