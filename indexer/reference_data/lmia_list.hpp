#pragma once

#include "matcher/domain/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace reference_data {

/// Which list of labour market impact assessments a file is.
struct LmiaList {
    std::string decision;  ///< `positive` or `negative`
    std::string period;    ///< `2015`, `2024Q3`
};

/// `July to September 2024`, `2024q3`, `2015` in a title or the name of a file; a date in it is
/// none.
std::optional<std::string> period_in(std::string_view text);

/// Positive lists count what was approved, negative ones what was requested.
std::optional<std::string> decision_in(std::string_view header_of_positions);

/// An occupation as it stands: `0124-Advertising managers`, `00012 - Senior managers`, `(blank)`.
struct LmiaOccupation {
    std::string noc;      ///< Four digits or five, zeros lost at the front put back; empty if none.
    std::string edition;  ///< `2021` for five digits, else as the list says; may be empty.
};

/// Five digits are NOC 2021, and so are fewer in lists from the third quarter of 2024 on: they have
/// lost zeros. Refuses what begins with digits and is no code of either.
domain::Result<LmiaOccupation> lmia_occupation(
    std::string_view occupation, std::string_view period
);

}  // namespace reference_data
