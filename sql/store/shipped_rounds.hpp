#pragma once

#include "matcher/domain/round.hpp"

#include <vector>

namespace store {

/// The rounds that ship with the program (sql/reference/round.tsv), oldest first, without a
/// database: what RoundStore lists where nothing was imported.
const std::vector<domain::Round>& shipped_rounds();

}  // namespace store
