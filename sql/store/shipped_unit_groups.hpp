#pragma once

#include "sql/store/reference_store.hpp"

#include <vector>

namespace store {

/// The NOC 2021 unit groups that ship with the program (sql/reference/noc_unit_group.tsv), by code,
/// without a database.
const std::vector<NocUnitGroup>& shipped_unit_groups();

}  // namespace store
