#pragma once

#include "matcher/domain/candidate.hpp"
#include "services/wire/answer.hpp"

#include <boost/json/object.hpp>

namespace wire {

/// The answer of `jobscout offer` and POST /v1/offers/lift: whether the offer counts, clause by
/// clause, and what it would do. `offer_in_hand` of the candidate is what is already counted.
/// `{as_of, basis, offer{qualifies, route, waives_funds, checks[]}, lift[], programs[{program,
/// name, before, after}], funds_waived, categories_opened[{category, name, months}], notes[],
/// notice}`.
boost::json::object offer_answer_json(
    const AnswerContext& context, const domain::Candidate& candidate, const domain::Offer& offer
);

}  // namespace wire
