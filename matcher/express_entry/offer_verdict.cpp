#include "matcher/express_entry/offer_verdict.hpp"

#include "matcher/rules/regulations.hpp"

#include <algorithm>
#include <array>

namespace express_entry {
namespace {

using domain::CitizenshipStatus;
using domain::Offer;
using domain::PermitKind;
using domain::WorkPermit;
using enum ReasonCode;

OfferCheck check(const OfferClause clause, const Verdict verdict, Reason reason) {
    return {.clause = clause, .verdict = verdict, .reason = std::move(reason)};
}

/// The three reasons of a clause that is yes, no or not stated.
struct Answers {
    ReasonCode yes;
    ReasonCode no;
    ReasonCode not_stated;
};

/// A clause that holds where the fact is `wanted`.
OfferCheck check_fact(
    const OfferClause clause,
    const std::optional<bool>& fact,
    const bool wanted,
    const Answers& answers
) {
    if (!fact) {
        return check(clause, Verdict::unknown, because(answers.not_stated));
    }
    const bool met = *fact == wanted;
    return check(
        clause, met ? Verdict::pass : Verdict::fail, because(met ? answers.yes : answers.no)
    );
}

bool under_physician_policy(
    const Offer& offer, const rules::OfferRules& rules, const domain::Date as_of
) {
    return offer.publicly_funded_physician && as_of >= rules.physicians_from &&
           std::ranges::find(rules.physicians, offer.noc) != rules.physicians.end();
}

OfferCheck check_hours(const Offer& offer, const rules::OfferRules& rules, const OfferUse use) {
    constexpr auto clause = OfferClause::full_time;
    if (!offer.weekly_hours) {
        return check(clause, Verdict::unknown, because(offer_hours_not_stated, {rules.hours_min}));
    }
    if (*offer.weekly_hours >= rules.hours_min) {
        return check(clause, Verdict::pass, because(offer_full_time, {rules.hours_min}));
    }
    const double together = *offer.weekly_hours + offer.second_employer_hours.value_or(0);
    if (use == OfferUse::trade && together >= rules.hours_min) {
        return check(clause, Verdict::pass, because(offer_full_time_together, {rules.hours_min}));
    }
    return check(clause, Verdict::fail, because(offer_part_time, {rules.hours_min}));
}

OfferCheck check_length(const Offer& offer, const rules::OfferRules& rules) {
    constexpr auto clause = OfferClause::one_year;
    if (offer.lasts.value_or(false) || offer.months >= rules.months_min) {
        return check(clause, Verdict::pass, because(offer_lasts, {rules.months_min}));
    }
    if (!offer.months) {
        return check(
            clause, Verdict::unknown, because(offer_length_not_stated, {rules.months_min})
        );
    }
    return check(
        clause, Verdict::fail, because(offer_too_short, {*offer.months, rules.months_min})
    );
}

OfferCheck check_occupation(const Offer& offer, const rules::OfferRules& rules) {
    const bool skilled = offer.noc.teer() <= rules.teer_max;
    return check(
        OfferClause::skilled,
        skilled ? Verdict::pass : Verdict::fail,
        because(skilled ? offer_skilled : offer_not_skilled, {offer.noc.teer()})
    );
}

OfferCheck check_place(const Offer& offer) {
    const auto in_quebec =
        offer.province ? std::optional{*offer.province == domain::Province::QC} : std::nullopt;
    return check_fact(
        OfferClause::outside_quebec,
        in_quebec,
        false,
        {offer_outside_quebec, offer_in_quebec, offer_place_not_stated}
    );
}

/// A way for the offer to count, or why there is none.
struct Way {
    Verdict verdict = Verdict::unknown;
    std::optional<OfferRoute> route;
    Reason reason;
};

Way open_way(const OfferRoute route, const ReasonCode code) {
    return {.verdict = Verdict::pass, .route = route, .reason = because(code)};
}

Way no_way(Reason reason) {
    return {.verdict = Verdict::fail, .route = std::nullopt, .reason = std::move(reason)};
}

Way way_by_exempt_permit(const WorkPermit& permit, const rules::OfferRules& rules) {
    if (!permit.exemption) {
        return {.verdict = Verdict::unknown, .route = {}, .reason = because(route_not_stated)};
    }
    if (*permit.exemption == domain::LmiaExemption::other) {
        return no_way(because(route_exemption_not_listed));
    }
    if (permit.months_worked < rules.same_employer_months) {
        return no_way(
            because(route_same_employer_short, {permit.months_worked, rules.same_employer_months})
        );
    }
    return open_way(OfferRoute::lmia_exempt_permit, route_lmia_exempt_permit);
}

bool may_work(const CitizenshipStatus status) {
    return status == CitizenshipStatus::worker || status == CitizenshipStatus::open_permit;
}

/// The routes in the order of what they spare the candidate: those that waive the funds first.
Way find_way(const Offer& offer, const CitizenshipStatus status, const rules::OfferRules& rules) {
    const WorkPermit permit = offer.permit.value_or(WorkPermit{});
    if (permit.kind == PermitKind::lmia_based && permit.same_employer) {
        return open_way(OfferRoute::lmia_permit, route_lmia_permit);
    }
    const bool exempt = permit.kind == PermitKind::lmia_exempt && permit.same_employer;
    Way by_permit = exempt ? way_by_exempt_permit(permit, rules) : no_way(because(route_none));
    if (by_permit.verdict == Verdict::pass) {
        return by_permit;
    }
    if (offer.lmia == true) {
        const bool authorised = may_work(status) || permit.kind != PermitKind::none;
        return authorised ? open_way(OfferRoute::authorised_plus_lmia, route_authorised_plus_lmia)
                          : open_way(OfferRoute::new_lmia, route_new_lmia);
    }
    if (!offer.lmia) {
        return {.verdict = Verdict::unknown, .route = {}, .reason = because(route_not_stated)};
    }
    if (permit.kind == PermitKind::open) {
        return no_way(because(route_open_permit_alone));
    }
    return by_permit;
}

Verdict overall(const std::vector<OfferCheck>& checks) {
    Verdict verdict = Verdict::pass;
    for (const OfferCheck& one : checks) {
        if (one.verdict == Verdict::fail) {
            return Verdict::fail;
        }
        verdict = one.verdict == Verdict::unknown ? Verdict::unknown : verdict;
    }
    return verdict;
}

/// What a clause that fails, and one that is not stated, are called beside a lift.
struct LiftWords {
    OfferClause clause;
    LiftReason zero;
    LiftCondition condition;
};
constexpr std::array lift_words{
    LiftWords{OfferClause::outside_quebec, LiftReason::quebec, LiftCondition::outside_quebec},
    LiftWords{OfferClause::full_time, LiftReason::part_time, LiftCondition::full_time},
    LiftWords{OfferClause::not_seasonal, LiftReason::seasonal, LiftCondition::not_seasonal},
    LiftWords{OfferClause::continuous, LiftReason::not_continuous, LiftCondition::continuous},
    LiftWords{OfferClause::one_year, LiftReason::under_one_year, LiftCondition::lasts_one_year},
    LiftWords{OfferClause::paid, LiftReason::unpaid, LiftCondition::paid},
    LiftWords{OfferClause::in_writing, LiftReason::not_in_writing, LiftCondition::in_writing},
    LiftWords{
        OfferClause::not_from_mission,
        LiftReason::diplomatic_mission,
        LiftCondition::not_from_mission},
    LiftWords{
        OfferClause::employer_eligible,
        LiftReason::employer_ineligible,
        LiftCondition::employer_eligible},
};

}  // namespace

const rules::ProgramRules& program_rules_near(const domain::Date day) {
    const auto& versions = rules::regulations().programs;
    const rules::ProgramRules* found = rules::in_force(versions, day);
    return found != nullptr ? *found : versions.front();
}

OfferVerdict judge_offer(
    const Offer& offer, const CitizenshipStatus status, const domain::Date as_of, const OfferUse use
) {
    const rules::OfferRules& rules = program_rules_near(as_of).offer;
    const bool physician = under_physician_policy(offer, rules, as_of);
    const auto spared = [&](const OfferCheck& clause) {
        const bool help = physician && clause.verdict != Verdict::pass;
        return help ? check(clause.clause, Verdict::pass, because(offer_physician_policy)) : clause;
    };
    const Way way = find_way(offer, status, rules);
    OfferVerdict verdict;
    verdict.checks = {
        check_fact(
            OfferClause::in_writing,
            offer.in_writing,
            true,
            {offer_in_writing, offer_not_in_writing, offer_writing_not_stated}
        ),
        check_fact(
            OfferClause::paid, offer.paid, true, {offer_paid, offer_unpaid, offer_pay_not_stated}
        ),
        check_hours(offer, rules, use),
        spared(check_fact(
            OfferClause::continuous,
            offer.continuous,
            true,
            {offer_continuous, offer_not_continuous, offer_continuity_not_stated}
        )),
        check_fact(
            OfferClause::not_seasonal,
            offer.seasonal,
            false,
            {offer_not_seasonal, offer_seasonal, offer_season_not_stated}
        ),
        spared(check_length(offer, rules)),
        check_occupation(offer, rules),
        check_place(offer),
        // An employer is an ordinary one, and not barred, unless something says otherwise.
        check_fact(
            OfferClause::not_from_mission,
            offer.diplomatic_mission.value_or(false),
            false,
            {offer_not_from_mission, offer_from_mission, offer_from_mission}
        ),
        check_fact(
            OfferClause::employer_eligible,
            offer.employer_ineligible,
            false,
            {offer_employer_eligible, offer_employer_ineligible, offer_employer_not_checked}
        ),
        check(OfferClause::route, way.verdict, way.reason),
    };
    verdict.qualifies = overall(verdict.checks);
    verdict.route = way.route;
    verdict.waives_funds = way.route && *way.route != OfferRoute::new_lmia;
    return verdict;
}

OfferTerms offer_terms(
    const Offer& offer, const CitizenshipStatus status, const domain::Date as_of
) {
    const OfferVerdict verdict = judge_offer(offer, status, as_of);
    const auto find = [&](const OfferClause clause) {
        return *std::ranges::find(verdict.checks, clause, &OfferCheck::clause);
    };
    OfferTerms terms{.noc = offer.noc, .zero = {}, .no_route = false, .conditions = {}};
    const Verdict route = find(OfferClause::route).verdict;
    terms.no_route = route == Verdict::fail;
    if (route == Verdict::unknown) {
        terms.conditions.push_back(LiftCondition::lmia_or_exemption);
    }
    for (const LiftWords& words : lift_words) {
        const Verdict clause = find(words.clause).verdict;
        if (clause == Verdict::fail && !terms.zero) {
            terms.zero = words.zero;
        } else if (clause == Verdict::unknown) {
            terms.conditions.push_back(words.condition);
        }
    }
    if (terms.zero) {
        terms.conditions.clear();
    }
    return terms;
}

}  // namespace express_entry
