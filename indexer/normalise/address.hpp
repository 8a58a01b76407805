#pragma once

#include "indexer/normalise/gazetteer.hpp"

#include <string>
#include <string_view>

namespace normalise {

/// The city at the end of what stands before `, AB` in an address, though the page left no space
/// after the street: `27 Shawmeadows Place SWCalgary` is `Calgary`, `5 Rue PrincipalPetit Rocher`
/// is `Petit Rocher`. The longest known name that begins where a word or a change of case allows,
/// else the words after the last change of case, else, in an address, the capitalised words at the
/// end. A text without any sign of a street is a city as a whole, known or not.
std::string city_of_address(
    std::string_view address, domain::Province province, const Gazetteer& gazetteer
);

}  // namespace normalise
