#include "matcher/fit/fit.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace fit {
namespace {

constexpr int full_time_tenths = 300;  ///< Hours a week above 30 do not count, as in the CRS.

/// One job up to the day of asking, from `begin` to the day before `end`.
struct Spell {
    domain::NocCode noc;
    domain::Date begin;
    domain::Date end;
    int weekly_tenths = 0;
};

std::vector<Spell> spells(const std::vector<domain::Job>& jobs, const domain::Date as_of) {
    std::vector<Spell> result;
    for (const domain::Job& job : jobs) {
        if (job.start > as_of) {
            continue;
        }
        const domain::Date last = std::min(job.end.value_or(as_of), as_of);
        const double tenths = std::clamp(job.hours_per_week * 10.0, 0.0, double{full_time_tenths});
        result.push_back(
            {.noc = job.noc,
             .begin = job.start,
             .end = last + std::chrono::days{1},
             .weekly_tenths = static_cast<int>(std::lround(tenths))}
        );
    }
    return result;
}

/// Full-time months, to the nearest. Jobs held at the same time add up to full time and no further.
template <class Counts>
int full_time_months(const std::vector<Spell>& all, const Counts counts) {
    std::vector<domain::Date> turns;
    for (const Spell& spell : all) {
        turns.push_back(spell.begin);
        turns.push_back(spell.end);
    }
    std::ranges::sort(turns);
    std::int64_t day_tenths = 0;
    for (std::size_t index = 1; index < turns.size(); ++index) {
        int weekly_tenths = 0;
        for (const Spell& spell : all) {
            if (counts(spell) && spell.begin <= turns[index - 1] && turns[index] <= spell.end) {
                weekly_tenths += spell.weekly_tenths;
            }
        }
        day_tenths +=
            (turns[index] - turns[index - 1]).count() * std::min(weekly_tenths, full_time_tenths);
    }
    // A month is 365.25 / 12 = 487 / 16 days.
    constexpr std::int64_t month = std::int64_t{487} * full_time_tenths;
    return static_cast<int>((day_tenths * 16 + month / 2) / month);
}

domain::AbilityLevels best_of_each(
    const domain::AbilityLevels& left, const domain::AbilityLevels& right
) {
    return {
        .listening = std::max(left.listening, right.listening),
        .reading = std::max(left.reading, right.reading),
        .writing = std::max(left.writing, right.writing),
        .speaking = std::max(left.speaking, right.speaking),
    };
}

}  // namespace

CandidateTraits::CandidateTraits(
    const domain::Candidate& candidate,
    const domain::Date as_of,
    const Model& model,
    std::vector<WishedPlace> places
)
    : model_{&model},
      abroad_{candidate.citizenship_status == domain::CitizenshipStatus::abroad},
      licences_{candidate.licences},
      names_other_language_{candidate.names_other_language},
      wishes_{candidate.preferences},
      places_{std::move(places)} {
    const std::vector<Spell> work = spells(candidate.jobs, as_of);
    for (const Spell& spell : work) {
        if (std::ranges::find(occupations_, spell.noc, &Occupation::noc) != occupations_.end()) {
            continue;
        }
        const auto same_unit_group = [&](const Spell& other) { return other.noc == spell.noc; };
        const auto same_minor_group = [&](const Spell& other) {
            return other.noc.minor_group() == spell.noc.minor_group();
        };
        domain::Date last_end = spell.end;
        for (const Spell& other : work) {
            last_end = same_unit_group(other) ? std::max(last_end, other.end) : last_end;
        }
        occupations_.push_back(
            {.noc = spell.noc,
             .months = full_time_months(work, same_unit_group),
             .months_since = domain::whole_months(last_end, as_of),
             .minor_group_months = full_time_months(work, same_minor_group)}
        );
    }
    std::ranges::sort(occupations_, {}, &Occupation::noc);

    bool english_first = false;
    bool french_first = false;
    for (const domain::LanguageTest& test : candidate.language_tests) {
        if (test.date > as_of) {
            continue;
        }
        const bool french = language_of(test.kind) == domain::OfficialLanguage::french;
        domain::AbilityLevels& levels = (french ? french_ : english_).held.levels;
        levels = best_of_each(levels, test.levels);
        (french ? french_first : english_first) |= test.first;
    }
    english_.second = french_first && !english_first;
    french_.second = english_first && !french_first;

    for (const domain::Education& education : candidate.education) {
        if (education.completed <= as_of) {
            education_ = std::max(education_.value_or(education.level), education.level);
        }
    }

    if (candidate.certificate_of_qualification) {
        licences_.push_back(domain::Licence::trade_certificate);
    }
}

}  // namespace fit
