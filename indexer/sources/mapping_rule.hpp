#pragma once

#include "indexer/sources/mapping.hpp"

#include <boost/json/value.hpp>

#include <vector>

namespace sources {

/// The object `fields` of a mapping file: field -> column name, rule object, or a list of these.
domain::Result<std::vector<Rule>> rules_from(const boost::json::value& fields, TableFormat format);

}  // namespace sources
