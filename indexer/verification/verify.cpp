#include "indexer/verification/verify.hpp"

#include "indexer/verification/checks.hpp"
#include "indexer/verification/posting_text.hpp"

#include <array>

namespace verification {

std::vector<Check> verify(const Evidence& evidence) {
    constexpr std::array checks{
        provenance,     liveness,
        dates,          required_fields,
        employer_page,  repost,
        contact_domain, fees,
        personal_data,  pressure,
        lmia_label,     pay,
        occupation,     occupation_implied,
        contracting,    hours,
        posting_rules,  recruiter,
        copied_text,    text_anomaly,
        review,
    };
    if (evidence.text == nullptr) {
        const PostingText text{evidence.posting};
        Evidence with_text = evidence;
        with_text.text = &text;
        return verify(with_text);
    }
    std::vector<Check> result;
    result.reserve(checks.size());
    for (const auto check : checks) {
        result.push_back(check(evidence));
    }
    return result;
}

}  // namespace verification
