#pragma once

#include "matcher/domain/place.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace normalise {

/// What a name of regions.tsv stands for.
struct NamedArea {
    enum class Kind : std::uint8_t {
        region,  ///< Of one province, without a city: `Vancouver Island`, `Bruce County`.
        city,    ///< That the gazetteer lacks.
        part,    ///< Of a city, behind its name: `Vancouver Kitsilano`.
        abroad,  ///< No place of Canada: `Texas`, `UK`.
    };
    Kind kind = Kind::region;
    domain::Province province = domain::Province::ON;  ///< Means nothing of what is abroad.
    bool in_canada = false;  ///< The world has others: only where Canada or the province is stated.
    std::string_view city = {};  ///< The one that a `part` belongs to.
};

/// The area that the whole text names, in any of the ways of writing it: `Bruce County` and
/// `County of Bruce No. 2`, `Peel Region` and `Regional Municipality of Peel`. Nothing for a city
/// and for what is not in regions.tsv.
std::optional<NamedArea> area_named(std::string_view text);

/// The one city of regions.tsv that is meant although one letter is wrong, of names of eight
/// letters or more.
std::optional<NamedArea> city_misspelt(std::string_view text);

/// What a municipality is called, folded, without the words before or behind its name: `canmore` of
/// `Town of Canmore`, `gaspe` of `Ville de Gaspé` and `Gaspé et environs`; empty where there are no
/// such words.
std::string without_municipal_words(std::string_view text);

/// The province of the region in which the text ends, behind a hyphen: Quebec for
/// `Saint-Bruno-Lac-Saint-Jean`. The name as a whole is a place of that province.
std::optional<domain::Province> province_of_ending(std::string_view text);

}  // namespace normalise
