#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/domain/result.hpp"

#include <boost/json/object.hpp>

#include <string_view>

namespace wire {

/// Reads JSON text within limits (depth 32); refuses duplicate keys and anything after the value.
domain::Result<boost::json::value> parse(std::string_view text);

/// A candidate document (services/wire/candidate.schema.json, `jobscout/candidate/1`). Refuses an
/// unknown key, a wrong type, an impossible date, level or score, naming its path.
domain::Result<domain::Candidate> candidate_from(const boost::json::value& document);

}  // namespace wire
