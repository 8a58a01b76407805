#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/domain/round.hpp"
#include "matcher/express_entry/rounds.hpp"
#include "services/wire/answer.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <string>
#include <vector>

namespace wire {

/// `{number, held_on, kind, program, category, type_name, name, invitations, cutoff_crs, tie_break,
/// pool_total}`
boost::json::object round_json(const domain::Round& round, domain::OfficialLanguage language);

/// The answer of `jobscout rounds` and POST /v1/rounds: how the candidate's score stands among the
/// rounds of the `months` before `as_of`.
/// `{as_of, basis, months, latest_round, scores[{rules..., total, standings[]}], program_rules,
/// programs[], category_rules, categories[], notes[], notice}`; a score that is not known has no
/// standings.
boost::json::object rounds_answer_json(
    const AnswerContext& context,
    const domain::Candidate& candidate,
    const std::vector<domain::Round>& rounds,
    int months
);

/// `{kind, program, category, type_name}`
boost::json::object round_type_json(
    const express_entry::RoundType& type, domain::OfficialLanguage language
);

/// The type of a round in words.
std::string round_type_text(
    const express_entry::RoundType& type, domain::OfficialLanguage language
);

/// How the score stands, in words.
std::string standing_text(
    const express_entry::RoundStanding& standing, domain::OfficialLanguage language
);

}  // namespace wire
