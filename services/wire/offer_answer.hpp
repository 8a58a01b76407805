#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/domain/result.hpp"
#include "services/wire/answer.hpp"

#include <boost/json/object.hpp>

namespace wire {

/// The answer of `jobscout offer` and POST /v1/offers/lift: whether the offer counts, clause by
/// clause, and what it would add. An offer in the document is in hand, and counted already.
/// `{as_of, basis, offer{qualifies, route, waives_funds, checks[]}, lift[], program_rules,
/// programs[{program, name, before, after}], category_rules, categories_opened[{category, name,
/// months}], notes[], notice}`.
boost::json::object offer_answer_json(
    const AnswerContext& context, const domain::Candidate& candidate, const domain::Offer& offer
);

/// The same for the offer in the document, against the document without it. Refuses a document that
/// has none.
domain::Result<boost::json::object> own_offer_answer_json(
    const AnswerContext& context, const domain::Candidate& candidate
);

}  // namespace wire
