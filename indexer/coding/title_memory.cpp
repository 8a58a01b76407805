#include "indexer/coding/title_memory.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

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

struct Entry {
    std::uint32_t key = 0;
    std::uint32_t title = 0;
    float value = 0;
};

std::vector<Entry> entries_of(const std::vector<RememberedTitle>& titles) {
    std::vector<Entry> entries;
    for (std::size_t title = 0; title < titles.size(); ++title) {
        for (const Feature& feature : concept_features(titles[title].concepts)) {
            entries.push_back({feature.key, static_cast<std::uint32_t>(title), feature.value});
        }
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& left, const Entry& right) {
        return std::tie(left.key, left.title) < std::tie(right.key, right.title);
    });
    return entries;
}

std::vector<std::uint32_t> keys_of(const std::vector<Entry>& entries) {
    std::vector<std::uint32_t> keys;
    for (const Entry& entry : entries) {
        if (keys.empty() || keys.back() != entry.key) {
            keys.push_back(entry.key);
        }
    }
    return keys;
}

}  // namespace

float weight_of_step(const std::uint8_t step) {
    return least_weight * std::exp2(static_cast<float>(step) / steps_of_doubling);
}

std::uint8_t nearest_weight_step(const float weight) {
    const float step = std::round(steps_of_doubling * std::log2(weight / least_weight));
    return static_cast<std::uint8_t>(std::clamp(step, 0.0F, float{weight_step_max}));
}

TitleMemory::TitleMemory(const std::vector<RememberedTitle>& titles) : features_{{}} {
    const std::vector<Entry> entries = entries_of(titles);
    const std::vector<std::uint32_t> keys = keys_of(entries);
    features_ = KeyTable{keys};
    const auto count = static_cast<float>(titles.size());
    rarity_of_unknown_ = std::log(count + 1);
    std::vector<float> squares(titles.size());
    for (const Entry& entry : entries) {
        const std::uint32_t feature = features_.row_of(entry.key);
        if (feature == begins_.size()) {
            begins_.push_back(occurrences_.size());
        }
        occurrences_.push_back({entry.title, entry.value});
    }
    begins_.push_back(occurrences_.size());
    for (std::size_t feature = 0; feature < keys.size(); ++feature) {
        const auto titles_with = static_cast<float>(begins_[feature + 1] - begins_[feature]);
        rarities_.push_back(std::max(rarity_min, std::log((count + 1) / (titles_with + 1))));
        for (std::size_t at = begins_[feature]; at < begins_[feature + 1]; ++at) {
            Occurrence& occurrence = occurrences_[at];
            occurrence.value *= rarities_.back();
            squares[occurrence.title] += occurrence.value * occurrence.value;
        }
    }
    for (std::size_t feature = 0; feature < keys.size(); ++feature) {
        for (std::size_t at = begins_[feature]; at < begins_[feature + 1]; ++at) {
            Occurrence& occurrence = occurrences_[at];
            // The other title's feature is weighted by its rarity too.
            occurrence.value *= rarities_[feature] / std::sqrt(squares[occurrence.title]);
        }
    }
    for (const RememberedTitle& title : titles) {
        titles_.push_back({title.noc, weight_of_step(title.weight_step)});
    }
}

std::vector<float> TitleMemory::shares(const std::vector<Feature>& features, const std::size_t nocs)
    const {
    // Kept, as clearing sixty thousand for each title takes longer than all the rest.
    thread_local std::vector<float> nearness;
    thread_local std::vector<std::uint32_t> near;
    nearness.resize(std::max(nearness.size(), titles_.size()));
    near.clear();
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
            if (sum == 0) {
                near.push_back(occurrence.title);
            }
            sum += feature.value * occurrence.value;
        }
    }
    if (near.empty()) {
        return {};
    }
    std::vector<float> shares(nocs);
    float all = doubt;
    const float scale = 1 / std::sqrt(squares);
    for (const std::uint32_t title : near) {
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
