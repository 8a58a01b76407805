#include "matcher/express_entry/work_ledger.hpp"

#include "matcher/rules/regulations.hpp"

#include <algorithm>
#include <optional>

namespace express_entry {
namespace {

using domain::Date;
using domain::Job;
using std::chrono::year_month;
using std::chrono::year_month_day;

Date first_day(const year_month month) { return Date{month / std::chrono::day{1}}; }

year_month month_of(const Date date) {
    const year_month_day day{date};
    return day.year() / day.month();
}

bool within(const Job& job, const Period& period) {
    return job.start < period.to && (!job.end || *job.end >= period.from);
}

std::vector<Job> counted_in(const std::vector<Job>& jobs, const bool canadian) {
    return only(jobs, [canadian](const Job& job) {
        return counts_as_work(job) && in_canada(job.country) == canadian;
    });
}

/// Whether the jobs of one side of the border fill more hours than count, on some day.
bool above_full_time(const std::vector<Job>& jobs, const Period& period) {
    const int most = rules::regulations().lifecycle.work.full_time_hours;
    return std::ranges::any_of(jobs, [&](const Job& begun) {
        if (!within(begun, period)) {
            return false;
        }
        // The hours are greatest on a day on which some job begins.
        const Date day = std::max(begun.start, period.from);
        double hours = 0;
        for (const Job& job : jobs) {
            const bool worked = job.start <= day && (!job.end || *job.end >= day);
            hours += worked ? job.hours_per_week : 0;
        }
        return hours > most;
    });
}

WorkMonth month_in(
    const year_month month,
    const std::vector<Job>& jobs,
    const std::vector<Job>& canadian,
    const std::vector<Job>& foreign,
    const Period& window
) {
    const Period period{
        .from = std::max(window.from, first_day(month)),
        .to = std::min(window.to, first_day(month + std::chrono::months{1})),
    };
    WorkMonth result{
        .month = month,
        .canadian_hundredths = work_done(canadian, period).hundredths(),
        .foreign_hundredths = work_done(foreign, period).hundredths(),
        .counted = {},
        .not_counted = {},
        .above_full_time = above_full_time(canadian, period) || above_full_time(foreign, period),
    };
    for (std::size_t index = 0; index < jobs.size(); ++index) {
        if (within(jobs[index], period)) {
            (counts_as_work(jobs[index]) ? result.counted : result.not_counted).push_back(index);
        }
    }
    return result;
}

}  // namespace

WorkLedger work_ledger(const std::vector<Job>& jobs, const Date as_of) {
    const Period window = months_before(as_of, rules::regulations().lifecycle.work.window_months);
    const std::vector<Job> canadian = counted_in(jobs, true);
    const std::vector<Job> foreign = counted_in(jobs, false);
    WorkLedger ledger{
        .window = window,
        .months = {},
        .canadian = work_done(canadian, window),
        .foreign = work_done(foreign, window),
    };
    std::optional<Date> first;
    for (const Job& job : jobs) {
        if (within(job, window)) {
            const Date begun = std::max(job.start, window.from);
            first = first ? std::min(*first, begun) : begun;
        }
    }
    if (first) {
        for (year_month month = month_of(*first); first_day(month) < window.to;
             month += std::chrono::months{1}) {
            ledger.months.push_back(month_in(month, jobs, canadian, foreign, window));
        }
    }
    return ledger;
}

}  // namespace express_entry
