#pragma once

#include "services/http/server.hpp"

#include <prometheus/metric_family.h>

#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

namespace prometheus {
class Histogram;
class Registry;
}  // namespace prometheus

namespace metrics {

/// How long requests took, by method, route and status: OpenTelemetry's
/// `http.server.request.duration` (https://opentelemetry.io/docs/specs/semconv/http/http-metrics),
/// under the name and with the labels that Prometheus gives it. What found no route has no
/// `http_route`.
class Requests {
public:
    Requests();
    ~Requests();
    Requests(const Requests&) = delete;
    Requests& operator=(const Requests&) = delete;

    /// One caller at a time.
    void observe(const http::Exchange& exchange);

    /// From any thread.
    std::vector<prometheus::MetricFamily> collect() const;

private:
    /// Method, route, status, over TLS.
    using Kind = std::tuple<std::string, std::string, unsigned, bool>;

    prometheus::Histogram& durations(const http::Exchange& exchange);

    std::shared_ptr<prometheus::Registry> registry_;
    std::map<Kind, prometheus::Histogram*, std::less<>> kinds_;
};

}  // namespace metrics
