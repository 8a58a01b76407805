#pragma once

#include "services/packages/checklist.hpp"
#include "services/packages/package.hpp"

#include <vector>

/// What the candidate keeps: facts about the posting and the offer, and what to see to. All in the
/// language that is kept, and under the name of the firm whose advisor asked for them.
namespace packages {

/// The posting as it was on the day, and its evidence card.
Document posting_sheet(const Order& order);

/// Why it fits and what an offer would add: every figure with the rule set it comes from, its dates
/// and status, and where advice is to be had. Of the fit alone where the package does not speak of
/// immigration.
Document fit_sheet(const Order& order);

/// The checklist, and what the ATS check has found.
Document checklist_sheet(
    const Order& order,
    const std::vector<ChecklistItem>& items,
    const std::vector<AtsFinding>& findings
);

}  // namespace packages
