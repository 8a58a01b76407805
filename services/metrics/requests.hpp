#pragma once

#include "services/http/server.hpp"

#include <prometheus/metric_family.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
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
    /// What series are told apart by.
    struct Kind {
        std::string method;
        std::string route;
        unsigned status = 0;
        bool secure = false;
    };
    struct Before {
        using is_transparent = void;  // NOLINT(readability-identifier-naming): by the standard
        template <class Left, class Right>
        bool operator()(const Left& left, const Right& right) const {
            return members(left) < members(right);
        }
        /// Of a Kind or an http::Exchange.
        template <class Kind>
        static auto members(const Kind& kind) {
            using Text = std::string_view;
            return std::tuple{Text{kind.method}, Text{kind.route}, kind.status, kind.secure};
        }
    };

    prometheus::Histogram& durations(const http::Exchange& exchange);

    std::shared_ptr<prometheus::Registry> registry_;
    std::map<Kind, prometheus::Histogram*, Before> kinds_;
};

}  // namespace metrics
