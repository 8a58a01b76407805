#pragma once

#include "indexer/coding/model.hpp"
#include "indexer/coding/train/examples.hpp"

#include <cstdint>
#include <vector>

namespace train {

struct TrainingOptions {
    int epochs = 14;
    std::size_t features_max = 88'000;  ///< What 4 MB have room for.
    int appearances_min = 3;            ///< A feature seen less often is left out.
    float index_share = 0.5F;           ///< Of the index's titles, what an epoch looks at.
    float unit_dropout = 0.1F;
    float feature_dropout = 0.4F;
    float label_smoothing = 0.1F;
    std::uint32_t seed = 20261125;
};

/// Trains on the examples: softmax of a hidden layer by AdaGrad, then quantised. Same examples,
/// options and machine give the same figures.
coding::Figures train_network(
    const std::vector<const Example*>& examples, const TrainingOptions& options
);

}  // namespace train
