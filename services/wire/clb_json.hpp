#pragma once

#include "matcher/domain/candidate.hpp"

#include <boost/json/object.hpp>

namespace wire {

/// The answer of `jobscout clb`: `{as_of, tests[{path, test, language, date, levels{}, counts,
/// expires}], notes[], notice}`; `expires` is the first day on which the results do not count.
boost::json::object clb_answer_json(
    const domain::Candidate& candidate, domain::Date as_of, domain::OfficialLanguage language
);

}  // namespace wire
