#pragma once

#include "matcher/domain/candidate.hpp"
#include "services/wire/answer.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

namespace wire {

/// The other order of the two official languages: `{reason{}, points[{rules, points}]}`; null where
/// there is no second one.
boost::json::value language_order_json(
    const AnswerContext& context, const express_entry::CrsInput& input
);

/// The same couple with the spouse as principal applicant: `{reason{}, points[]}`; null unless a
/// spouse accompanies. Points are null where the spouse's birth date is not stated.
boost::json::value swapped_json(const AnswerContext& context, const domain::Candidate& candidate);

/// How the work history is counted, month by month; neighbouring months that are explained alike
/// stand together. `{window_from, canadian{months, years}, foreign{months, years}, months[{from,
/// to, canadian, foreign, jobs[], reasons[]}]}`, amounts in months of full-time work.
boost::json::object work_json(const AnswerContext& context, const domain::Candidate& candidate);

}  // namespace wire
