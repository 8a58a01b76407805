#pragma once

#include "indexer/coding/title_memory.hpp"
#include "matcher/domain/noc.hpp"
#include "matcher/domain/result.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace coding {

/// A weight of 0 in four bits.
inline constexpr int nibble_of_zero = 8;

/// Width of the layer between features and unit groups.
inline constexpr std::size_t hidden_units = 64;

/// The weights of a unit group: weight = scale x step, steps -127 to 127.
struct OutputWeights {
    float scale = 0;
    std::array<std::int8_t, hidden_units> steps{};
};

/// The weights of a feature, of which there are a hundred thousand: weight = scale x (nibble - 8),
/// the even units in the low halves of the bytes and the odd ones in the high halves; nibbles 1
/// to 15.
struct InputWeights {
    float scale = 0;  ///< The lower half of its bits is 0.
    std::array<std::uint8_t, hidden_units / 2> nibbles{};
};

/// How sure the coder must be of the TEER category to answer, by language of the title.
struct Thresholds {
    float english = 0;
    float french = 0;
};

/// The figures of a trained network of one hidden layer: features -> 64 units -> NOC unit groups,
/// and the titles it was trained from. Made by `jobscout-train-noc`; a file of at most 4 MB.
struct Figures {
    Thresholds thresholds;
    std::vector<domain::NocCode> nocs;
    std::vector<OutputWeights> outputs;   ///< One a unit group.
    std::vector<float> biases;            ///< One a unit group.
    std::vector<std::uint32_t> keys;      ///< Of features, ascending.
    std::vector<InputWeights> inputs;     ///< One a key.
    std::vector<RememberedTitle> titles;  ///< By unit group.
};

std::string write_figures(const Figures& figures);

/// Refuses bytes that are no model, a newer form of one, or cut short.
domain::Result<Figures> read_figures(std::string_view bytes);

/// Weights in the nearest steps.
OutputWeights output_weights(const std::array<float, hidden_units>& weights);
InputWeights input_weights(const std::array<float, hidden_units>& weights);

}  // namespace coding
