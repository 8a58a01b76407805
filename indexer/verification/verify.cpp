#include "indexer/verification/verify.hpp"

#include "indexer/verification/checks.hpp"
#include "indexer/verification/list_check.hpp"
#include "indexer/verification/posting_text.hpp"

#include <array>

namespace verification {
namespace {

/// In the order of CheckKind.
constexpr std::array checks{
    provenance,
    liveness,
    dates,
    required_fields,
    employer_page,
    repost,
    employer_identity,
    contact_domain,
    fees,
    personal_data,
    pressure,
    non_compliant_list,
    lmia_history,
    lmia_label,
    pay,
    minimum_wage,
    median_wage,
    occupation,
    occupation_implied,
    contracting,
    hours,
    posting_rules,
    licence,
    recruiter,
    designation,
    copied_text,
    text_anomaly,
    review,
};
static_assert(checks.size() == checks_count);

}  // namespace

std::vector<Check> verify(const Evidence& evidence) {
    // What several checks look at is made once: the words, and who the employer is on the lists.
    Evidence known = evidence;
    std::optional<PostingText> text;
    if (known.text == nullptr) {
        known.text = &text.emplace(evidence.posting);
    }
    EmployerMatch match;
    if (known.lists != nullptr && known.employer == nullptr) {
        match = match_of(evidence);
        known.employer = &match;
    }
    std::vector<Check> result;
    result.reserve(checks.size());
    for (const auto judge : checks) {
        result.push_back(judge(known));
    }
    return result;
}

}  // namespace verification
