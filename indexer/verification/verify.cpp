#include "indexer/verification/verify.hpp"

#include "indexer/verification/checks.hpp"
#include "indexer/verification/list_check.hpp"

#include <array>

namespace verification {

std::vector<Check> verify(const Evidence& evidence) {
    constexpr std::array checks{
        provenance,
        dates,
        required_fields,
        employer_identity,
        non_compliant_list,
        lmia_history,
        pay,
        minimum_wage,
        median_wage,
        occupation,
        licence,
        designation,
    };
    // Who the employer is on the lists is found once, for all the checks that ask.
    Evidence known = evidence;
    EmployerMatch match;
    if (known.lists != nullptr && known.employer == nullptr) {
        match = match_of(evidence);
        known.employer = &match;
    }
    std::vector<Check> result;
    result.reserve(checks.size());
    for (const auto check : checks) {
        result.push_back(check(known));
    }
    return result;
}

}  // namespace verification
