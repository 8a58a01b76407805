#pragma once

#include <string_view>

namespace normalise {

/// The reasons for not understanding pay on which a posting is held back (indexer/verification).
inline constexpr std::string_view pay_not_above_zero = "pay is not above zero";
inline constexpr std::string_view pay_in_other_currency = "pay in ";  ///< `pay in USD`.

}  // namespace normalise
