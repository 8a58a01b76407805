#include "indexer/verification/checks.hpp"
#include "indexer/verification/shingles.hpp"

namespace verification {

Check copied_text(const Evidence& evidence) {
    const std::optional<TextOwner>& owner = evidence.text_owner;
    if (!owner || !sketch(evidence.posting.description)) {
        return {.kind = CheckKind::copied_text, .verdict = Verdict::unknown};
    }
    if (owner->employer_key == evidence.employer_key) {
        return {.kind = CheckKind::copied_text, .verdict = Verdict::pass};
    }
    return {
        .kind = CheckKind::copied_text,
        .verdict = Verdict::warn,
        .field = "description",
        .evidence = owner->employer,
        .values = {{"employer", owner->employer}, {"posting", std::int64_t{owner->posting}}}};
}

}  // namespace verification
