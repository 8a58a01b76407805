#pragma once

#include "indexer/coding/figures.hpp"
#include "indexer/coding/key_table.hpp"
#include "indexer/coding/title_features.hpp"
#include "indexer/coding/title_memory.hpp"
#include "matcher/domain/noc.hpp"

#include <cstdint>
#include <vector>

namespace coding {

class Model {
public:
    explicit Model(Figures figures);

    /// The model that ships.
    static Model shipped();

    /// What the network makes of a text: one score for each of `nocs()`, in their order, before
    /// they become probabilities, so that several texts can be taken together. Features that the
    /// model does not know count nothing.
    std::vector<float> scores(const std::vector<Feature>& features) const;

    /// The same of a title, with what the titles next to it belong to.
    std::vector<float> title_scores(const std::vector<Feature>& features) const;

    /// Makes scores the probabilities that they stand for; they sum to 1.
    static void to_probabilities(std::vector<float>& scores);

    const std::vector<domain::NocCode>& nocs() const { return figures_.nocs; }
    const Thresholds& thresholds() const { return figures_.thresholds; }

private:
    Figures figures_;
    KeyTable rows_;  ///< Key -> row of the inputs.
    TitleMemory memory_;
    std::vector<float> by_unit_;  ///< Weights of the outputs: of the first unit for all, and so on.
};

}  // namespace coding
