#pragma once

#include "matcher/rules/rule_set.hpp"

#include <boost/json/object.hpp>

namespace wire {

/// What differs between two rule sets and their grids: `{from, to, differences[{path, from, to}]}`.
/// The rows of a table in steps are matched by where they begin and levels by their name:
/// `grid.core.age[from=30].without_spouse`, `additional.job_offer.levels[level=2x].points`. A row
/// or level that only one of the two has is null in the other. Occupations are
/// `from: {removed[]}, to: {added[]}`. Values of different shapes stand whole, and null in place
/// of points is what it is in the document: not known.
boost::json::object rules_diff_json(const rules::RuleSet& from, const rules::RuleSet& to);

}  // namespace wire
