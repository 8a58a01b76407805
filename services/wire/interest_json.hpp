#pragma once

#include "services/wire/shown_candidate_json.hpp"
#include "sql/store/interest_store.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <string>
#include <string_view>
#include <vector>

/// What employers say of candidates, and why.
namespace wire {

/// The body of PUT .../interest, `{interested, reason, words?}`: one of interest_reasons(), and at
/// most 300 characters beside it, which the candidate is shown.
domain::Result<store::InterestStore::Decision> decision_from(const boost::json::value& document);

/// Reasons that have to do with the job; there is none for anything else.
std::vector<std::string_view> interest_reasons();

/// What the employer is shown of the candidate, in each language, to be kept as it is.
std::string explanation_of(const ShownCandidate& candidate);

/// `{interested, reason{code, text}, words, decided_at}`
boost::json::object decision_json(
    const store::InterestStore::Interest& interest, domain::OfficialLanguage language
);

/// The same with `alias` and `why{rules, revision, as_of, fit{}, gaps[]}`: what it was made on.
boost::json::object said_json(
    const std::string& alias,
    const store::InterestStore::Interest& interest,
    domain::OfficialLanguage language
);

/// For the candidate, and for the reviewer whom they ask: `{id, posting_id, title, employer,
/// current, interested, reason{}, words, decided_at, why{}, review{asked_at, words, answered_at,
/// answer}}`; review is null where nobody was asked.
boost::json::object interest_json(
    const store::InterestStore::Interest& interest, domain::OfficialLanguage language
);

/// `{items[]}` of interest_json().
boost::json::object interests_json(
    const std::vector<store::InterestStore::Interest>& interests, domain::OfficialLanguage language
);

/// The body of POST .../review, `{words?}`: at most 1,000 characters.
domain::Result<std::string> request_words_from(const boost::json::value& document);

/// The body of POST .../answer, `{answer}`: 1 to 1,000 characters.
domain::Result<std::string> answer_words_from(const boost::json::value& document);

/// `{id, posting_id, title, hiring_organization, asked_at}`
boost::json::object waiting_interest_json(const store::InterestStore::Waiting& waiting);

}  // namespace wire
