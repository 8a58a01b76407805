#pragma once

#include "matcher/express_entry/crs.hpp"

#include <string_view>

/// The CRS written a second time, straight from the published rules and without our tables or
/// files: closed forms and chains of conditions. It agrees with the engine or one of them is wrong.
namespace second_formulation {

/// `rules` is the id of a set that ships, or of people::listed_rules() and half_known_rules().
express_entry::Points total(std::string_view rules, const express_entry::CrsInput& input);

}  // namespace second_formulation
