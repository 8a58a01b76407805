#include "indexer/coding/train/network.hpp"

#include "indexer/coding/title_words.hpp"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <map>
#include <numeric>
#include <random>

namespace train {
namespace {

using coding::hidden_units;
using Units = std::array<float, hidden_units>;

constexpr float input_rate = 0.05F;
constexpr float output_rate = 0.02F;
constexpr float leak = 0.1F;
constexpr float adagrad_start = 1e-4F;

/// What is nearly right is left as it is: most of the unit groups, most of the time.
constexpr float gradient_min = 5e-4F;

struct IndexedFeature {
    std::size_t index = 0;
    float value = 0;
};

struct Prepared {
    std::vector<IndexedFeature> features;
    std::vector<std::pair<std::size_t, float>> targets;  ///< Class and share.
    float weight = 1;
    Example::Kind kind{};
};

/// A matrix with the sums of squared gradients that AdaGrad divides by.
struct Layer {
    std::vector<Units> rows;
    std::vector<Units> squares;

    explicit Layer(const std::size_t count) : rows(count), squares(count) {
        for (Units& row : squares) {
            row.fill(adagrad_start);
        }
    }

    void step(const std::size_t row, const Units& direction, const float factor, const float rate) {
        Units& values = rows[row];
        Units& sums = squares[row];
        for (std::size_t unit = 0; unit < hidden_units; ++unit) {
            const float gradient = direction[unit] * factor;
            sums[unit] += gradient * gradient;
            values[unit] -= rate * gradient / std::sqrt(sums[unit]);
        }
    }
};

class Network {
public:
    Network(const std::size_t features, const std::size_t classes, const TrainingOptions& options)
        : options_{options},
          inputs_{features},
          outputs_{classes},
          biases_(classes),
          bias_squares_(classes, adagrad_start),
          random_{options.seed},
          probabilities_(classes) {
        std::normal_distribution<float> normal;
        for (Units& row : inputs_.rows) {
            std::generate(row.begin(), row.end(), [&] { return 0.1F * normal(random_); });
        }
        for (Units& row : outputs_.rows) {
            std::generate(row.begin(), row.end(), [&] { return 0.125F * normal(random_); });
        }
    }

    void epoch(std::vector<const Prepared*>& examples, const float rate) {
        std::shuffle(examples.begin(), examples.end(), random_);
        for (const Prepared* const example : examples) {
            if (example->kind == Example::Kind::labelled ||
                uniform_(random_) < options_.index_share) {
                learn(*example, rate);
            }
        }
    }

    const std::vector<Units>& inputs() const { return inputs_.rows; }
    const std::vector<Units>& outputs() const { return outputs_.rows; }
    const std::vector<float>& biases() const { return biases_; }

private:
    void learn(const Prepared& example, float rate);
    void forward();
    Units backward(const Prepared& example, float rate);

    const TrainingOptions& options_;
    Layer inputs_;
    Layer outputs_;
    std::vector<float> biases_;
    std::vector<float> bias_squares_;
    std::mt19937 random_;
    std::uniform_real_distribution<float> uniform_{0, 1};

