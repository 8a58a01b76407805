#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/domain/result.hpp"

#include <boost/json/value.hpp>

#include <istream>
#include <ostream>
#include <string>

/// What every command that reads a document does with it.
namespace cli {

/// The JSON document that `in` holds.
domain::Result<boost::json::value> read_document(std::istream& in);

/// The candidate document that `in` holds.
domain::Result<domain::Candidate> read_candidate(std::istream& in);

/// Says on `errors` what was refused and where; the exit status for it, 1.
int refuse(std::ostream& errors, const domain::Error& error);

/// Says that there is no such rule set; the exit status for it, 2.
int refuse_rules(std::ostream& errors, const std::string& id);

}  // namespace cli
