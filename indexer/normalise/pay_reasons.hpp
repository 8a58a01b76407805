#pragma once

#include <string_view>

namespace normalise {

/// The reasons for not understanding pay on which a posting is held back (indexer/verification).
inline constexpr std::string_view pay_not_above_zero = "pay is not above zero";
inline constexpr std::string_view pay_in_other_currency = "pay in ";  ///< `pay in USD`.

/// Forms write `$0.00` where nothing was entered: then the pay is not known, and nothing is wrong.
inline constexpr std::string_view pay_of_zero = "pay of 0 is not filled in";

}  // namespace normalise
