#pragma once

#include "indexer/coding/train/examples.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace train {

struct IndexedFeature {
    std::size_t index = 0;
    float value = 0;
};

using Targets = std::vector<std::pair<std::size_t, float>>;

/// What the titles most like a title were given. One label in twenty is wrong and most titles have
/// only one, so the labels of those beside it are evidence too.
class Neighbours {
public:
    Neighbours(std::size_t features, std::size_t classes);

    void add(
        const std::vector<IndexedFeature>& features, const Targets& targets, const Example& example
    );
    void finish();

    /// The targets of the example added as number `at`, of which its neighbours decide `share`;
    /// those of its own group do not count.
    Targets targets(std::size_t at, float share) const;

private:
    struct Entry {
        std::vector<IndexedFeature> features;
        Targets targets;
        std::uint32_t group = 0;
        float weight = 1;
    };
    struct Posting {
        std::uint32_t entry = 0;
        float value = 0;
    };

    std::size_t classes_;
    std::vector<Entry> entries_;
    std::vector<std::vector<Posting>> postings_;  ///< By feature.
    mutable std::vector<float> likeness_;
};

}  // namespace train
