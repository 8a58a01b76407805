#pragma once

#include <prometheus/metric_family.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace metrics {

/// The value of one set of labels.
struct Sample {
    std::vector<std::pair<std::string, std::string>> labels;
    double value = 0;
};

/// What a monitor reads: families of metrics in Prometheus' text format.
class Page {
public:
    static constexpr std::string_view content_type = "text/plain; version=0.0.4; charset=utf-8";

    /// `name` and labels are of the form that Prometheus takes; families are told apart by it.
    void gauge(std::string name, std::string help, double value);
    void gauges(std::string name, std::string help, const std::vector<Sample>& samples);
    void counter(std::string name, std::string help, double value);
    void counters(std::string name, std::string help, const std::vector<Sample>& samples);

    void add(std::vector<prometheus::MetricFamily> families);

    std::string text() const;

private:
    std::vector<prometheus::MetricFamily> families_;
};

}  // namespace metrics
