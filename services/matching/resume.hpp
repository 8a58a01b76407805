#pragma once

#include "indexer/search/relevance.hpp"
#include "matcher/domain/candidate.hpp"

#include <vector>

namespace matching {

/// What a candidate's document says of work and skills by a day, weighted by how much each kind of
/// text says: what the person was called, then what they can do, then what they did.
std::vector<search::ResumeText> resume_of(const domain::Candidate& candidate, domain::Date as_of);

}  // namespace matching
