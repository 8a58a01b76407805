#pragma once

#include "indexer/search/search.hpp"
#include "matcher/domain/language.hpp"
#include "matcher/domain/result.hpp"
#include "matcher/express_entry/offer.hpp"
#include "matcher/rules/rule_book.hpp"
#include "sql/store/saved_search_store.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <map>
#include <string_view>
#include <vector>

namespace wire {

/// The body of POST and PUT /v1/saved-searches:
/// `{name, candidate?, order?, query?: {q?, province?[], noc?[], teer?[], pay_min?}, notify?}`.
/// Refuses a document that asks for neither a candidate's matches nor a search, an order without a
/// candidate, and whatever else cannot be; the error's field is the path.
domain::Result<store::SavedSearchTerms> saved_search_from(const boost::json::value& document);

/// What a stored `query` searches for; the day, the page and its length are the caller's. Refuses
/// what saved_search_from() would refuse today.
domain::Result<search::Query> search_query_from(std::string_view stored_query);

/// `{id, name, candidate, order, query, notify, feed, revision_seen, created_at}`
boost::json::object saved_search_json(const store::SavedSearch& saved);

/// A posting of a digest that is still served, and what it would add for the candidate as they are
/// now; no lifts without a candidate.
struct AnnouncedPosting {
    domain::Posting posting;
    std::vector<express_entry::Lift> lifts = {};
};

/// `{id, day, revision_after, revision, made_at, rules, matching, postings: [{posting_id, fit,
/// basis_points, title, hiring_organization, url, lift[]}]}`; what is not served any more has no
/// title. `rules` is the set of the points as announced; the lifts stand side by side as always.
boost::json::object digest_json(
    const store::Digest& digest,
    const std::map<domain::PostingId, AnnouncedPosting>& served,
    const rules::RuleBook& rule_book,
    domain::OfficialLanguage language
);

}  // namespace wire
