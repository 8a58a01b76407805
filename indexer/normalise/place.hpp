#pragma once

#include "indexer/normalise/gazetteer.hpp"
#include "indexer/normalise/known_place.hpp"
#include "matcher/domain/place.hpp"
#include "matcher/domain/result.hpp"

#include <string_view>
#include <vector>

namespace normalise {

/// Every place that a location names. Reads `Aurora, ON`, `White Rock (BC)`, `Toronto, Ontario,
/// Canada`, `Hamilton-Ontario-Canada`, `ON - Toronto`, a province alone, `Charlottetown and New
/// Annan` (each known without its province), an area of one province (`Vancouver Island`), and what
/// pages glue together: a street before the city and a postal code after the province
/// (`27 Shawmeadows Place SWCalgary, ABT2Y 1G3`), a badge (`ONRemote work available`), several
/// places
/// (`Duval, , SKStrasbourg, , SK`).
///
/// A city that the gazetteer does not know keeps its stated name and province. Refuses a location
/// that names no province and no place known by its name alone (`Various Locations`, `Canada`), and
/// a city with a region that is not Canadian (`Austin, TX`).
domain::Result<std::vector<domain::Place>> places_from(
    std::string_view location, const Gazetteer& gazetteer, const SaidElsewhere& elsewhere = {}
);

/// The place at the end of a page's heading: `painter - White Rock (BC) - Job posting`; else as
/// `places_from`.
domain::Result<std::vector<domain::Place>> places_from_hint(
    std::string_view hint, const Gazetteer& gazetteer, const SaidElsewhere& elsewhere = {}
);

/// True of a page's heading, which may or may not end in a place: one that does not states none.
bool is_heading(std::string_view hint);

/// A place of separate fields; any but the province's may be empty, and the province's too where a
/// postal code stands in for it or the city is known by its name alone.
struct StatedPlace {
    std::string_view city = {};
    std::string_view province = {};
    std::string_view postal_code = {};
};
domain::Result<domain::Place> place_from(
    const StatedPlace& stated, const Gazetteer& gazetteer, const SaidElsewhere& elsewhere = {}
);

/// The place of a posting whose source publishes jobs of one province only, where the location
/// could not be read: the province, and the location as its city if it looks like a name (`KEY LAKE
/// MINE`).
domain::Place place_of_source(std::string_view location, domain::Province province);

/// True if the location itself says that the work is done from home (`Virtual job based in ...`).
bool says_remote(std::string_view location);

}  // namespace normalise
