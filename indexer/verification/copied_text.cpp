#include "indexer/verification/checks.hpp"

namespace verification {

// A text that three employers have is a chain's or an agency's, and nobody's copy; of two that
// began on one day nobody can tell which is.
Check copied_text(const Evidence& evidence) {
    Check check{.kind = CheckKind::copied_text};
    if (!evidence.text_use) {
        return check;
    }
    const TextUse& use = *evidence.text_use;
    constexpr int many = 3;
    if (use.own && use.employers < many) {
        check.verdict = Verdict::pass;
        return check;
    }
    check.field = "description";
    const auto& posted = evidence.posting.date_posted;
    if (use.employers >= many || !posted || !use.posted || *use.posted >= *posted) {
        check.verdict = Verdict::info;
        check.values = {{"employers", std::int64_t{use.employers}}};
        return check;
    }
    check.verdict = Verdict::warn;
    check.evidence = use.employer;
    check.values = {{"employer", use.employer}, {"posting", std::int64_t{use.first}}};
    return check;
}

}  // namespace verification
