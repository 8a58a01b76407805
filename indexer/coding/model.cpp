#include "indexer/coding/model.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>

namespace coding {
namespace {

static_assert(std::endian::native == std::endian::little, "figures are written as they stand");

constexpr std::string_view magic = "jobscout noc model 1\n";
constexpr float steps_max = 127;
constexpr float leak = 0.1F;

template <class Value>
void put(std::string& bytes, const Value& value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

/// Reads values one after the other; `complete` is false once there were too few bytes.
class Bytes {
public:
    explicit Bytes(std::string_view bytes) : bytes_{bytes} {}

    template <class Value>
    Value take() {
        Value value{};
        if (bytes_.size() < sizeof value) {
            complete_ = false;
            bytes_ = {};
            return value;
        }
        std::memcpy(&value, bytes_.data(), sizeof value);
        bytes_.remove_prefix(sizeof value);
        return value;
    }

    Weights take_weights() {
        Weights weights;
        weights.scale = take<float>();
        for (std::int8_t& step : weights.steps) {
            step = take<std::int8_t>();
        }
        return weights;
    }

    std::size_t left() const { return bytes_.size(); }
    bool complete() const { return complete_; }

private:
    std::string_view bytes_;
    bool complete_ = true;
};

void put_weights(std::string& bytes, const Weights& weights) {
    put(bytes, weights.scale);
    for (const std::int8_t step : weights.steps) {
        put(bytes, step);
    }
}

domain::Error refusal(const std::string_view why) {
    return {domain::ErrorKind::invalid, "not a model of occupations: " + std::string{why}, "model"};
}

float product(const std::array<float, hidden_units>& units, const Weights& weights) {
    float sum = 0;
    for (std::size_t unit = 0; unit < hidden_units; ++unit) {
        sum += units[unit] * static_cast<float>(weights.steps[unit]);
    }
    return sum * weights.scale;
}

void add(std::array<float, hidden_units>& units, const Weights& weights, const float value) {
    const float factor = weights.scale * value;
    for (std::size_t unit = 0; unit < hidden_units; ++unit) {
        units[unit] += factor * static_cast<float>(weights.steps[unit]);
    }
}

}  // namespace

std::string write_figures(const Figures& figures) {
    std::string bytes{magic};
    put(bytes, figures.thresholds.english);
    put(bytes, figures.thresholds.french);
    put(bytes, figures.temperature);
    put(bytes, static_cast<std::uint32_t>(figures.nocs.size()));
    put(bytes, static_cast<std::uint32_t>(figures.keys.size()));
    for (std::size_t at = 0; at < figures.nocs.size(); ++at) {
        put(bytes, static_cast<std::uint32_t>(figures.nocs[at].number()));
        put(bytes, figures.biases[at]);
        put_weights(bytes, figures.outputs[at]);
    }
    for (std::size_t at = 0; at < figures.keys.size(); ++at) {
        put(bytes, figures.keys[at]);
        put_weights(bytes, figures.inputs[at]);
    }
    return bytes;
}

domain::Result<Figures> read_figures(const std::string_view bytes) {
    if (!bytes.starts_with(magic)) {
        return refusal("it does not begin like one of this version");
    }
    Bytes rest{bytes.substr(magic.size())};
    Figures figures;
    figures.thresholds.english = rest.take<float>();
    figures.thresholds.french = rest.take<float>();
    figures.temperature = rest.take<float>();
    const auto nocs = rest.take<std::uint32_t>();
    const auto keys = rest.take<std::uint32_t>();
    constexpr std::size_t weights_size = sizeof(float) + hidden_units;
    const std::size_t needed = nocs * (sizeof(std::uint32_t) + sizeof(float) + weights_size) +
                               keys * (sizeof(std::uint32_t) + weights_size);
    if (!rest.complete() || rest.left() != needed) {
        return refusal("its length is not what its beginning says");
    }
    if (nocs == 0 || !(figures.temperature > 0)) {
        return refusal("it has no unit groups or no temperature above 0");
    }
    for (std::uint32_t at = 0; at < nocs; ++at) {
        const auto number = rest.take<std::uint32_t>();
        if (number > 99'999 || number / 1000 % 10 > 5) {
            return refusal(std::to_string(number) + " is no unit group");
        }
        figures.nocs.push_back(domain::NocCode::from_number(static_cast<int>(number)));
        figures.biases.push_back(rest.take<float>());
        figures.outputs.push_back(rest.take_weights());
    }
    for (std::uint32_t at = 0; at < keys; ++at) {
        figures.keys.push_back(rest.take<std::uint32_t>());
        figures.inputs.push_back(rest.take_weights());
    }
    return figures;
}

Weights quantised(const std::array<float, hidden_units>& weights) {
    float largest = 0;
    for (const float weight : weights) {
        largest = std::max(largest, std::abs(weight));
    }
    Weights result;
    result.scale = largest / steps_max;
    for (std::size_t unit = 0; unit < hidden_units && largest > 0; ++unit) {
        result.steps[unit] =
            static_cast<std::int8_t>(std::lround(weights[unit] / largest * steps_max));
    }
    return result;
}

Model::Model(Figures figures) : figures_{std::move(figures)} {
    assert(!figures_.nocs.empty());
    rows_.reserve(figures_.keys.size());
    for (std::size_t row = 0; row < figures_.keys.size(); ++row) {
        rows_.emplace(figures_.keys[row], static_cast<std::uint32_t>(row));
    }
}

std::vector<float> Model::scores(const std::vector<Feature>& features) const {
    std::array<float, hidden_units> units{};
    for (const Feature& feature : features) {
        if (const auto row = rows_.find(feature.key); row != rows_.end()) {
            add(units, figures_.inputs[row->second], feature.value);
        }
    }
    for (float& unit : units) {
        unit = unit > 0 ? unit : leak * unit;
    }
    std::vector<float> scores(figures_.nocs.size());
    for (std::size_t at = 0; at < scores.size(); ++at) {
        scores[at] =
            (product(units, figures_.outputs[at]) + figures_.biases[at]) / figures_.temperature;
    }
    return scores;
}

void Model::to_probabilities(std::vector<float>& scores) {
    const float highest = *std::max_element(scores.begin(), scores.end());
    float sum = 0;
    for (float& score : scores) {
        score = std::exp(score - highest);
        sum += score;
    }
    for (float& score : scores) {
        score /= sum;
    }
}

std::vector<float> Model::probabilities(const std::vector<Feature>& features) const {
    std::vector<float> result = scores(features);
    to_probabilities(result);
    return result;
}

}  // namespace coding
