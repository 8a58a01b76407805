#include "indexer/coding/title_memory.hpp"

#include <algorithm>
#include <cmath>

namespace coding {
namespace {

constexpr float least_weight = 0.5F;
constexpr float steps_of_doubling = 4;

/// What a title has in common with nobody: it keeps far titles from being taken for near ones.
constexpr float doubt = 0.005F;

/// Of a word that all titles have; where they have no other, it must do.
constexpr float rarity_min = 0.01F;

/// Of two titles the one that is twice as near counts 32 times as much.
float vote(const float nearness) {
    const float square = nearness * nearness;
    return square * square * nearness;
}

/// More than most titles have.
constexpr std::size_t entries_of_title = 12;

struct Entry {
    std::uint32_t feature = 0;
    std::uint32_t title = 0;
    float value = 0;
};

}  // namespace

float weight_of_step(const std::uint8_t step) {
    return least_weight * std::exp2(static_cast<float>(step) / steps_of_doubling);
}

std::uint8_t nearest_weight_step(const float weight) {
    const float step = std::round(steps_of_doubling * std::log2(weight / least_weight));
    return static_cast<std::uint8_t>(std::clamp(step, 0.0F, float{weight_step_max}));
}

TitleMemory::TitleMemory(const std::vector<RememberedTitle>& titles) {
    std::vector<Entry> entries;
    entries.reserve(titles.size() * entries_of_title);
    std::vector<std::uint32_t> counts;
    for (const RememberedTitle& title : titles) {
        const auto number = static_cast<std::uint32_t>(titles_.size());
        titles_.push_back({title.noc, weight_of_step(title.weight_step)});
        for (const Feature& feature : concept_features(title.concepts)) {
            const std::uint32_t row = features_.row_of_or_next(feature.key);
            if (row == counts.size()) {
                counts.push_back(0);
            }
            ++counts[row];
            entries.push_back({row, number, feature.value});
        }
    }
    const auto all = static_cast<float>(titles.size() + 1);
    rarity_of_unknown_ = std::log(all);
    begins_.push_back(0);
    for (const std::uint32_t count : counts) {
        begins_.push_back(begins_.back() + count);
        rarities_.push_back(std::max(rarity_min, std::log(all / static_cast<float>(count + 1))));
    }
    std::vector<float> squares(titles.size());
    for (const Entry& entry : entries) {
        const float weighted = entry.value * rarities_[entry.feature];
        squares[entry.title] += weighted * weighted;
    }
    occurrences_.resize(entries.size());
    std::vector<std::uint32_t> next = begins_;
    for (const Entry& entry : entries) {
        // The other title's feature is weighted by its rarity too.
        const float rarity = rarities_[entry.feature];
        occurrences_[next[entry.feature]++] = {
            entry.title, entry.value * rarity * rarity / std::sqrt(squares[entry.title])};
    }
}

std::vector<float> TitleMemory::shares(const std::vector<Feature>& features, const std::size_t nocs)
    const {
    // Kept, as clearing sixty thousand for each title takes longer than all the rest.
    thread_local std::vector<float> nearness;
    thread_local std::vector<std::uint32_t> near;
    nearness.resize(std::max(nearness.size(), titles_.size()));
    near.resize(nearness.size() + 1);
    std::size_t near_count = 0;
    float squares = 0;
    for (const Feature& feature : features) {
        if (!is_concept(feature.key)) {
            continue;
        }
        const std::uint32_t row = features_.row_of(feature.key);
        const float rarity = row == KeyTable::no_row ? rarity_of_unknown_ : rarities_[row];
        squares += feature.value * feature.value * rarity * rarity;
        if (row == KeyTable::no_row) {
            continue;
        }
        for (std::size_t at = begins_[row]; at < begins_[row + 1]; ++at) {
            const Occurrence& occurrence = occurrences_[at];
            float& sum = nearness[occurrence.title];
            // Without a branch: whether a title is new is as good as chance.
            near[near_count] = occurrence.title;
            near_count += sum == 0 ? 1 : 0;
            sum += feature.value * occurrence.value;
        }
    }
    if (near_count == 0) {
        return {};
    }
    std::vector<float> shares(nocs);
    float all = doubt;
    const float scale = 1 / std::sqrt(squares);
    for (std::size_t at = 0; at < near_count; ++at) {
        const std::uint32_t title = near[at];
        const float weight = titles_[title].weight * vote(nearness[title] * scale);
        shares[titles_[title].noc] += weight;
        all += weight;
        nearness[title] = 0;
    }
    for (float& share : shares) {
        share /= all;
    }
    return shares;
}

}  // namespace coding
