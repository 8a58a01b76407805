#pragma once

#include "matcher/express_entry/work.hpp"

#include <chrono>
#include <cstddef>
#include <vector>

namespace express_entry {

/// What one calendar month adds, and why not more.
struct WorkMonth {
    std::chrono::year_month month;
    int canadian_hundredths = 0;  ///< Of a month of full-time work; likewise `foreign_hundredths`.
    int foreign_hundredths = 0;
    std::vector<std::size_t> counted;      ///< Places in the list of jobs; none is a gap.
    std::vector<std::size_t> not_counted;  ///< Jobs of that month to which there is an objection.
    bool above_full_time = false;          ///< Hours above full time did not count.

    /// Whether the month is explained as `other` is.
    bool same_as(const WorkMonth& other) const {
        return canadian_hundredths == other.canadian_hundredths &&
               foreign_hundredths == other.foreign_hundredths && counted == other.counted &&
               not_counted == other.not_counted && above_full_time == other.above_full_time;
    }
};

/// The work history as the CRS counts it on a day, month by month from the first job in the window.
struct WorkLedger {
    Period window;
    std::vector<WorkMonth>
        months;               ///< Without gaps; every month of the window since the first job.
    FullTimeMonths canadian;  ///< What the months add up to, up to rounding of each.
    FullTimeMonths foreign;
};

WorkLedger work_ledger(const std::vector<domain::Job>& jobs, domain::Date as_of);

}  // namespace express_entry
