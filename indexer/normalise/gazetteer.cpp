#include "indexer/normalise/gazetteer.hpp"

#include "indexer/normalise/fold.hpp"

#include <algorithm>

namespace normalise {
namespace {

constexpr int far_larger = 5;  ///< Times the population of the next place of the same name.

std::string key(const std::string_view folded_name, const domain::Province province) {
    return std::string{domain::code(province)} + std::string{folded_name};
}

}  // namespace

Gazetteer::Gazetteer(std::vector<domain::GazetteerEntry> entries) : entries_{std::move(entries)} {
    // A place's own name goes before other places' other names, a large place before a small one.
    std::stable_sort(
        entries_.begin(),
        entries_.end(),
        [](const domain::GazetteerEntry& left, const domain::GazetteerEntry& right) {
            return left.population > right.population;
        }
    );
    const auto add = [&](const std::string_view name, const std::size_t index) {
        const std::string folded = fold_name(name);
        if (folded.empty()) {
            return;
        }
        by_name_and_province_.try_emplace(key(folded, entries_[index].province), index);
        std::vector<std::size_t>& same_name = by_name_[folded];
        if (std::find(same_name.begin(), same_name.end(), index) == same_name.end()) {
            same_name.push_back(index);
        }
    };
    for (std::size_t index = 0; index < entries_.size(); ++index) {
        add(entries_[index].name, index);
    }
    for (std::size_t index = 0; index < entries_.size(); ++index) {
        for (const std::string& name : entries_[index].other_names) {
            add(name, index);
        }
    }
}

const domain::GazetteerEntry* Gazetteer::find(
    const std::string_view city, const domain::Province province
) const {
    const auto found = by_name_and_province_.find(key(fold_name(city), province));
    return found == by_name_and_province_.end() ? nullptr : &entries_[found->second];
}

const domain::GazetteerEntry* Gazetteer::find_anywhere(const std::string_view city) const {
    const auto found = by_name_.find(fold_name(city));
    if (found == by_name_.end()) {
        return nullptr;
    }
    const domain::GazetteerEntry* largest = nullptr;
    std::int64_t next_population = -1;
    for (const std::size_t index : found->second) {
        const domain::GazetteerEntry& entry = entries_[index];
        if (largest == nullptr || entry.population > largest->population) {
            next_population = largest == nullptr ? -1 : largest->population;
            largest = &entry;
        } else {
            next_population = std::max<std::int64_t>(next_population, entry.population);
        }
    }
    const bool alone = next_population < 0;
    return alone || largest->population > far_larger * next_population ? largest : nullptr;
}

}  // namespace normalise
