#include "indexer/verification/checks.hpp"
#include "indexer/verification/posting_text.hpp"

#include <algorithm>

// Ontario's rules for public postings, in force for what is posted from 2026-01-01 (O. Reg. 476/24
// under the Employment Standards Act, 2000). They bind employers with 25 employees or more, which
// no posting says: what only they must state is unknown where it is missing, never a warning.
namespace verification {
namespace {

constexpr domain::Cents range_max = domain::Cents{50'000} * 100;
constexpr domain::Cents exempt_above = domain::Cents{200'000} * 100;

domain::Date in_force() { return domain::parse_date("2026-01-01").value(); }

bool in_ontario(const domain::Posting& posting) {
    return std::any_of(
        posting.job_locations.begin(),
        posting.job_locations.end(),
        [](const domain::Place& place) { return place.province == domain::Province::ON; }
    );
}

Check verdict(const Verdict verdict, const std::string_view code) {
    return {.kind = CheckKind::posting_rules, .verdict = verdict, .code = code};
}

}  // namespace

Check posting_rules(const Evidence& evidence) {
    const domain::Posting& posting = evidence.posting;
    if (!in_ontario(posting)) {
        return posting.job_locations.empty() ? verdict(Verdict::unknown, "")
                                             : verdict(Verdict::pass, "elsewhere");
    }
    if (!posting.date_posted) {
        return verdict(Verdict::unknown, "");
    }
    if (*posting.date_posted < in_force()) {
        return verdict(Verdict::pass, "before");
    }
    return judged(evidence, [&posting](const PostingText& text) {
        if (const auto* const asked = text.find(CheckKind::posting_rules, "canadian_experience")) {
            return check_from(*asked, text);
        }
        const auto& pay = posting.base_salary;
        const bool by_the_year =
            pay && (pay->period == domain::PayPeriod::year || !pay->hours_assumed);
        if (by_the_year && pay->yearly_max <= exempt_above &&
            pay->yearly_max - pay->yearly_min > range_max) {
            Check check = verdict(Verdict::warn, "wide_range");
            check.field = "pay_min";
            check.values = {
                {"low_cents", std::int64_t{pay->yearly_min}},
                {"high_cents", std::int64_t{pay->yearly_max}}};
            return check;
        }
        if (!pay) {
            return verdict(Verdict::unknown, "no_pay");
        }
        if (text.find(CheckKind::posting_rules, "vacancy_said") == nullptr) {
            return verdict(Verdict::unknown, "no_vacancy_statement");
        }
        return verdict(Verdict::pass, "");
    });
}

}  // namespace verification
