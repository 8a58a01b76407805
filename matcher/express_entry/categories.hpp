#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/express_entry/reason.hpp"
#include "matcher/rules/category_list.hpp"

#include <vector>

namespace express_entry {

/// Whether the candidate is in a category; being in the pool at all is judge_programs()'s to say.
struct CategoryVerdict {
    const rules::Category* category = nullptr;  ///< Of rules::regulations().
    Verdict member = Verdict::unknown;
    Reason reason;
};

/// One verdict for each category in force on the day; none where no list is held for it.
std::vector<CategoryVerdict> judge_categories(
    const domain::Candidate& candidate, domain::Date as_of
);

/// A category that work in an occupation would open, and after how many months of it.
struct OpenedCategory {
    const rules::Category* category = nullptr;
    int months = 0;
};

/// Categories of the day of which the candidate is no member, and would become one by working full
/// time in this occupation in Canada from `start` on, within `months_max`.
std::vector<OpenedCategory> categories_opened(
    const domain::Candidate& candidate, domain::NocCode noc, domain::Date start, int months_max
);

/// The candidate who leaves their present jobs and works full time in Canada from `start` on.
domain::Candidate working_in_canada(
    const domain::Candidate& candidate, domain::NocCode noc, domain::Date start, double weekly_hours
);

}  // namespace express_entry
