#pragma once

#include <boost/json/object.hpp>

namespace packages {

/// What two manifests (manifest.hpp) do not have in common: `{as_of{before, after},
/// rule_sets{added[], removed[]}, inputs[], documents{resume{added[], removed[]}, letter{added[],
/// removed[]}}, facts{added[], removed[]}, ats{added[], removed[]}, versions[{name, before,
/// after}]}`. Sentences and findings are whole, in the order of their document; inputs are the
/// names of those that have changed.
boost::json::object comparison(const boost::json::object& before, const boost::json::object& after);

}  // namespace packages
