#pragma once

#include "matcher/express_entry/crs.hpp"

namespace express_entry {

/// The most that each factor, group, section and the total can come to in one column of a rule set:
/// their caps where there are some, nothing where that rests on a figure that is not known.
CrsScore maxima(const rules::RuleSet& rule_set, rules::Column column);

/// What the caps took away from a person.
struct LostToCaps {
    int second_language = 0;
    int education_group = 0;
    int foreign_group = 0;
    int transferability = 0;  ///< Beyond what the groups lost.
    int additional = 0;
};

/// `score` is that of `input` under `rule_set`. What is lost of additional points that are not
/// known is 0.
LostToCaps lost_to_caps(
    const rules::RuleSet& rule_set, const CrsInput& input, const CrsScore& score
);

}  // namespace express_entry
