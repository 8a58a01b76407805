#pragma once

#include "indexer/reference_data/rows.hpp"

#include <string_view>

namespace reference_data {

/// An array of objects as a table: the members that the first one has are the columns, and `line`
/// is the place in the array, from 1. Objects and arrays inside a member are kept as JSON text.
domain::Result<Rows> json_rows(std::string_view json);

}  // namespace reference_data
