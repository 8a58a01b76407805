#include "matcher/domain/distance.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace domain {

double kilometres_between(const Coordinates& left, const Coordinates& right) {
    constexpr double earth_radius = 6'371.0;
    const auto radians = [](const double degrees) { return degrees * std::numbers::pi / 180; };
    const double latitude = std::sin(radians(right.latitude - left.latitude) / 2);
    const double longitude = std::sin(radians(right.longitude - left.longitude) / 2);
    const double across = latitude * latitude + std::cos(radians(left.latitude)) *
                                                    std::cos(radians(right.latitude)) * longitude *
                                                    longitude;
    return 2 * earth_radius * std::asin(std::min(1.0, std::sqrt(across)));
}

}  // namespace domain
