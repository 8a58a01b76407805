#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/express_entry/crs.hpp"
#include "matcher/express_entry/reason.hpp"

#include <vector>

namespace express_entry {

/// One change, and what the whole score would gain by it alone.
struct Advice {
    Reason reason;
    std::vector<Points> gains;  ///< By rule set; nothing where a score is not known.
};

/// Single changes that raise the score of the day under one of the rule sets at least, each by
/// scoring the changed candidate anew; greatest gain under the first rule set first.
std::vector<Advice> advise(
    const std::vector<const rules::RuleSet*>& rule_sets,
    const domain::Candidate& candidate,
    domain::Date as_of
);

}  // namespace express_entry
