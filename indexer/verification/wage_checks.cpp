#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/phrases.hpp"
#include "indexer/verification/checks.hpp"
#include "indexer/verification/list_check.hpp"
#include "indexer/verification/wage_limits.hpp"

#include <algorithm>
#include <array>

namespace verification {
namespace {

/// Work that provinces let be paid by other rules than the general minimum by the hour.
constexpr auto other_rules = std::to_array<std::string_view>({
    "tip",         "tips",       "gratuity",   "gratuities", "pourboire",  "pourboires",
    "student",     "students",   "etudiant",   "etudiants",  "etudiante",  "etudiantes",
    "stagiaire",   "intern",     "internship", "apprentice", "apprenti",   "commission",
    "commissions", "piece rate", "piece work", "piecework",  "a la piece", "par piece",
    "live-in",     "fishing",    "peche",
});

bool may_be_paid_otherwise(const domain::Posting& posting) {
    const auto says = [](const std::string_view text) {
        return normalise::says_any(normalise::fold(text), other_rules);
    };
    return says(posting.title) || says(posting.original_title) || says(posting.description) ||
           std::any_of(posting.duties.begin(), posting.duties.end(), says);
}

}  // namespace

Check minimum_wage(const Evidence& evidence) {
    constexpr CheckKind kind = CheckKind::minimum_wage;
    const domain::Posting& posting = evidence.posting;
    const auto list = evidence.lists == nullptr
                          ? std::nullopt
                          : evidence.lists->newest(Lists::Subject::minimum_wages);
    if (!list) {
        return said(kind, Verdict::unknown, "no_list");
    }
    const std::optional<domain::Pay>& pay = posting.base_salary;
    if (!pay || pay->period != domain::PayPeriod::hour || posting.job_locations.empty()) {
        return said(kind, Verdict::unknown, "not_hourly");
    }
    // A range fails by its end: nobody has to be offered less. Of several provinces the least
    // counts.
    const domain::Date day = posting.date_posted.value_or(evidence.fetched_on);
    const WageTable::Minimum* least = nullptr;
    for (const domain::Place& place : posting.job_locations) {
        const auto* const minimum = evidence.lists->wages().minimum(place.province, day);
        if (minimum == nullptr) {
            return said_by(evidence, *list, kind, Verdict::unknown, "not_listed");
        }
        if (least == nullptr || minimum->hourly < least->hourly) {
            least = minimum;
        }
    }
    const auto expires_on = evidence.lists->expires_on(least->list, kind);
    if (!least->to && expires_on && *expires_on < day) {
        return said_by(evidence, least->list, kind, Verdict::unknown, "too_old");
    }
    if (pay->hourly_max >= least->hourly) {
        return said_by(evidence, least->list, kind, Verdict::pass, "");
    }
    const bool otherwise = may_be_paid_otherwise(posting);
    Check check = said_by(
        evidence,
        least->list,
        kind,
        otherwise ? Verdict::warn : Verdict::fail,
        otherwise ? "other_rules" : "below"
    );
    check.field = "pay_min";
    check.values.emplace_back("pay_cents", std::int64_t{pay->hourly_max});
    check.values.emplace_back("minimum_cents", std::int64_t{least->hourly});
    check.values.emplace_back("province", std::string{domain::code(least->province)});
    check.values.emplace_back("from", least->from);
    check.evidence = std::string{evidence.lists->wages().text(least->url)};
    return check;
}

namespace {

/// Of work like this, twice the median is hardly ever offered in earnest.
bool far_above_tells(const Evidence& evidence) {
    const WageLimits& limits = wage_limits();
    const domain::Posting& posting = evidence.posting;
    const int teer = posting.noc->teer();
    if (teer >= limits.far_above_teer_min) {
        return true;
    }
    return teer == limits.unlicensed_teer && posting.licence_asked == domain::Licence::none &&
           evidence.lists->licences().requirement(
               *posting.noc, posting.job_locations.front().province
           ) == nullptr;
}

std::int64_t percent(const domain::Cents pay, const domain::Cents median) {
    return (pay * 100 + median / 2) / median;
}

}  // namespace

Check median_wage(const Evidence& evidence) {
    constexpr CheckKind kind = CheckKind::median_wage;
    const Lookup lookup = look_up(evidence, Lists::Subject::wages, kind);
    if (!lookup.list) {
        return lookup.unknown;
    }
    const domain::Posting& posting = evidence.posting;
    if (!posting.base_salary || !posting.noc || posting.job_locations.empty() ||
        posting.base_salary->hourly_min <= 0) {
        return said(kind, Verdict::unknown, "no_pay");
    }
    const auto median = evidence.lists->wages().median(
        *posting.noc, posting.noc_2016, posting.job_locations.front()
    );
    if (!median) {
        return said_by(evidence, *lookup.list, kind, Verdict::unknown, "no_median");
    }
    const WageLimits& limits = wage_limits();
    const domain::Pay& pay = *posting.base_salary;
    const std::int64_t most = percent(pay.hourly_max, median->low);
    const std::int64_t least = percent(pay.hourly_min, median->high);
    const auto statement = [&](const Verdict verdict, const std::string_view code, const bool low) {
        Check check = said_by(evidence, median->list, kind, verdict, code);
        check.values.reserve(4);
        check.values.emplace_back("percent", low ? most : least);
        if (verdict == Verdict::warn) {
            check.field = "pay_min";
            check.values.emplace_back(
                "pay_cents", std::int64_t{low ? pay.hourly_max : pay.hourly_min}
            );
            check.values.emplace_back(
                "median_cents", std::int64_t{low ? median->low : median->high}
            );
            check.values.emplace_back("area", std::string{median->area});
        }
        return check;
    };
    if (least > limits.unlikely_percent) {
        return statement(Verdict::unknown, "unlikely", false);
    }
    if (most < limits.below_percent) {
        return statement(Verdict::warn, "below", true);
    }
    if (least > limits.far_above_percent && far_above_tells(evidence)) {
        return statement(Verdict::warn, "far_above", false);
    }
    Check check = said_by(evidence, median->list, kind, Verdict::pass, "");
    check.values.reserve(3);
    check.values.emplace_back("least", least);
    check.values.emplace_back("most", most);
    check.values.emplace_back("area", std::string{median->area});
    return check;
}

}  // namespace verification
