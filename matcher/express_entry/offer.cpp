#include "matcher/express_entry/offer.hpp"

#include "matcher/rules/regulations.hpp"

#include <algorithm>
#include <cassert>

namespace express_entry {
namespace {

using domain::EmploymentTerm;
using domain::Posting;
using domain::WorkTime;

/// The same in every version of the rules so far.
const rules::OfferRules& offer_rules() { return rules::regulations().programs.back().offer; }

int full_time_tenths() { return 10 * offer_rules().hours_min; }

bool in_quebec(const Posting& posting) {
    return !posting.job_locations.empty() &&
           posting.job_locations.front().province == domain::Province::QC;
}

bool is_part_time(const Posting& posting) {
    return posting.work_time == WorkTime::part_time ||
           (posting.work_hours && posting.work_hours->max_tenths < full_time_tenths());
}

/// Neither the hours nor the words leave room for a part-time job.
bool is_full_time(const Posting& posting) {
    return posting.work_time == WorkTime::full_time ||
           (posting.work_hours && posting.work_hours->min_tenths >= full_time_tenths());
}

bool ends_within_a_year(const Posting& posting) {
    return posting.term_ends && posting.date_posted &&
           *posting.term_ends < domain::add_months(*posting.date_posted, offer_rules().months_min);
}

std::optional<LiftReason> disqualifying_term(const Posting& posting) {
    if (in_quebec(posting)) {
        return LiftReason::quebec;
    }
    if (is_part_time(posting)) {
        return LiftReason::part_time;
    }
    if (posting.term == EmploymentTerm::seasonal) {
        return LiftReason::seasonal;
    }
    if (posting.term == EmploymentTerm::casual) {
        return LiftReason::casual;
    }
    if (ends_within_a_year(posting)) {
        return LiftReason::under_one_year;
    }
    return std::nullopt;
}

std::vector<LiftCondition> open_conditions(const Posting& posting) {
    std::vector<LiftCondition> conditions;
    if (posting.lmia != domain::LmiaStatement::approved) {
        conditions.push_back(LiftCondition::lmia_or_exemption);
    }
    if (posting.term != EmploymentTerm::permanent) {
        conditions.push_back(LiftCondition::lasts_one_year);
    }
    if (!is_full_time(posting)) {
        conditions.push_back(LiftCondition::full_time);
    }
    if (posting.term == EmploymentTerm::not_stated) {
        conditions.push_back(LiftCondition::not_seasonal);
    }
    return conditions;
}

/// The points of the offer that already counts.
Points points_in_hand(const rules::RuleSet& rule_set, const CrsInput& input) {
    return counts(rule_set, input.job_offer) ? offer_points(rule_set, input.job_offer->noc)
                                             : Points{0};
}

/// The clause that makes the points zero under this rule set, if one does.
std::optional<LiftReason> zero_clause(const rules::RuleSet& rule_set, const OfferTerms& terms) {
    if (!terms.zero && terms.no_route && rule_set.additional.offer_needs_lmia_or_exemption) {
        return LiftReason::no_lmia_or_exemption;
    }
    return terms.zero;
}

/// One offer counts: the one in hand unless the new one earns more.
CrsInput with_offer(
    const rules::RuleSet& rule_set, const CrsInput& input, const OfferTerms& terms
) {
    if (zero_clause(rule_set, terms)) {
        return input;
    }
    const Points in_hand = points_in_hand(rule_set, input);
    const Points offered = offer_points(rule_set, terms.noc);
    CrsInput result = input;
    if (!offered || (in_hand && *offered > *in_hand)) {
        result.job_offer = JobOffer{.noc = terms.noc, .qualifying = true};
    }
    return result;
}

bool by_occupation(const rules::RuleSet& rule_set) {
    return std::holds_alternative<rules::OfferPointsByOccupation>(rule_set.additional.job_offer);
}

/// What an offer that qualifies is worth in words.
LiftReason reason_for_points(const rules::RuleSet& rule_set, const domain::NocCode noc) {
    if (std::holds_alternative<rules::FixedOfferPoints>(rule_set.additional.job_offer)) {
        return LiftReason::any_qualifying_offer;
    }
    if (by_occupation(rule_set)) {
        return LiftReason::on_occupation_list;
    }
    return noc.major_group() == 0 ? LiftReason::major_group_00 : LiftReason::teer_0_to_3;
}

LiftReason reason_for(
    const rules::RuleSet& rule_set,
    const CrsInput& input,
    const OfferTerms& terms,
    const Points points
) {
    if (std::holds_alternative<rules::NoOfferPoints>(rule_set.additional.job_offer)) {
        return LiftReason::no_points_in_rule_set;
    }
    const Points offered = offer_points(rule_set, terms.noc);
    if (offered == 0) {
        return by_occupation(rule_set) ? LiftReason::not_on_occupation_list
                                       : LiftReason::teer_4_or_5;
    }
    if (const auto zero = zero_clause(rule_set, terms)) {
        return *zero;
    }
    if (!points) {
        return LiftReason::points_not_known;
    }
    if (*points > 0) {
        return reason_for_points(rule_set, terms.noc);
    }
    return points_in_hand(rule_set, input) >= offered ? LiftReason::already_counted
                                                      : LiftReason::additional_points_capped;
}

/// Whether the offer changes nothing, whatever the figures are.
bool leaves_input_as_it_is(const rules::RuleSet& rule_set, const OfferTerms& terms) {
    return zero_clause(rule_set, terms) || offer_points(rule_set, terms.noc) == 0;
}

std::vector<LiftCondition> asked_conditions(
    const rules::RuleSet& rule_set, const OfferTerms& terms
) {
    std::vector<LiftCondition> conditions = terms.conditions;
    if (!rule_set.additional.offer_needs_lmia_or_exemption) {
        std::erase(conditions, LiftCondition::lmia_or_exemption);
    }
    return conditions;
}

}  // namespace

OfferTerms offer_terms(const Posting& posting) {
    assert(posting.noc);
    OfferTerms terms{
        .noc = *posting.noc,
        .zero = disqualifying_term(posting),
        .no_route = false,
        .conditions = {}};
    if (!terms.zero) {
        terms.conditions = open_conditions(posting);
    }
    return terms;
}

Lift lift(
    const rules::RuleSet& rule_set,
    const LiftRole role,
    const domain::Date as_of,
    const CrsInput& input,
    const OfferTerms& terms
) {
    Lift lift{
        .rule_set = &rule_set,
        .role = role,
        .status = rules::status_on(rule_set, as_of),
        .points = std::nullopt,
        .reason = LiftReason::points_not_known,
        .conditions = {},
        .score_without = score(rule_set, input).total,
        .score_with = score(rule_set, with_offer(rule_set, input, terms)).total,
    };
    if (lift.score_with && lift.score_without) {
        lift.points = *lift.score_with - *lift.score_without;
    } else if (leaves_input_as_it_is(rule_set, terms)) {
        lift.points = 0;  // The same score twice, known or not, differs by nothing.
    }
    lift.reason = reason_for(rule_set, input, terms, lift.points);
    if (lift.points != 0) {
        lift.conditions = asked_conditions(rule_set, terms);
    }
    return lift;
}

std::vector<ShownRules> shown_rules(
    const rules::RuleBook& book, const rules::RuleSet* asked, const domain::Date as_of
) {
    std::vector<ShownRules> shown;
    const auto show = [&](const rules::RuleSet* rule_set, const LiftRole role) {
        const auto is_it = [&](const ShownRules& other) { return other.rule_set == rule_set; };
        if (rule_set != nullptr && std::none_of(shown.begin(), shown.end(), is_it)) {
            shown.push_back({.rule_set = rule_set, .role = role});
        }
    };
    show(&book.basis(), LiftRole::basis);
    show(book.latest_confirmed(as_of), LiftRole::latest_confirmed);
    show(book.reported(as_of), LiftRole::reported);
    show(asked, LiftRole::asked);
    return shown;
}

std::vector<Lift> lifts(
    const rules::RuleBook& book,
    const rules::RuleSet* asked,
    const domain::Date as_of,
    const CrsInput& input,
    const OfferTerms& terms
) {
    std::vector<Lift> result;
    for (const ShownRules& shown : shown_rules(book, asked, as_of)) {
        result.push_back(lift(*shown.rule_set, shown.role, as_of, input, terms));
    }
    return result;
}

}  // namespace express_entry
