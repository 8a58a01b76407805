#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/domain/result.hpp"
#include "matcher/domain/round.hpp"

#include <boost/json/value.hpp>

#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

/// What every command that reads a document does with it.
namespace cli {

/// The JSON document that `in` holds.
domain::Result<boost::json::value> read_document(std::istream& in);

/// The candidate document that `in` holds.
domain::Result<domain::Candidate> read_candidate(std::istream& in);

/// All of a file; empty where it cannot be read.
std::string content_of(const std::string& path);

/// The rounds of the government's file at `path`, with what it refuses said on `errors`, else, for
/// no path, those that ship. Nothing where the file as a whole is refused.
std::optional<std::vector<domain::Round>> read_rounds(
    const std::string& path, std::ostream& errors
);

/// Says on `errors` what was refused and where; the exit status for it, 1.
int refuse(std::ostream& errors, const domain::Error& error);

/// Says that there is no such rule set; the exit status for it, 2.
int refuse_rules(std::ostream& errors, const std::string& id);

}  // namespace cli
