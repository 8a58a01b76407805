#pragma once

#include "indexer/normalise/pay_reasons.hpp"
#include "matcher/domain/money.hpp"
#include "matcher/domain/posting.hpp"
#include "matcher/domain/result.hpp"

#include <optional>
#include <string_view>

namespace normalise {

/// What a source states of pay: a text, or figures with their period and currency, or both.
struct StatedPay {
    std::string_view text = {};
    std::string_view min = {};
    std::string_view max = {};
    std::string_view period = {};
    std::string_view currency = {};  ///< Canadian dollars where nothing is said.
};

/// Nothing where no amount is stated (`to be discussed`). Figures go before the text.
///
/// Refuses, with the reason: pay of 0, which is not filled in; pay below zero; another currency;
/// pay by the mile, the piece or commission; no period, unless the amount can only be a year's; an
/// upper bound alone; a maximum below the minimum; and amounts that are no wage, below 2.40 or
/// above 500 dollars an hour (2.40 an hour is under 5,000 a year in full time: Job Bank's
/// placeholder is $1.00).
///
/// A day is 1/5 of the weekly hours; hours stated as a range count with their middle.
domain::Result<std::optional<domain::Pay>> pay_from(
    const StatedPay& stated, std::optional<domain::WeeklyHours> hours
);

}  // namespace normalise
