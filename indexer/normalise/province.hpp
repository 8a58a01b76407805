#pragma once

#include "matcher/domain/place.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace normalise {

/// A province alone: `ON`, `on`, `CA-ON`, `Ont.`, `Ontario`, `Terre-Neuve-et-Labrador`, `PEI`.
std::optional<domain::Province> province_from(std::string_view text);

/// The province whose full name stands in a folded text: `North East Saskatchewan`.
std::optional<domain::Province> province_named_in(std::string_view folded);

/// The province whose post a code belongs to: its first letter; for X, its first three characters.
std::optional<domain::Province> province_of_postal_code(std::string_view postal_code);

/// `A1A 1A1` for a Canadian postal code in any case and spacing, else empty.
std::string postal_code_from(std::string_view text);

/// True of the names of Canada: `Canada`, `CA`, `CAN`.
bool is_canada(std::string_view country);

}  // namespace normalise
