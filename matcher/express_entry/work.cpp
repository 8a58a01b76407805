#include "matcher/express_entry/work.hpp"

#include "matcher/rules/regulations.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace express_entry {
namespace {

using domain::Date;
using domain::Job;

const rules::WorkRules& rules_of_work() { return rules::regulations().lifecycle.work; }

/// A month has as many parts as every length of a month divides, twice over: a day of a month of
/// 31, 30 or 28 days is a whole number of them, and 29 February, which has to fit in between, too.
constexpr std::int64_t month_parts = 26'040;
constexpr std::array<int, 12> month_days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

/// Parts of a month since the year 0. The same day of two years is twelve months apart, leap years
/// or not: 29 February lies half a day before the month's end.
std::int64_t calendar_parts(const Date date) {
    const std::chrono::year_month_day day{date};
    const auto month = static_cast<unsigned>(day.month()) - 1;
    const std::int64_t length = month_days[month];
    const std::int64_t before = static_cast<unsigned>(day.day()) - 1;
    const std::int64_t half_days = std::min(2 * before, 2 * length - 1);
    return (std::int64_t{12} * static_cast<int>(day.year()) + month) * month_parts +
           half_days * month_parts / (2 * length);
}

constexpr std::int64_t hour_hundredths = 100;

std::int64_t full_time_month() {
    return month_parts * hour_hundredths * rules_of_work().full_time_hours;
}

/// Work of one or more jobs at the same hours throughout.
struct Stretch {
    Period period;
    double weekly_hours = 0;
};

/// The part of the job that lies in the period; its last day is worked too.
Stretch stretch_of(const Job& job, const Period& period) {
    const Date end = job.end ? *job.end + std::chrono::days{1} : period.to;
    return {
        .period = {.from = std::max(job.start, period.from), .to = std::min(end, period.to)},
        .weekly_hours = job.hours_per_week,
    };
}

/// Cuts the time wherever a job begins or ends, so that within each piece the hours stay the same;
/// pieces without work are left out.
std::vector<Stretch> pieces(const std::vector<Job>& jobs, const Period& period) {
    std::vector<Stretch> stretches;
    std::vector<Date> cuts;
    for (const Job& job : jobs) {
        const Stretch stretch = stretch_of(job, period);
        if (stretch.period.from < stretch.period.to) {
            stretches.push_back(stretch);
            cuts.push_back(stretch.period.from);
            cuts.push_back(stretch.period.to);
        }
    }
    std::ranges::sort(cuts);
    std::vector<Stretch> result;
    for (std::size_t cut = 1; cut < cuts.size(); ++cut) {
        Stretch piece{.period = {.from = cuts[cut - 1], .to = cuts[cut]}, .weekly_hours = 0};
        for (const Stretch& stretch : stretches) {
            if (stretch.period.from <= piece.period.from && piece.period.to <= stretch.period.to) {
                piece.weekly_hours += stretch.weekly_hours;
            }
        }
        if (piece.period.from < piece.period.to && piece.weekly_hours > 0) {
            result.push_back(piece);
        }
    }
    return result;
}

FullTimeMonths amount(const Stretch& piece) {
    return FullTimeMonths::of(piece.period.from, piece.period.to, piece.weekly_hours);
}

}  // namespace

std::optional<WorkObjection> objection(const Job& job) {
    if (!job.paid) {
        return WorkObjection::unpaid;
    }
    if (job.noc.teer() > rules_of_work().teer_max) {
        return WorkObjection::teer_4_or_5;
    }
    if (in_canada(job.country) && job.self_employed) {
        return WorkObjection::self_employed_in_canada;
    }
    if (in_canada(job.country) && job.student) {
        return WorkObjection::student_in_canada;
    }
    return std::nullopt;
}

FullTimeMonths FullTimeMonths::of(const Date from, const Date to, const double weekly_hours) {
    const std::int64_t hundredths = std::min<std::int64_t>(
        std::llround(weekly_hours * hour_hundredths),
        hour_hundredths * rules_of_work().full_time_hours
    );
    FullTimeMonths result;
    result.parts_ = (calendar_parts(to) - calendar_parts(from)) * hundredths;
    return result;
}

int FullTimeMonths::whole() const { return static_cast<int>(parts_ / full_time_month()); }

int FullTimeMonths::whole_years() const { return whole() / rules_of_work().year_months; }

int FullTimeMonths::hundredths() const {
    return static_cast<int>(100 * parts_ / full_time_month());
}

Period months_before(const Date as_of, const int months) {
    return {.from = domain::add_months(as_of, -months), .to = as_of};
}

FullTimeMonths work_done(const std::vector<Job>& jobs, const Period& period) {
    FullTimeMonths sum;
    for (const Stretch& piece : pieces(jobs, period)) {
        sum += amount(piece);
    }
    return sum;
}

FullTimeMonths longest_unbroken(const std::vector<Job>& jobs, const Period& period) {
    FullTimeMonths longest;
    FullTimeMonths run;
    std::optional<Date> run_end;
    for (const Stretch& piece : pieces(jobs, period)) {
        if (run_end != piece.period.from) {
            run = {};
        }
        run += amount(piece);
        run_end = piece.period.to;
        longest = std::max(longest, run);
    }
    return longest;
}

std::vector<domain::NocCode> occupations_of(const std::vector<Job>& jobs) {
    std::vector<domain::NocCode> nocs;
    nocs.reserve(jobs.size());
    for (const Job& job : jobs) {
        nocs.push_back(job.noc);
    }
    std::ranges::sort(nocs);
    nocs.erase(std::unique(nocs.begin(), nocs.end()), nocs.end());
    return nocs;
}

WorkYears work_years(const std::vector<Job>& jobs, const Date as_of) {
    const Period window = months_before(as_of, rules_of_work().window_months);
    const auto years = [&](const bool canadian) {
        const auto counted = only(jobs, [canadian](const Job& job) {
            return counts_as_work(job) && in_canada(job.country) == canadian;
        });
        return work_done(counted, window).whole_years();
    };
    return {.canadian = years(true), .foreign = years(false)};
}

std::optional<domain::NocCode> main_canadian_occupation(
    const std::vector<Job>& jobs, const Date as_of
) {
    const Period window = months_before(as_of, rules_of_work().window_months);
    const auto canadian =
        only(jobs, [](const Job& job) { return counts_as_work(job) && in_canada(job.country); });
    std::optional<domain::NocCode> main;
    FullTimeMonths most;
    for (const domain::NocCode noc : occupations_of(canadian)) {
        const auto same = only(canadian, [noc](const Job& job) { return job.noc == noc; });
        const FullTimeMonths months = work_done(same, window);
        if (months > most) {
            most = months;
            main = noc;
        }
    }
    // A year of which only a part was in the occupation is not a year in it.
    const bool all_years = most.whole_years() == work_years(jobs, as_of).canadian;
    return all_years ? main : std::nullopt;
}

}  // namespace express_entry
