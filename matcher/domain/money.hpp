#pragma once

#include <cstdint>
#include <optional>

namespace domain {

/// Canadian dollars in integer cents.
using Cents = std::int64_t;

enum class PayPeriod : std::uint8_t { hour, day, week, two_weeks, month, year };

/// Pay as stated, and the same pay by the hour and by the year so that postings compare.
/// hourly = yearly / (52 x weekly hours); the hours are the stated ones, else 40.
struct Pay {
    Cents min = 0;             ///< Per `period`; positive.
    std::optional<Cents> max;  ///< Not below `min`; absent where one figure was stated.
    PayPeriod period = PayPeriod::hour;
    bool hours_assumed = false;  ///< The posting states no hours, so 40 a week were assumed.
    Cents hourly_min = 0;
    Cents hourly_max = 0;  ///< Equals `hourly_min` where one figure was stated.
    Cents yearly_min = 0;
    Cents yearly_max = 0;
    bool operator==(const Pay&) const = default;
};

}  // namespace domain
