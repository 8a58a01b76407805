#include "indexer/coding/model.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace coding {
namespace {

constexpr float leak = 0.1F;

/// What network and memory count, as exponents of what each finds probable. Chosen on three folds.
constexpr float network_weight = 0.6F;
constexpr float memory_weight = 0.4F;

/// What the memory leaves to a unit group that none of the near titles belongs to.
constexpr float share_min = 1e-5F;
const float log_share_min = std::log(share_min);

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

}  // namespace

Model::Model(Figures figures)
    : figures_{std::move(figures)}, rows_{figures_.keys}, memory_{figures_.titles} {
    figures_.titles = {};
    assert(!figures_.nocs.empty());
    const std::size_t nocs = figures_.nocs.size();
    by_unit_.resize(hidden_units * nocs);
    for (std::size_t at = 0; at < nocs; ++at) {
        const OutputWeights& weights = figures_.outputs[at];
        for (std::size_t unit = 0; unit < hidden_units; ++unit) {
            by_unit_[unit * nocs + at] = weights.scale * static_cast<float>(weights.steps[unit]);
        }
    }
}

std::vector<float> Model::scores(const std::vector<Feature>& features) const {
    std::array<float, hidden_units> units{};
    for (const Feature& feature : features) {
        if (const std::uint32_t row = rows_.row_of(feature.key); row != KeyTable::no_row) {
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

std::vector<float> Model::title_scores(const std::vector<Feature>& features) const {
    std::vector<float> result = scores(features);
    const std::vector<float> shares = memory_.shares(features, result.size());
    for (std::size_t at = 0; at < shares.size(); ++at) {
        const float remembered = shares[at] > 0 ? std::log(shares[at] + share_min) : log_share_min;
        result[at] = network_weight * result[at] + memory_weight * remembered;
    }
    return result;
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

}  // namespace coding
