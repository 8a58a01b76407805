#pragma once

#include "indexer/coding/key_table.hpp"
#include "indexer/coding/title_features.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace coding {

/// A title that the model was trained from, by hashes of its words, and its unit group.
struct RememberedTitle {
    std::uint16_t noc = 0;                ///< Its place among the model's unit groups.
    std::uint8_t weight_step = 0;         ///< `weight_of_step` says what it counts.
    std::vector<std::uint32_t> concepts;  ///< As `concept_keys` has them; one at least.
};

inline constexpr std::uint8_t weight_step_max = 31;

/// Half to 107, each step a quarter of a doubling.
float weight_of_step(std::uint8_t step);
std::uint8_t nearest_weight_step(float weight);

/// Finds the titles that share words with another, and what they were: nearness is the cosine of
/// what `concept_features` has of the two, the rarer a feature, the more it counts. Safe to use
/// from several threads.
class TitleMemory {
public:
    explicit TitleMemory(const std::vector<RememberedTitle>& titles);

    /// The share of each of `nocs` unit groups in what all titles near this one are together, the
    /// nearest far ahead of the others; they sum to at most 1. Nothing where no title is near.
    std::vector<float> shares(const std::vector<Feature>& features, std::size_t nocs) const;

private:
    /// A feature of a title, and what it adds to the nearness of one who has it too.
    struct Occurrence {
        std::uint32_t title = 0;
        float value = 0;
    };
    struct Remembered {
        std::uint32_t noc = 0;
        float weight = 0;
    };

    std::vector<Remembered> titles_;
    std::vector<Occurrence> occurrences_;  ///< By feature.
    std::vector<std::uint32_t> begins_;    ///< Of each feature's occurrences, and the end of all.
    std::vector<float> rarities_;          ///< Of each feature.
    float rarity_of_unknown_ = 0;
    KeyTable features_;
};

}  // namespace coding
