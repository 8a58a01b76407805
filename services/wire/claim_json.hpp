#pragma once

#include "services/wire/lift_json.hpp"
#include "sql/store/claim_store.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <string>
#include <vector>

/// Employers' claims to postings.
namespace wire {

/// `{id, posting_id, title, hiring_organization, domain, link, state, claimed_at, decided_at,
/// words}`; the names are null while the posting is not served.
boost::json::object claim_json(const store::ClaimStore::Claim& claim);

/// The same for reviewers, with `employer_name`: as the account calls itself.
boost::json::object claim_to_review_json(const store::ClaimStore::Claim& claim);

/// `{claim{}, history[{claim_id, domain, state, actor, words, made_at}]}`
boost::json::object claim_with_history_json(const store::ClaimStore::Found& found);

/// What a reviewer decides, `{decision, note}`: accept, refuse or revoke, and why.
struct ClaimDecision {
    std::string state;  ///< accepted, refused or revoked
    std::string words;  ///< 1 to 1,000 characters.
};
domain::Result<ClaimDecision> claim_decision_from(const boost::json::value& document);

/// What an offer on the posted terms is worth to a person without one, under each rule set, and
/// what the posting still lacks for it: `[{rules, role, status, ..., points, reason{code, text},
/// lacks[{code, text}]}]`.
boost::json::array posted_offer_json(
    const rules::RuleBook& rule_book,
    const std::vector<express_entry::Lift>& lifts,
    domain::Date as_of,
    domain::OfficialLanguage language
);

}  // namespace wire
