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

// origin_checks.cpp: where the posting comes from, and whether it is still there.
Check liveness(const Evidence& evidence);
Check employer_page(const Evidence& evidence);
Check repost(const Evidence& evidence);
Check review(const Evidence& evidence);

// job_checks.cpp: what it says of the job, held against what it implies.
Check occupation_implied(const Evidence& evidence);
Check hours(const Evidence& evidence);

// Words of the posting, by the rules of text_rules.json.
Check fees(const Evidence& evidence);
Check personal_data(const Evidence& evidence);
Check pressure(const Evidence& evidence);
Check lmia_label(const Evidence& evidence);
Check contracting(const Evidence& evidence);
Check recruiter(const Evidence& evidence);
Check text_anomaly(const Evidence& evidence);

Check contact_domain(const Evidence& evidence);
Check posting_rules(const Evidence& evidence);
Check copied_text(const Evidence& evidence);
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
