#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/domain/result.hpp"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>

namespace wire {

/// Reads JSON text within limits (depth 32); refuses duplicate keys and anything after the value.
domain::Result<boost::json::value> parse(std::string_view text);

/// Writes JSON text: members in the order in which they were inserted, numbers in their shortest
/// plain form (`37.5`, not `3.75E1`), no white space. Equal values give equal bytes.
std::string serialize(const boost::json::value& value);

/// A candidate document (services/wire/candidate.schema.json, `jobscout/candidate/1`). Refuses an
/// unknown key, a wrong type, an impossible date, level or score, naming its path.
domain::Result<domain::Candidate> candidate_from(const boost::json::value& document);

/// The text of services/wire/candidate.schema.json.
std::string_view candidate_schema();

}  // namespace wire
