#pragma once

#include "matcher/domain/posting.hpp"
#include "sql/store/reference_store.hpp"

#include <map>
#include <vector>
#include <xapian.h>

namespace search {

using UnitGroups = std::map<domain::NocCode, store::NocUnitGroup>;

/// A verified posting as the schema describes it.
Xapian::Document document(const domain::Posting& posting, const UnitGroups& unit_groups);

}  // namespace search
