#pragma once

namespace verification {

/// Where pay leaves what is usual, in percent of the median; from wage_limits.json, which has the
/// reasons.
struct WageLimits {
    int below_percent = 0;       ///< The most offered is less than this: low.
    int far_above_percent = 0;   ///< The least offered is more than this: far above.
    int far_above_teer_min = 0;  ///< Asked of work of this TEER and those after it...
    int unlicensed_teer = 0;     ///< ... and of this one, where no licence is needed.
    int unlikely_percent = 0;    ///< More than this is a slip, not pay.
};

const WageLimits& wage_limits();

}  // namespace verification
