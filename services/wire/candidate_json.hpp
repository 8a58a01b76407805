#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/domain/result.hpp"

#include <boost/json/value.hpp>

#include <string_view>

namespace wire {

/// A candidate document (services/wire/candidate.schema.json, `jobscout/candidate/1`). Refuses an
/// unknown key, a wrong type, an impossible date, level or score, naming its path.
domain::Result<domain::Candidate> candidate_from(const boost::json::value& document);

/// The text of services/wire/candidate.schema.json.
std::string_view candidate_schema();

}  // namespace wire
