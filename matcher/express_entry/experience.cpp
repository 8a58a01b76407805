#include "matcher/express_entry/profile.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace express_entry {
namespace {

using domain::Date;

/// Source of the figures: Ministerial Instructions, definitions of work experience; IRPR s. 73(1).
constexpr double full_time_hours = 30;
constexpr int window_months = 120;
constexpr int teer_max = 3;

/// Work from `from` up to, not including, `to`.
struct Stretch {
    Date from;
    Date to;
    double hours_per_week = 0;
};

/// The part of the job that lies in the ten years before `as_of`; its last day is worked too.
Stretch stretch_of(const domain::Job& job, const Date as_of) {
    const Date end = job.end ? *job.end + std::chrono::days{1} : as_of;
    return {
        .from = std::max(job.start, domain::add_months(as_of, -window_months)),
        .to = std::min(end, as_of),
        .hours_per_week = job.hours_per_week,
    };
}

/// Months as a calendar counts them, the last one in part by its days.
double calendar_months(const Date from, const Date to) {
    const int whole = domain::whole_months(from, to);
    const Date begun = domain::add_months(from, whole);
    const Date next = domain::add_months(from, whole + 1);
    return whole +
           static_cast<double>((to - begun).count()) / static_cast<double>((next - begun).count());
}

/// The hours that all jobs together fill on `day`, as far as they count.
double hours_on(const std::vector<Stretch>& stretches, const Date day) {
    double hours = 0;
    for (const Stretch& stretch : stretches) {
        if (stretch.from <= day && day < stretch.to) {
            hours += stretch.hours_per_week;
        }
    }
    return std::min(hours, full_time_hours);
}

/// Cuts the time wherever a job begins or ends, and joins what is worked at the same hours, so
/// that two full-time jobs one after the other are one stretch of whole months.
std::vector<Stretch> without_overlap(const std::vector<Stretch>& stretches) {
    std::vector<Date> cuts;
    for (const Stretch& stretch : stretches) {
        cuts.push_back(stretch.from);
        cuts.push_back(stretch.to);
    }
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());

    std::vector<Stretch> result;
    for (std::size_t cut = 1; cut < cuts.size(); ++cut) {
        const Stretch next{
            .from = cuts[cut - 1],
            .to = cuts[cut],
            .hours_per_week = hours_on(stretches, cuts[cut - 1]),
        };
        if (!result.empty() && result.back().hours_per_week == next.hours_per_week) {
            result.back().to = next.to;
        } else {
            result.push_back(next);
        }
    }
    return result;
}

int whole_years(const std::vector<Stretch>& stretches) {
    double months = 0;
    for (const Stretch& stretch : without_overlap(stretches)) {
        months +=
            calendar_months(stretch.from, stretch.to) * stretch.hours_per_week / full_time_hours;
    }
    // Twelve months put together from thirds must not fall short by a rounding error.
    constexpr double rounding = 1e-6;
    return static_cast<int>(std::floor((months + rounding) / 12));
}

}  // namespace

bool counts_as_work(const domain::Job& job) {
    if (!job.paid || job.noc.teer() > teer_max) {
        return false;
    }
    return !in_canada(job.country) || (!job.self_employed && !job.student);
}

WorkYears work_years(const std::vector<domain::Job>& jobs, const Date as_of) {
    std::vector<Stretch> canadian;
    std::vector<Stretch> foreign;
    for (const domain::Job& job : jobs) {
        const Stretch stretch = stretch_of(job, as_of);
        if (counts_as_work(job) && stretch.from < stretch.to) {
            (in_canada(job.country) ? canadian : foreign).push_back(stretch);
        }
    }
    return {.canadian = whole_years(canadian), .foreign = whole_years(foreign)};
}

}  // namespace express_entry
