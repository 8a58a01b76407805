#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/express_entry/reason.hpp"

#include <vector>

namespace express_entry {

/// A day to keep in mind, and why.
struct Deadline {
    domain::Date date;
    Reason reason;
};

/// When documents that count on the day stop counting, when the profile leaves the pool, by when an
/// invitation has to be answered, and what expires before those; soonest first.
/// Source: Ministerial Instructions s. 3-4 and 12 (matcher/rules/lifecycle.json).
std::vector<Deadline> deadlines(const domain::Candidate& candidate, domain::Date as_of);

/// The last day on which an application has to arrive after an invitation of this day.
domain::Date application_due(domain::Date invited_on);

}  // namespace express_entry
