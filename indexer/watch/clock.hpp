#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/instant.hpp"

/// What this machine's clock says, in UTC.
namespace watch {

domain::Instant now();
domain::Date today();

}  // namespace watch
