#pragma once

#include "matcher/domain/posting.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace normalise {

/// What a posting says about sponsoring a visa or work permit, and the sentence that says so.
struct SponsorshipSaid {
    domain::Sponsorship verdict = domain::Sponsorship::not_mentioned;
    std::string quote;  ///< At most domain::quote_max characters of the text itself.
};

/// Reads texts in the posting's own words, English or French. A refusal anywhere outweighs a
/// condition, and a condition an offer; of sentences that say the same the first is quoted.
/// Sponsoring a security clearance, an event or a study is something else, and a question to the
/// applicant says nothing.
SponsorshipSaid sponsorship_said(const std::vector<std::string_view>& texts);

}  // namespace normalise
