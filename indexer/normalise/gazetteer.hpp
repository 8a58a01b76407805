#pragma once

#include "matcher/domain/place.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace normalise {

/// A city and its province, as lists without coordinates publish them.
struct NamedCity {
    std::string name;
    domain::Province province = domain::Province::ON;
};

/// Finds places by name and province, whatever their case, accents, hyphens and `St.`/`Ste`.
class Gazetteer {
public:
    /// `named` adds names to know a province by, none to find as an entry.
    explicit Gazetteer(
        std::vector<domain::GazetteerEntry> entries, const std::vector<NamedCity>& named = {}
    );

    const domain::GazetteerEntry* find(std::string_view city, domain::Province province) const;

    /// The place that has this name in any province, if one is far larger than any other, and,
    /// unless it is well known, no named city of another province is called the same.
    const domain::GazetteerEntry* find_anywhere(std::string_view city) const;

    /// The provinces in which there is a place of this name, entries and named cities.
    std::vector<domain::Province> provinces_of(std::string_view city) const;

    /// The one place that is meant although one letter is wrong, where nothing of that name is
    /// known: of the province, or where none is known of all, and then of long names only, and
    /// where named cities are known.
    const domain::GazetteerEntry* find_misspelt(
        std::string_view city, std::optional<domain::Province> province
    ) const;

    /// The one place that is meant by a name some of whose letters an encoding has lost
    /// (`Sacr?-C?ur`): of the province, or where none is known of all.
    const domain::GazetteerEntry* find_damaged(
        std::string_view city, std::optional<domain::Province> province
    ) const;

    /// Every place, the largest first.
    const std::vector<domain::GazetteerEntry>& entries() const { return entries_; }

private:
    std::vector<domain::GazetteerEntry> entries_;
    bool has_named_ = false;
    std::vector<std::string> folded_names_;  ///< Of each entry, its own name.
    std::unordered_map<std::string, std::size_t> by_name_and_province_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_name_;
    std::unordered_map<std::string, std::uint16_t> provinces_by_name_;
};

}  // namespace normalise
