#pragma once

#include "services/matching/matching.hpp"
#include "services/packages/package.hpp"

#include <boost/json/object.hpp>

namespace packages {

struct OrderQuery {
    domain::PostingId posting = 0;
    domain::Date as_of;
    const rules::RuleSet* asked = nullptr;  ///< A rule set to show beside the usual ones.
    /// Of what is sent; nothing: the language of the posting.
    std::optional<domain::OfficialLanguage> sent = {};
    domain::OfficialLanguage kept = domain::OfficialLanguage::english;
    OwnWords own_words = {};
    std::optional<Advisor> advisor = {};
};

/// All that a package is made of, from a candidate document and the stores. Refuses a document that
/// wire::candidate_from() refuses, and a posting that is not served on the day.
domain::Result<Order> order_from(
    const rules::RuleBook& rule_book,
    const matching::Facts& facts,
    const matching::Stores& stores,
    const boost::json::value& candidate,
    const OrderQuery& query
);

}  // namespace packages
