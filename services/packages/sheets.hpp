#pragma once

#include "services/packages/ats.hpp"
#include "services/packages/checklist.hpp"
#include "services/packages/document.hpp"

#include <boost/json/object.hpp>

#include <vector>

/// What the candidate keeps: facts about the posting and the offer, and what to see to.
namespace packages {

/// The posting as it was on the day, and its evidence card (wire::evidence_json()).
Document posting_sheet(
    const Facts& facts, const boost::json::object& evidence, domain::OfficialLanguage language
);

/// Why it fits and what an offer would add (wire::lift_answer_json()): every figure with the rule
/// set it comes from, its dates and status, and where advice is to be had.
Document lift_sheet(
    const Facts& facts, const boost::json::object& lift, domain::OfficialLanguage language
);

/// The checklist, and what the ATS check has found.
Document checklist_sheet(
    const Facts& facts,
    const std::vector<ChecklistItem>& items,
    const std::vector<AtsFinding>& findings,
    domain::OfficialLanguage language
);

}  // namespace packages
