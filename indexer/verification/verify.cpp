#include "indexer/verification/verify.hpp"

#include "indexer/verification/checks.hpp"

#include <array>

namespace verification {

std::vector<Check> verify(const Evidence& evidence) {
    constexpr std::array checks{
        provenance,
        liveness,
        dates,
        required_fields,
        employer_page,
        repost,
        pay,
        occupation,
        occupation_implied,
        hours,
        review,
    };
    std::vector<Check> result;
    result.reserve(checks.size());
    for (const auto check : checks) {
        result.push_back(check(evidence));
    }
    return result;
}

}  // namespace verification
