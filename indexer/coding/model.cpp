#include "indexer/coding/model.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>

namespace coding {
namespace {

static_assert(std::endian::native == std::endian::little, "figures are written as they stand");

constexpr std::string_view magic = "jobscout noc model 3\n";
constexpr float output_steps_max = 127;
constexpr float input_steps_max = 7;
constexpr int nibble_of_zero = 8;
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

    template <class Weights, class Steps>
    Weights take_weights(Steps Weights::*const steps) {
        Weights weights;
        weights.scale = take<float>();
        weights.*steps = take<Steps>();
        return weights;
    }

    std::size_t left() const { return bytes_.size(); }
    bool complete() const { return complete_; }

private:
    std::string_view bytes_;
    bool complete_ = true;
};

domain::Error refusal(const std::string_view why) {
    return {domain::ErrorKind::invalid, "not a model of occupations: " + std::string{why}, "model"};
}

/// The two steps of every byte.
constexpr auto steps_of_bytes = [] {
    std::array<std::array<float, 2>, 256> steps{};
    for (int byte = 0; byte < 256; ++byte) {
        steps.at(static_cast<std::size_t>(byte)) = {
            static_cast<float>((byte & 15) - nibble_of_zero),
            static_cast<float>((byte >> 4) - nibble_of_zero)};
    }
    return steps;
}();

void add(std::array<float, hidden_units>& units, const InputWeights& weights, const float value) {
    const float factor = weights.scale * value;
    for (std::size_t pair = 0; pair < weights.nibbles.size(); ++pair) {
        const auto& steps = steps_of_bytes[weights.nibbles[pair]];
        units[2 * pair] += factor * steps[0];
        units[2 * pair + 1] += factor * steps[1];
    }
}

/// In a function of its own, so that the compiler knows that the two do not overlap and takes
/// several at a time.
void add_scaled(std::vector<float>& sums, const float* const values, const float factor) {
    float* __restrict const to = sums.data();
    const float* __restrict const from = values;
    const std::size_t count = sums.size();
    for (std::size_t at = 0; at < count; ++at) {
        to[at] += factor * from[at];
    }
}

float largest_of(const std::array<float, hidden_units>& weights) {
    float largest = 0;
    for (const float weight : weights) {
        largest = std::max(largest, std::abs(weight));
    }
    return largest;
}

}  // namespace

std::string write_figures(const Figures& figures) {
    std::string bytes{magic};
    put(bytes, figures.thresholds.english);
    put(bytes, figures.thresholds.french);
    put(bytes, static_cast<std::uint32_t>(figures.nocs.size()));
    put(bytes, static_cast<std::uint32_t>(figures.keys.size()));
    for (std::size_t at = 0; at < figures.nocs.size(); ++at) {
        put(bytes, static_cast<std::uint32_t>(figures.nocs[at].number()));
        put(bytes, figures.biases[at]);
        put(bytes, figures.outputs[at].scale);
        put(bytes, figures.outputs[at].steps);
    }
    for (std::size_t at = 0; at < figures.keys.size(); ++at) {
        put(bytes, figures.keys[at]);
        put(bytes, figures.inputs[at].scale);
        put(bytes, figures.inputs[at].nibbles);
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
    const auto nocs = rest.take<std::uint32_t>();
    const auto keys = rest.take<std::uint32_t>();
    constexpr std::size_t output_size = sizeof(std::uint32_t) + 2 * sizeof(float) + hidden_units;
    constexpr std::size_t input_size = sizeof(std::uint32_t) + sizeof(float) + hidden_units / 2;
    const std::size_t needed = nocs * output_size + keys * input_size;
    if (!rest.complete() || rest.left() != needed) {
        return refusal("its length is not what its beginning says");
    }
    if (nocs == 0) {
        return refusal("it has no unit groups");
    }
    for (std::uint32_t at = 0; at < nocs; ++at) {
        const auto number = rest.take<std::uint32_t>();
        if (number > 99'999 || number / 1000 % 10 > 5) {
            return refusal(std::to_string(number) + " is no unit group");
        }
        figures.nocs.push_back(domain::NocCode::from_number(static_cast<int>(number)));
        figures.biases.push_back(rest.take<float>());
        figures.outputs.push_back(rest.take_weights(&OutputWeights::steps));
    }
    for (std::uint32_t at = 0; at < keys; ++at) {
        figures.keys.push_back(rest.take<std::uint32_t>());
        figures.inputs.push_back(rest.take_weights(&InputWeights::nibbles));
    }
    return figures;
}

OutputWeights output_weights(const std::array<float, hidden_units>& weights) {
    OutputWeights result;
    result.scale = largest_of(weights) / output_steps_max;
    for (std::size_t unit = 0; unit < hidden_units && result.scale > 0; ++unit) {
        result.steps[unit] = static_cast<std::int8_t>(std::lround(weights[unit] / result.scale));
    }
    return result;
}

InputWeights input_weights(const std::array<float, hidden_units>& weights) {
    InputWeights result;
    result.scale = largest_of(weights) / input_steps_max;
    const auto nibble = [&result](const float weight) {
        const long step = result.scale > 0 ? std::lround(weight / result.scale) : 0;
        return static_cast<unsigned>(step + nibble_of_zero);
    };
    for (std::size_t pair = 0; pair < result.nibbles.size(); ++pair) {
        result.nibbles[pair] = static_cast<std::uint8_t>(
            nibble(weights[2 * pair]) | nibble(weights[2 * pair + 1]) << 4U
        );
    }
    return result;
}

Model::Model(Figures figures) : figures_{std::move(figures)} {
    assert(!figures_.nocs.empty());
    slots_.resize(std::bit_ceil(2 * figures_.keys.size() + 1), Slot{});
    for (std::size_t row = 0; row < figures_.keys.size(); ++row) {
        std::size_t at = figures_.keys[row] & (slots_.size() - 1);
        while (slots_[at].row != no_row) {
            at = (at + 1) & (slots_.size() - 1);
        }
        slots_[at] = {.key = figures_.keys[row], .row = static_cast<std::uint32_t>(row)};
    }
    const std::size_t nocs = figures_.nocs.size();
    by_unit_.resize(hidden_units * nocs);
    for (std::size_t at = 0; at < nocs; ++at) {
        const OutputWeights& weights = figures_.outputs[at];
        for (std::size_t unit = 0; unit < hidden_units; ++unit) {
            by_unit_[unit * nocs + at] = weights.scale * static_cast<float>(weights.steps[unit]);
        }
    }
}

std::uint32_t Model::row_of(const std::uint32_t key) const {
    std::size_t at = key & (slots_.size() - 1);
    while (slots_[at].row != no_row && slots_[at].key != key) {
        at = (at + 1) & (slots_.size() - 1);
    }
    return slots_[at].row;
}

std::vector<float> Model::scores(const std::vector<Feature>& features) const {
    std::array<float, hidden_units> units{};
    for (const Feature& feature : features) {
        if (const std::uint32_t row = row_of(feature.key); row != no_row) {
            add(units, figures_.inputs[row], feature.value);
        }
    }
    std::vector<float> scores = figures_.biases;
    for (std::size_t unit = 0; unit < hidden_units; ++unit) {
        const float value = units[unit] > 0 ? units[unit] : leak * units[unit];
        add_scaled(scores, by_unit_.data() + unit * scores.size(), value);
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
