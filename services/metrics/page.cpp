#include "services/metrics/page.hpp"

#include <prometheus/text_serializer.h>

#include <iterator>

namespace metrics {
namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;

MetricFamily family(
    std::string name, std::string help, const MetricType type, const std::vector<Sample>& samples
) {
    MetricFamily family{
        .name = std::move(name), .help = std::move(help), .type = type, .metric = {}};
    for (const Sample& sample : samples) {
        ClientMetric metric;
        for (const auto& [label, value] : sample.labels) {
            metric.label.push_back({.name = label, .value = value});
        }
        (type == MetricType::Counter ? metric.counter.value : metric.gauge.value) = sample.value;
        family.metric.push_back(std::move(metric));
    }
    return family;
}

}  // namespace

void Page::gauge(std::string name, std::string help, const double value) {
    gauges(std::move(name), std::move(help), {Sample{.labels = {}, .value = value}});
}

void Page::gauges(std::string name, std::string help, const std::vector<Sample>& samples) {
    families_.push_back(family(std::move(name), std::move(help), MetricType::Gauge, samples));
}

void Page::counter(std::string name, std::string help, const double value) {
    counters(std::move(name), std::move(help), {Sample{.labels = {}, .value = value}});
}

void Page::counters(std::string name, std::string help, const std::vector<Sample>& samples) {
    families_.push_back(family(std::move(name), std::move(help), MetricType::Counter, samples));
}

void Page::add(std::vector<MetricFamily> families) {
    families_.insert(
        families_.end(),
        std::make_move_iterator(families.begin()),
        std::make_move_iterator(families.end())
    );
}

std::string Page::text() const { return prometheus::TextSerializer{}.Serialize(families_); }

}  // namespace metrics
