#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/express_entry/profile.hpp"
#include "services/wire/answer.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <optional>

/// The answer of `jobscout crs` and POST /v1/crs.
namespace wire {

/// Whose score is asked for: a candidate, or a person with age, levels and years given directly.
struct CrsQuestion {
    express_entry::CrsProfile profile;           ///< As the CRS sees them on the day.
    std::optional<domain::Candidate> candidate;  ///< Where a whole document was given.
};

/// A candidate document, told by its member `schema`, or else the input of crs_input_from().
domain::Result<CrsQuestion> crs_question_from(
    const boost::json::value& document, domain::Date as_of
);

/// `{as_of, basis, column_reason{code, text}, scores[], language_order, swapped, work, notes[],
/// notice}`: a score of crs_score_json() with its `role` and `status_text` for each rule set shown,
/// and what crs_insights.hpp adds; `swapped` and `work` are null where no document was given.
boost::json::object crs_answer_json(const AnswerContext& context, const CrsQuestion& question);

/// Why the score uses its column, in words.
std::string column_reason_text(domain::Marital marital, domain::OfficialLanguage language);

}  // namespace wire
