#pragma once

#include "matcher/domain/result.hpp"
#include "matcher/rules/rule_set.hpp"

#include <string_view>

namespace rules {

/// The parts of the CRS that have stayed the same from rule set to rule set, and stand in a file of
/// their own in matcher/rules/grids.
struct Grid {
    CoreGrid core;
    SpouseGrid spouse;
    TransferabilityGrid transferability;
};

domain::Result<Grid> parse_grid(std::string_view json);

}  // namespace rules