    // Of the example at hand.
    std::vector<IndexedFeature> kept_;
    Units sums_{};
    Units units_{};
    Units masks_{};
    std::vector<float> probabilities_;
};

void Network::learn(const Prepared& example, const float rate) {
    kept_.clear();
    for (const IndexedFeature& feature : example.features) {
        if (uniform_(random_) >= options_.feature_dropout) {
            kept_.push_back({feature.index, feature.value / (1 - options_.feature_dropout)});
        }
    }
    forward();
    const Units direction = backward(example, rate);
    for (const IndexedFeature& feature : kept_) {
        inputs_.step(feature.index, direction, feature.value, input_rate * rate);
    }
}

void Network::forward() {
    sums_.fill(0);
    for (const IndexedFeature& feature : kept_) {
        const Units& row = inputs_.rows[feature.index];
        for (std::size_t unit = 0; unit < hidden_units; ++unit) {
            sums_[unit] += feature.value * row[unit];
        }
    }
    for (std::size_t unit = 0; unit < hidden_units; ++unit) {
        masks_[unit] =
            uniform_(random_) < options_.unit_dropout ? 0 : 1 / (1 - options_.unit_dropout);
        units_[unit] = masks_[unit] * (sums_[unit] > 0 ? sums_[unit] : leak * sums_[unit]);
    }
    for (std::size_t at = 0; at < probabilities_.size(); ++at) {
        const Units& row = outputs_.rows[at];
        float sum = 0;
        for (std::size_t unit = 0; unit < hidden_units; ++unit) {
            sum += units_[unit] * row[unit];
        }
        probabilities_[at] = sum + biases_[at];
    }
    coding::Model::to_probabilities(probabilities_);
}

/// Moves the outputs, and returns where the units should have gone.
Units Network::backward(const Prepared& example, const float rate) {
    std::vector<float>& gradient = probabilities_;
    const float uniform = options_.label_smoothing / static_cast<float>(gradient.size());
    for (float& value : gradient) {
        value = example.weight * (value - uniform);
    }
    for (const auto& [target, share] : example.targets) {
        gradient[target] -= example.weight * (1 - options_.label_smoothing) * share;
    }
    Units direction{};
    for (std::size_t at = 0; at < gradient.size(); ++at) {
        if (std::abs(gradient[at]) < gradient_min) {
            continue;
        }
        const Units& row = outputs_.rows[at];
        for (std::size_t unit = 0; unit < hidden_units; ++unit) {
            direction[unit] += gradient[at] * row[unit];
        }
        outputs_.step(at, units_, gradient[at], output_rate * rate);
        bias_squares_[at] += gradient[at] * gradient[at];
        biases_[at] -= output_rate * rate * gradient[at] / std::sqrt(bias_squares_[at]);
    }
    for (std::size_t unit = 0; unit < hidden_units; ++unit) {
        direction[unit] *= masks_[unit] * (sums_[unit] > 0 ? 1 : leak);
    }
    return direction;
}

/// The features that most titles have; labelled ones count threefold, for those are what comes in.
std::vector<std::uint32_t> vocabulary(
    const std::vector<const Example*>& examples, const TrainingOptions& options
) {
    std::unordered_map<std::uint32_t, int> counts;
    for (const Example* const example : examples) {
        const int weight = example->kind == Example::Kind::labelled ? 3 : 1;
        for (const coding::Feature& feature : example->features) {
            counts[feature.key] += weight;
        }
    }
    std::vector<std::pair<int, std::uint32_t>> ranked;
    for (const auto& [key, count] : counts) {
        if (count >= options.appearances_min) {
            ranked.emplace_back(-count, key);
        }
    }
    std::sort(ranked.begin(), ranked.end());
    ranked.resize(std::min(ranked.size(), options.features_max));
    std::vector<std::uint32_t> keys;
    keys.reserve(ranked.size());
    for (const auto& [count, key] : ranked) {
        keys.push_back(key);
    }
    std::sort(keys.begin(), keys.end());
    return keys;
}

std::vector<domain::NocCode> classes_of(const std::vector<const Example*>& examples) {
    std::vector<domain::NocCode> nocs;
    for (const Example* const example : examples) {
        for (const auto& share : example->nocs) {
            nocs.push_back(share.first);
        }
    }
    std::sort(nocs.begin(), nocs.end());
    nocs.erase(std::unique(nocs.begin(), nocs.end()), nocs.end());
    return nocs;
}

std::uint16_t place_of(const std::vector<domain::NocCode>& nocs, const domain::NocCode noc) {
    return static_cast<std::uint16_t>(
        std::lower_bound(nocs.begin(), nocs.end(), noc) - nocs.begin()
    );
}

/// Titles with the same words and unit group are one.
std::vector<coding::RememberedTitle> remembered(
    const std::vector<const Example*>& examples, const std::vector<domain::NocCode>& nocs
) {
    std::map<std::pair<std::uint16_t, std::vector<std::uint32_t>>, float> weights;
    for (const Example* const example : examples) {
        const auto concepts = coding::concept_keys(coding::title_words(example->text));
        if (example->kind != Example::Kind::duties && !concepts.empty()) {
            for (const auto& [noc, share] : example->nocs) {
                weights[{place_of(nocs, noc), concepts}] += share * example->memory_weight;
            }
        }
    }
    std::vector<coding::RememberedTitle> titles;
    titles.reserve(weights.size());
    for (const auto& [title, weight] : weights) {
        titles.push_back(
            {.noc = title.first,
             .weight_step = coding::nearest_weight_step(weight),
             .concepts = title.second}
        );
    }
    return titles;
}

std::vector<IndexedFeature> indexed(
    const std::vector<coding::Feature>& features, const std::vector<std::uint32_t>& keys
) {
    std::vector<IndexedFeature> result;
    result.reserve(features.size());
    for (const coding::Feature& feature : features) {
        const auto found = std::lower_bound(keys.begin(), keys.end(), feature.key);
        if (found != keys.end() && *found == feature.key) {
            result.push_back({static_cast<std::size_t>(found - keys.begin()), feature.value});
        }
    }
    return result;
}

}  // namespace

coding::Figures train_network(
    const std::vector<const Example*>& examples, const TrainingOptions& options
) {
    coding::Figures figures;
    figures.keys = vocabulary(examples, options);
    figures.nocs = classes_of(examples);

    std::vector<Prepared> prepared(examples.size());
    for (std::size_t at = 0; at < examples.size(); ++at) {
        prepared[at].features = indexed(examples[at]->features, figures.keys);
        prepared[at].weight = examples[at]->weight;
        prepared[at].kind = examples[at]->kind;
        for (const auto& [noc, share] : examples[at]->nocs) {
            prepared[at].targets.emplace_back(place_of(figures.nocs, noc), share);
        }
    }
    Network network{figures.keys.size(), figures.nocs.size(), options};
    std::vector<const Prepared*> order;
    order.reserve(prepared.size());
    for (const Prepared& example : prepared) {
        order.push_back(&example);
    }
    for (int epoch = 0; epoch < options.epochs; ++epoch) {
        const float progress = static_cast<float>(epoch) / static_cast<float>(options.epochs);
        network.epoch(order, 1 - 0.95F * progress);
    }
    for (const Units& row : network.inputs()) {
        figures.inputs.push_back(coding::input_weights(row));
    }
    for (const Units& row : network.outputs()) {
        figures.outputs.push_back(coding::output_weights(row));
    }
    figures.biases = network.biases();
    figures.titles = remembered(examples, figures.nocs);
    return figures;
}

}  // namespace train
