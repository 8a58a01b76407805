#include "indexer/coding/model.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace coding {
namespace {

constexpr float leak = 0.1F;

/// What network and memory count, as exponents of what each finds probable. Chosen on three folds
/// of the trainer's seed 0.
constexpr float network_weight = 0.6F;
constexpr float memory_weight = 0.4F;

/// What the memory leaves to a unit group that none of the near titles belongs to.
constexpr float share_min = 1e-5F;

/// The natural logarithm of a normal positive number, to 0.00001: without calls or branches, so
/// that the compiler takes several at once.
float near_log(const float value) {
    const auto bits = std::bit_cast<std::int32_t>(value);
    const auto exponent = static_cast<float>((bits >> 23) - 127);
    const auto mantissa = std::bit_cast<float>((bits & 0x007FFFFF) | 0x3F800000);
    // The first terms of the series of the inverse hyperbolic tangent, about the middle of 1 to 2.
    constexpr auto middle = std::numbers::sqrt2_v<float>;
    const float z = (mantissa - middle) / (mantissa + middle);
    const float square = z * z;
    const float log_mantissa = 2 * z * (1 + square * (1.0F / 3 + square * (1.0F / 5)));
    return (exponent + 0.5F) * std::numbers::ln2_v<float> + log_mantissa;
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

constexpr std::size_t units_at_once = 4;
static_assert(hidden_units % units_at_once == 0);

/// Four rows at a time, so that the sums are read and written a quarter as often. In a function of
/// its own, so that the compiler knows that the two do not overlap and takes several sums at once.
void add_scaled(std::vector<float>& sums, const float* const rows, const float* const factors) {
    const std::size_t count = sums.size();
    float* __restrict const to = sums.data();
    const float* __restrict const first = rows;
    const float* __restrict const second = first + count;
    const float* __restrict const third = second + count;
    const float* __restrict const fourth = third + count;
    for (std::size_t at = 0; at < count; ++at) {
        to[at] += factors[0] * first[at] + factors[1] * second[at] + factors[2] * third[at] +
                  factors[3] * fourth[at];
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
    for (float& unit : units) {
        unit = unit > 0 ? unit : leak * unit;
    }
    std::vector<float> scores = figures_.biases;
    for (std::size_t unit = 0; unit < hidden_units; unit += units_at_once) {
        add_scaled(scores, by_unit_.data() + unit * scores.size(), units.data() + unit);
    }
    return scores;
}

std::vector<float> Model::title_scores(const std::vector<Feature>& features) const {
    std::vector<float> result = scores(features);
    const std::vector<float> shares = memory_.shares(features, result.size());
    for (std::size_t at = 0; at < shares.size(); ++at) {
        result[at] = network_weight * result[at] + memory_weight * near_log(shares[at] + share_min);
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
