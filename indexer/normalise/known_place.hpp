#pragma once

#include "indexer/normalise/gazetteer.hpp"
#include "matcher/domain/place.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace normalise {

/// What a record says of its place beside the text that is read.
struct SaidElsewhere {
    bool in_canada = false;  ///< A country is stated, and it is Canada.
    /// Stated in a field of its own or by a postal code, else that of all the source publishes.
    /// Decides between places of one name, never against what the text says.
    std::optional<domain::Province> province = {};
};

/// The place of this name in a province that is stated with it. An area of the province has no city
/// (`Vancouver Island`); a city that the gazetteer does not know keeps its name, and so does one
/// with a letter wrong that leaves no doubt, which is found on the map all the same.
domain::Place place_of(
    std::string_view city, domain::Province province, const Gazetteer& gazetteer
);

/// The place that a name alone tells: a city far larger than any other of that name, a city of the
/// province that is known from elsewhere, an area of regions.tsv, `Town of Canmore`, `Toronto
/// area`. Where all places of that name lie in one province and Canada is stated, the name and the
/// province. Nothing where a province would have to be guessed.
std::optional<domain::Place> known_place(
    std::string_view name, const Gazetteer& gazetteer, const SaidElsewhere& elsewhere
);

/// Lists of names without provinces, or one. A comma may also stand before a state or a country, so
/// after one comma both sides must be known, unless Canada is stated and nothing in the list is
/// abroad; words that can only join places ask less. A name that several provinces have is that of
/// the province in which the others lie.
std::vector<domain::Place> listed_places(
    std::string_view text, const Gazetteer& gazetteer, const SaidElsewhere& elsewhere
);

/// The parts of a text between separators, without the marks beside them; none is empty.
std::vector<std::string_view> split(std::string_view text, std::string_view separator);

/// Without the marks beside a place.
std::string_view trimmed(std::string_view text);

}  // namespace normalise
