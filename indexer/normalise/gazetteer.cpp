#include "indexer/normalise/gazetteer.hpp"

#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/misspelling.hpp"

#include <algorithm>

namespace normalise {
namespace {

constexpr int far_larger = 5;  ///< Times the population of the next place of the same name.
/// From here on people mean this place by its name, whatever hamlet a list of cities has beside it.
constexpr std::int32_t well_known = 10'000;

/// Characters from which on a slip of the hand tells the place without its province, where a list
/// of cities beside the gazetteer has not that name: of 123 such names in addresses of LMIA lists
/// that are one letter off one place of Canada, 122 lie in its province. Without such a list 123 of
/// 128 do, since many a hamlet is one letter off a town.
constexpr std::size_t misspelt_alone_min = 8;

std::string key(const std::string_view folded_name, const domain::Province province) {
    return std::string{domain::code(province)} + std::string{folded_name};
}

std::uint16_t bit(const domain::Province province) {
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(province));
}

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// As `fold_name`, with `?` for every character that an encoding has lost.
std::string fold_damaged(const std::string_view name) {
    std::string folded = fold_name(name);
    for (std::size_t at = folded.find(replacement); at != std::string::npos;
         at = folded.find(replacement, at)) {
        folded.replace(at, replacement.size(), "?");
    }
    return folded;
}

}  // namespace

Gazetteer::Gazetteer(
    std::vector<domain::GazetteerEntry> entries, const std::vector<NamedCity>& named
)
    : entries_{std::move(entries)}, has_named_{!named.empty()} {
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
        provinces_by_name_[folded] |= bit(entries_[index].province);
        std::vector<std::size_t>& same_name = by_name_[folded];
        if (std::find(same_name.begin(), same_name.end(), index) == same_name.end()) {
            same_name.push_back(index);
        }
    };
    folded_names_.reserve(entries_.size());
    for (std::size_t index = 0; index < entries_.size(); ++index) {
        folded_names_.push_back(fold_name(entries_[index].name));
        add(entries_[index].name, index);
    }
    for (std::size_t index = 0; index < entries_.size(); ++index) {
        for (const std::string& name : entries_[index].other_names) {
            add(name, index);
        }
    }
    for (const NamedCity& city : named) {
        if (std::string folded = fold_name(city.name); !folded.empty()) {
            provinces_by_name_[std::move(folded)] |= bit(city.province);
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
    if (!alone && largest->population <= far_larger * next_population) {
        return nullptr;
    }
    std::uint16_t provinces = 0;
    for (const std::size_t index : found->second) {
        provinces |= bit(entries_[index].province);
    }
    const bool named_elsewhere = (provinces_by_name_.at(found->first) & ~provinces) != 0;
    return named_elsewhere && largest->population < well_known ? nullptr : largest;
}

std::vector<domain::Province> Gazetteer::provinces_of(const std::string_view city) const {
    std::vector<domain::Province> provinces;
    const auto found = provinces_by_name_.find(fold_name(city));
    for (std::size_t index = 0; index < domain::province_codes.size(); ++index) {
        const auto province = static_cast<domain::Province>(index);
        if (found != provinces_by_name_.end() && (found->second & bit(province)) != 0) {
            provinces.push_back(province);
        }
    }
    return provinces;
}

const domain::GazetteerEntry* Gazetteer::find_misspelt(
    const std::string_view city, const std::optional<domain::Province> province
) const {
    const std::string folded = fold_name(city);
    const auto known = provinces_by_name_.find(folded);
    const bool is_known =
        known != provinces_by_name_.end() && (!province || (known->second & bit(*province)) != 0);
    const bool may_stand_alone =
        has_named_ && folded.size() >= misspelt_alone_min && folded.find('?') == std::string::npos;
    if (is_known || (!province && !may_stand_alone)) {
        return nullptr;
    }
    const domain::GazetteerEntry* meant = nullptr;
    for (std::size_t index = 0; index < entries_.size(); ++index) {
        // The names lie side by side, the entries do not.
        if (is_one_letter_off(folded, folded_names_[index]) &&
            (!province || entries_[index].province == *province)) {
            if (meant != nullptr) {
                return nullptr;
            }
            meant = &entries_[index];
        }
    }
    return meant;
}

const domain::GazetteerEntry* Gazetteer::find_damaged(
    const std::string_view city, const std::optional<domain::Province> province
) const {
    if (city.find('?') == std::string_view::npos &&
        city.find(replacement) == std::string_view::npos) {
        return nullptr;
    }
    const std::string damaged = fold_damaged(city);
    if (!is_damaged(damaged)) {
        return nullptr;
    }
    const domain::GazetteerEntry* meant = nullptr;
    for (std::size_t index = 0; index < entries_.size(); ++index) {
        const domain::GazetteerEntry& entry = entries_[index];
        if ((!province || entry.province == *province) &&
            is_damage_of(damaged, folded_names_[index])) {
            if (meant != nullptr) {
                return nullptr;
            }
            meant = &entry;
        }
    }
    return meant;
}

}  // namespace normalise
