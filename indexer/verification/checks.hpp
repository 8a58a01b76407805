#pragma once

#include "indexer/verification/verify.hpp"

// The checks themselves, one pure function each; verify() runs them all. What each asks, and who
// asks for it, stands in check_rules.json; what its statements mean, in the messages.
namespace verification {

// record_checks.cpp: what the record itself must say.
Check provenance(const Evidence& evidence);
Check dates(const Evidence& evidence);
Check required_fields(const Evidence& evidence);
Check occupation(const Evidence& evidence);
Check pay(const Evidence& evidence);

}  // namespace verification
