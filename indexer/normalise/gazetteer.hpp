#pragma once

#include "matcher/domain/place.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace normalise {

/// Finds places by name and province, whatever their case, accents, hyphens and `St.`/`Ste`.
class Gazetteer {
public:
    explicit Gazetteer(std::vector<domain::GazetteerEntry> entries);

    const domain::GazetteerEntry* find(std::string_view city, domain::Province province) const;

    /// The place that has this name in any province, if one is far larger than any other.
    const domain::GazetteerEntry* find_anywhere(std::string_view city) const;

    /// Every place, the largest first.
    const std::vector<domain::GazetteerEntry>& entries() const { return entries_; }

private:
    std::vector<domain::GazetteerEntry> entries_;
    std::unordered_map<std::string, std::size_t> by_name_and_province_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_name_;
};

}  // namespace normalise
