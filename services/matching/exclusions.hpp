#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/domain/posting.hpp"
#include "sql/store/posting_store.hpp"

namespace matching {

/// With every spelling under which postings name the employers that the candidate excludes
/// (normalise::is_called()), as ranking::Excluded compares whole names.
domain::Exclusions with_spellings(domain::Exclusions exclusions, store::PostingStore& postings);

/// Whether the candidate never wants to see this posting.
bool excludes(const domain::Exclusions& exclusions, const domain::Posting& posting);

}  // namespace matching
