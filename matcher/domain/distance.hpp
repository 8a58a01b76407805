#pragma once

#include "matcher/domain/place.hpp"

namespace domain {

/// Along the surface of a sphere of 6,371 km. The haversine formula: exact for points that are
/// near.
double kilometres_between(const Coordinates& left, const Coordinates& right);

}  // namespace domain
