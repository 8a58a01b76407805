#pragma once

#include "matcher/rules/field.hpp"
#include "matcher/rules/rule_set.hpp"

namespace rules {

/// The parts of the CRS that have stayed the same from rule set to rule set, and stand in a file of
/// their own in matcher/rules/grids.
struct Grid {
    CoreGrid core;
    SpouseGrid spouse;
    TransferabilityGrid transferability;
};

/// No factor, section or total of the CRS exceeds this.
inline constexpr int points_max = 1200;

Grid read_grid(const Field& field);

}  // namespace rules
