#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/domain/date.hpp"
#include "matcher/rules/lifecycle_rules.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace express_entry {

/// ISO 3166-1 alpha-2: `CA`.
constexpr bool in_canada(std::string_view country) { return country == "CA"; }

/// Why a job earns nothing, whatever its length.
/// Source: Ministerial Instructions, definitions of work experience.
enum class WorkObjection : std::uint8_t {
    unpaid,
    teer_4_or_5,
    self_employed_in_canada,
    student_in_canada,  ///< Done while a full-time student, co-op terms too.
};
std::optional<WorkObjection> objection(const domain::Job& job);

/// Whether the CRS counts the job at all.
inline bool counts_as_work(const domain::Job& job) { return !objection(job); }

/// An amount of work in months of full-time work, exact to the day and the hundredth of an hour.
/// Full time is 30 hours a week; hours above do not count, so that no year takes less than twelve
/// months, and part-time work takes longer in proportion.
class FullTimeMonths {
public:
    FullTimeMonths() = default;

    /// Work of `weekly_hours`, at most full time of which counts, from `from` up to, not including,
    /// `to`. Months are those of the calendar; the same day of two years is twelve months apart.
    static FullTimeMonths of(domain::Date from, domain::Date to, double weekly_hours);

    int whole() const;
    int whole_years() const;
    int hundredths() const;  ///< Of a month, rounded down.

    FullTimeMonths& operator+=(const FullTimeMonths& other) {
        parts_ += other.parts_;
        return *this;
    }
    auto operator<=>(const FullTimeMonths&) const = default;

private:
    std::int64_t parts_ = 0;  ///< Parts of a month times hundredths of an hour.
};

/// From `from` up to, not including, `to`.
struct Period {
    domain::Date from;
    domain::Date to;
};

/// The `months` before `as_of`.
Period months_before(domain::Date as_of, int months);

/// Work of all these jobs within the period. What overlaps adds up to at most full time.
FullTimeMonths work_done(const std::vector<domain::Job>& jobs, const Period& period);

/// The greatest amount of it that was done without a day's gap.
FullTimeMonths longest_unbroken(const std::vector<domain::Job>& jobs, const Period& period);

/// Those jobs for which `keep` holds.
template <class Keep>
std::vector<domain::Job> only(const std::vector<domain::Job>& jobs, const Keep keep) {
    std::vector<domain::Job> kept;
    for (const domain::Job& job : jobs) {
        if (keep(job)) {
            kept.push_back(job);
        }
    }
    return kept;
}

/// The occupations of these jobs, ascending, each once.
std::vector<domain::NocCode> occupations_of(const std::vector<domain::Job>& jobs);

/// Whole years of work that counts, in the ten years before `as_of`; Canadian and foreign work are
/// counted apart.
struct WorkYears {
    int canadian = 0;
    int foreign = 0;
};
WorkYears work_years(const std::vector<domain::Job>& jobs, domain::Date as_of);

/// The occupation in which every whole year of Canadian work was done; nothing where it takes
/// several to make them up.
std::optional<domain::NocCode> main_canadian_occupation(
    const std::vector<domain::Job>& jobs, domain::Date as_of
);

}  // namespace express_entry
