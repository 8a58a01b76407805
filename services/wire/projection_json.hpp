#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/express_entry/lifecycle.hpp"
#include "matcher/express_entry/projection.hpp"
#include "services/wire/answer.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

namespace wire {

/// A plan as wire::plan_from() reads it.
domain::Result<express_entry::Plan> plan_from_document(const boost::json::value& document);

/// `[{date, reason{}}]`
boost::json::array deadlines_json(
    const std::vector<express_entry::Deadline>& deadlines, domain::OfficialLanguage language
);

/// The answer of `jobscout project` and POST /v1/projections: the score month by month, with what
/// explains every step. `{as_of, basis, rules[], months[{date, totals[], events[{date, reason{},
/// points[]}]}], deadlines[], notes[], notice}`.
boost::json::object projection_answer_json(
    const AnswerContext& context,
    const domain::Candidate& candidate,
    const express_entry::Plan& plan,
    int months
);

/// The answer of `jobscout advise` and POST /v1/advice: single changes that raise the score.
/// `{as_of, basis, rules[], scores[{rules, points}], advice[{reason{}, gains[{rules, points}]}],
/// deadlines[], notes[], notice}`.
boost::json::object advice_answer_json(
    const AnswerContext& context, const domain::Candidate& candidate
);

}  // namespace wire
