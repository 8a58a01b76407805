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

// employer_checks.cpp, designation_check.cpp: what published lists say of the employer.
Check employer_identity(const Evidence& evidence);
Check non_compliant_list(const Evidence& evidence);
Check lmia_history(const Evidence& evidence);
Check designation(const Evidence& evidence);

// wage_checks.cpp: the pay, held against minimum and median.
Check minimum_wage(const Evidence& evidence);
Check median_wage(const Evidence& evidence);

// licence_check.cpp
Check licence(const Evidence& evidence);

}  // namespace verification
