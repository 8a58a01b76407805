#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

/// Canada's provinces and territories by their postal abbreviations.
// NOLINTNEXTLINE(readability-identifier-naming): the abbreviations are capitals everywhere.
enum class Province : std::uint8_t { AB, BC, MB, NB, NL, NS, NT, NU, ON, PE, QC, SK, YT };

inline constexpr std::array<std::string_view, 13> province_codes{
    "AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT"};

constexpr std::string_view code(Province province) {
    return province_codes[static_cast<std::size_t>(province)];
}

/// The province with exactly this two-letter code, or nothing.
constexpr std::optional<Province> province_from_code(std::string_view text) {
    for (std::size_t index = 0; index < province_codes.size(); ++index) {
        if (province_codes[index] == text) {
            return static_cast<Province>(index);
        }
    }
    return std::nullopt;
}

/// Degrees, WGS 84.
struct Coordinates {
    double latitude = 0;
    double longitude = 0;
    bool operator==(const Coordinates&) const = default;
};

/// Where a job is done. A province alone is a place; a city without its province is not.
struct Place {
    Province province = Province::ON;
    std::string city;  ///< As in the gazetteer where known there, else as stated; may be empty.
    std::string postal_code;                   ///< `A1A 1A1`; may be empty.
    std::optional<std::int32_t> gazetteer_id;  ///< GeoNames id where the city is known there.
    std::optional<Coordinates> coordinates;
    /// As stated, where that is no city but an area of the province (`Vancouver Island`): there is
    /// then no city. Else empty.
    std::string region = {};
    bool operator==(const Place&) const = default;
};

/// What the place is called within its province: the city, else the region; may be empty.
inline const std::string& name_in_province(const Place& place) {
    return place.city.empty() ? place.region : place.city;
}

/// A populated place of Canada (GeoNames, CC BY 4.0; sql/reference/place.tsv).
struct GazetteerEntry {
    std::int32_t id = 0;
    std::string name;
    Province province = Province::ON;
    Coordinates coordinates;
    std::int32_t population = 0;
    std::vector<std::string> other_names;
};

}  // namespace domain
