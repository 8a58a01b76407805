#pragma once

#include "matcher/express_entry/crs.hpp"

namespace express_entry {

/// The most that each factor, group, section and the total can come to in one column of a rule set:
/// their caps where there are some, nothing where that rests on a figure that is not known.
CrsScore maxima(const rules::RuleSet& rule_set, rules::Column column);

/// What the caps took away from a person; nothing where that is not known.
struct LostToCaps {
    int second_language = 0;
    int education_group = 0;
    int foreign_group = 0;
    int certificate_group = 0;
    int transferability = 0;  ///< Beyond what the groups lost.
    Points additional = 0;
    Points total = 0;  ///< Beyond all of the above.
};

/// `score` is that of `input` under `rule_set`.
LostToCaps lost_to_caps(
    const rules::RuleSet& rule_set, const CrsInput& input, const CrsScore& score
);

}  // namespace express_entry
