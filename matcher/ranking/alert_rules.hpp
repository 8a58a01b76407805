#pragma once

#include "matcher/domain/result.hpp"

#include <cstddef>
#include <string_view>

namespace ranking {

/// When a new posting is worth telling somebody of, read from matcher/ranking/alert_rules.json,
/// where each figure stands with its reason.
struct AlertRules {
    int fit_min = 0;              ///< 0 to 100.
    std::size_t matches_max = 0;  ///< At most so many at once, the best ones; 1 to 100.
};

/// Refuses an unknown or missing key, a missing reason and a figure out of range; the error's field
/// is the path of the key.
domain::Result<AlertRules> parse_alert_rules(std::string_view json);

/// The rules that ship with the program.
domain::Result<AlertRules> built_in_alert_rules();

}  // namespace ranking
