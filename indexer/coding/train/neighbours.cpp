#include "indexer/coding/train/neighbours.hpp"

#include <algorithm>
#include <cmath>

namespace train {
namespace {

constexpr float likeness_min = 0.2F;
constexpr float sharpness = 4;
constexpr float index_weight = 0.3F;

}  // namespace

Neighbours::Neighbours(const std::size_t features, const std::size_t classes)
    : classes_{classes}, postings_(features) {}

void Neighbours::add(
    const std::vector<IndexedFeature>& features, const Targets& targets, const Example& example
) {
    entries_.push_back(
        {.features = features,
         .targets = targets,
         .group = example.group,
         .weight = example.kind == Example::Kind::labelled ? 1 : index_weight}
    );
}

void Neighbours::finish() {
    std::vector<float> counts(postings_.size());
    for (const Entry& entry : entries_) {
        for (const IndexedFeature& feature : entry.features) {
            ++counts[feature.index];
        }
    }
    const auto all = static_cast<float>(entries_.size());
    for (std::size_t at = 0; at < entries_.size(); ++at) {
        float squares = 0;
        for (IndexedFeature& feature : entries_[at].features) {
            feature.value *= std::log(all / (counts[feature.index] + 1));
            squares += feature.value * feature.value;
        }
        for (IndexedFeature& feature : entries_[at].features) {
            feature.value /= std::sqrt(squares);
            postings_[feature.index].push_back({static_cast<std::uint32_t>(at), feature.value});
        }
    }
    likeness_.resize(entries_.size());
}

Targets Neighbours::targets(const std::size_t at, const float share) const {
    const Entry& own = entries_[at];
    std::fill(likeness_.begin(), likeness_.end(), 0.0F);
    for (const IndexedFeature& feature : own.features) {
        for (const Posting& posting : postings_[feature.index]) {
            likeness_[posting.entry] += feature.value * posting.value;
        }
    }
    std::vector<float> sums(classes_);
    float total = 0;
    for (std::size_t other = 0; other < entries_.size(); ++other) {
        if (likeness_[other] > likeness_min && entries_[other].group != own.group) {
            const float weight = std::pow(likeness_[other], sharpness) * entries_[other].weight;
            for (const auto& [target, part] : entries_[other].targets) {
                sums[target] += weight * part;
            }
            total += weight;
        }
    }
    if (total <= 0) {
        return own.targets;
    }
    for (float& sum : sums) {
        sum *= share / total;
    }
    for (const auto& [target, part] : own.targets) {
        sums[target] += (1 - share) * part;
    }
    Targets result;
    for (std::size_t target = 0; target < classes_; ++target) {
        if (sums[target] > 1e-3F) {
            result.emplace_back(target, sums[target]);
        }
    }
    return result;
}

}  // namespace train
