#pragma once

#include "matcher/domain/result.hpp"

#include <array>
#include <string_view>

namespace fit {

/// The figures of fit, read from matcher/fit/weights.json, where each stands with its reason.
/// The three maxima add up to 100.
struct Weights;

}  // namespace fit
