#pragma once

#include "matcher/domain/offer.hpp"
#include "matcher/domain/posting.hpp"

namespace express_entry {

/// The offer that a candidate would hold on the terms of the posting: what it states, and nothing
/// that it is silent on. `posting` has a NOC and a place, as every verified one has.
domain::Offer posted_offer(const domain::Posting& posting);

}  // namespace express_entry
