// What a posting says of the job itself, held against what it implies.

#include "indexer/verification/checks.hpp"

#include <algorithm>

namespace verification {
namespace {

/// Title and duties speak clearly for a unit group from this probability on, in thousandths: what
/// the coder states with 0.6 to 0.7 is right in 73 % of titles (indexer/coding/README.md), and it
/// also has to put the stated code out of its first five.
constexpr int implied_permille_min = 600;

/// A full-time job has 30 hours a week, in tenths (Immigration and Refugee Protection Regulations,
/// s. 73).
constexpr int full_time_tenths = 300;
constexpr std::chrono::days one_year{365};

std::string listed(const std::vector<domain::CodedNoc>& coded) {
    std::string text;
    for (const domain::CodedNoc& each : coded) {
        text.append(text.empty() ? "" : ", ").append(each.noc.to_string()).append(" ");
        text.append(std::to_string(each.permille / 10)).append(" %");
    }
    return text;
}

Check of_hours(const Verdict verdict, const std::string_view code) {
    return {.kind = CheckKind::hours, .verdict = verdict, .code = code};
}

}  // namespace

Check occupation_implied(const Evidence& evidence) {
    const domain::Posting& posting = evidence.posting;
    const bool by_title = posting.duties.empty();
    Check check{.kind = CheckKind::occupation_implied};
    if (!posting.noc || posting.coded_nocs.empty()) {
        return check;
    }
    if (posting.noc_origin == domain::NocOrigin::coded) {
        check.verdict = Verdict::info;
        check.code = by_title ? "coded_by_title" : "coded";
        check.evidence = listed(posting.coded_nocs);
        check.values.emplace_back("noc", posting.noc->to_string());
        return check;
    }
    const domain::CodedNoc& first = posting.coded_nocs.front();
    if (first.noc == *posting.noc || first.noc.teer() == posting.noc->teer()) {
        check.verdict = Verdict::pass;
        check.code = by_title ? "title_agrees" : "";
        return check;
    }
    const bool among_first = std::any_of(
        posting.coded_nocs.begin(),
        posting.coded_nocs.end(),
        [&](const domain::CodedNoc& each) { return each.noc == *posting.noc; }
    );
    if (first.permille < implied_permille_min || among_first) {
        return check;
    }
    check.verdict = Verdict::warn;
    check.code = by_title ? "title_differs" : "";
    check.field = "noc_2021";
    check.evidence = listed(posting.coded_nocs);
    check.values = {
        {"noc", posting.noc->to_string()},
        {"teer", posting.noc->teer()},
        {"implied", first.noc.to_string()},
        {"implied_teer", first.noc.teer()}};
    return check;
}

Check hours(const Evidence& evidence) {
    const domain::Posting& posting = evidence.posting;
    using domain::EmploymentTerm;
    const bool part_time = posting.work_hours ? posting.work_hours->max_tenths < full_time_tenths
                                              : posting.work_time == domain::WorkTime::part_time;
    if (part_time) {
        Check check = of_hours(Verdict::info, "part_time");
        if (posting.work_hours) {
            check.values.emplace_back("tenths", posting.work_hours->max_tenths);
            check.code = "under_30";
        }
        return check;
    }
    if (posting.term == EmploymentTerm::seasonal || posting.term == EmploymentTerm::casual) {
        return of_hours(
            Verdict::info, posting.term == EmploymentTerm::seasonal ? "seasonal" : "casual"
        );
    }
    if (posting.term == EmploymentTerm::fixed_term) {
        const bool short_of_a_year = posting.term_ends && posting.date_posted &&
                                     *posting.term_ends - *posting.date_posted < one_year;
        return of_hours(Verdict::info, short_of_a_year ? "under_a_year" : "fixed_term");
    }
    const bool full_time = posting.work_hours || posting.work_time == domain::WorkTime::full_time;
    if (!full_time || posting.term == EmploymentTerm::not_stated) {
        return of_hours(Verdict::unknown, "");
    }
    const bool every_week =
        !posting.work_hours || posting.work_hours->min_tenths >= full_time_tenths;
    return every_week ? of_hours(Verdict::pass, "") : of_hours(Verdict::info, "may_be_under_30");
}

}  // namespace verification
