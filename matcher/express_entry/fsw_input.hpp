#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/express_entry/fsw_grid.hpp"

namespace express_entry {

/// Work that the Federal Skilled Worker Program counts: what the CRS does, and in Canada also what
/// was done as a student.
bool counts_for_fswp(const domain::Job& job);

/// The candidate as the selection grid sees them, with the offer in the document where it counts.
FswInput fsw_input(const domain::Candidate& candidate, domain::Date as_of);

}  // namespace express_entry
