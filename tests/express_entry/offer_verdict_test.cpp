#include "matcher/express_entry/offer_verdict.hpp"

#include "tests/express_entry/candidates.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using domain::CitizenshipStatus;
using domain::LmiaExemption;
using domain::Offer;
using domain::PermitKind;
using express_entry::judge_offer;
using express_entry::LiftReason;
using express_entry::OfferClause;
using express_entry::OfferRoute;
using express_entry::OfferUse;
using express_entry::OfferVerdict;
using express_entry::Verdict;
using people::day;
using people::sound_offer;
using people::with_lmia;

const domain::Date in_2024 = day("2024-06-15");

OfferVerdict judge(const Offer& offer, const CitizenshipStatus status = CitizenshipStatus::abroad) {
    return judge_offer(offer, status, in_2024);
}

Verdict clause(const OfferVerdict& verdict, const OfferClause which) {
    return std::ranges::find(verdict.checks, which, &express_entry::OfferCheck::clause)->verdict;
}

TEST(OfferVerdict, passes_where_every_clause_does) {
    const OfferVerdict verdict = judge(with_lmia(sound_offer()));
    EXPECT_EQ(verdict.qualifies, Verdict::pass);
    EXPECT_EQ(verdict.checks.size(), 11U);
    for (const auto& check : verdict.checks) {
        EXPECT_EQ(check.verdict, Verdict::pass) << static_cast<int>(check.clause);
    }
}

TEST(OfferVerdict, is_unknown_where_something_is_not_stated_and_never_passes) {
    Offer offer;
    offer.noc = people::noc("21231");
    const OfferVerdict verdict = judge(offer);
    EXPECT_EQ(verdict.qualifies, Verdict::unknown);
    for (const OfferClause silent :
         {OfferClause::in_writing,
          OfferClause::paid,
          OfferClause::full_time,
          OfferClause::continuous,
          OfferClause::not_seasonal,
          OfferClause::one_year,
          OfferClause::outside_quebec,
          OfferClause::employer_eligible,
          OfferClause::route}) {
        EXPECT_EQ(clause(verdict, silent), Verdict::unknown) << static_cast<int>(silent);
    }
}

struct Flaw {
    const char* what;
    OfferClause clause;
    LiftReason reason;
    void (*change)(Offer&);
};

TEST(OfferVerdict, fails_by_each_clause_and_the_lift_says_which) {
    const std::vector<Flaw> flaws{
        {"29 hours",
         OfferClause::full_time,
         LiftReason::part_time,
         [](Offer& offer) { offer.weekly_hours = 29; }},
        {"not in writing",
         OfferClause::in_writing,
         LiftReason::not_in_writing,
         [](Offer& offer) { offer.in_writing = false; }},
        {"unpaid", OfferClause::paid, LiftReason::unpaid, [](Offer& offer) { offer.paid = false; }},
        {"on and off",
         OfferClause::continuous,
         LiftReason::not_continuous,
         [](Offer& offer) { offer.continuous = false; }},
        {"seasonal",
         OfferClause::not_seasonal,
         LiftReason::seasonal,
         [](Offer& offer) { offer.seasonal = true; }},
        {"a probation of six months",
         OfferClause::one_year,
         LiftReason::under_one_year,
         [](Offer& offer) {
             offer.lasts = false;
             offer.months = 6;
         }},
        {"Quebec",
         OfferClause::outside_quebec,
         LiftReason::quebec,
         [](Offer& offer) { offer.province = domain::Province::QC; }},
        {"a consulate",
         OfferClause::not_from_mission,
         LiftReason::diplomatic_mission,
         [](Offer& offer) { offer.diplomatic_mission = true; }},
        {"a barred employer",
         OfferClause::employer_eligible,
         LiftReason::employer_ineligible,
         [](Offer& offer) { offer.employer_ineligible = true; }},
        {"neither LMIA nor permit",
         OfferClause::route,
         LiftReason::no_lmia_or_exemption,
         [](Offer& offer) { offer.lmia = false; }},
    };
    for (const Flaw& flaw : flaws) {
        Offer offer = with_lmia(sound_offer());
        flaw.change(offer);
        const OfferVerdict verdict = judge(offer);
        EXPECT_EQ(verdict.qualifies, Verdict::fail) << flaw.what;
        EXPECT_EQ(clause(verdict, flaw.clause), Verdict::fail) << flaw.what;

        const auto lift = express_entry::lift(
            people::rule_set("2022-11-16"),
            express_entry::LiftRole::basis,
            in_2024,
            people::engineer(),
            express_entry::offer_terms(offer, CitizenshipStatus::abroad, in_2024)
        );
        EXPECT_EQ(lift.points, 0) << flaw.what;
        EXPECT_EQ(lift.reason, flaw.reason) << flaw.what;
        EXPECT_TRUE(lift.conditions.empty()) << flaw.what;
    }
}

TEST(OfferVerdict, fails_for_teer_4_and_5) {
    EXPECT_EQ(judge(with_lmia(sound_offer("64100"))).qualifies, Verdict::fail);
    EXPECT_EQ(judge(with_lmia(sound_offer("65200"))).qualifies, Verdict::fail);
    EXPECT_EQ(judge(with_lmia(sound_offer("63200"))).qualifies, Verdict::pass);
}

TEST(OfferVerdict, needs_twelve_months_and_no_more) {
    Offer offer = with_lmia(sound_offer());
    offer.lasts = false;
    offer.months = 12;
    EXPECT_EQ(judge(offer).qualifies, Verdict::pass);
    offer.months = 11;
    EXPECT_EQ(judge(offer).qualifies, Verdict::fail);
}

Offer on_permit(const PermitKind kind, const int months_worked) {
    Offer offer = sound_offer();
    offer.lmia = false;
    offer.permit = domain::WorkPermit{
        .kind = kind,
        .exemption = kind == PermitKind::lmia_exempt
                         ? std::optional{LmiaExemption::canadian_interests}
                         : std::nullopt,
        .same_employer = true,
        .months_worked = months_worked};
    return offer;
}

/// IRPR s. 82(2)(a) to (d); trap 18 and 19 of the facts.
TEST(OfferRoute, is_the_one_that_the_permit_and_the_lmia_open) {
    const auto route = [](const Offer& offer, const CitizenshipStatus status) {
        return judge(offer, status).route;
    };
    EXPECT_EQ(route(with_lmia(sound_offer()), CitizenshipStatus::abroad), OfferRoute::new_lmia);
    EXPECT_EQ(
        route(with_lmia(sound_offer()), CitizenshipStatus::open_permit),
        OfferRoute::authorised_plus_lmia
    );
    // An LMIA-based permit has no waiting year.
    EXPECT_EQ(
        route(on_permit(PermitKind::lmia_based, 0), CitizenshipStatus::worker),
        OfferRoute::lmia_permit
    );
    EXPECT_EQ(
        route(on_permit(PermitKind::lmia_exempt, 12), CitizenshipStatus::worker),
        OfferRoute::lmia_exempt_permit
    );
    EXPECT_EQ(
        route(on_permit(PermitKind::lmia_exempt, 11), CitizenshipStatus::worker), std::nullopt
    );
}

TEST(OfferRoute, fails_with_an_open_permit_alone_or_an_exemption_that_is_not_listed) {
    EXPECT_EQ(
        judge(on_permit(PermitKind::open, 36), CitizenshipStatus::open_permit).qualifies,
        Verdict::fail
    );
    Offer other = on_permit(PermitKind::lmia_exempt, 36);
    other.permit->exemption = LmiaExemption::other;
    EXPECT_EQ(judge(other, CitizenshipStatus::worker).qualifies, Verdict::fail);
    Offer another_employer = on_permit(PermitKind::lmia_exempt, 36);
    another_employer.permit->same_employer = false;
    EXPECT_EQ(judge(another_employer, CitizenshipStatus::worker).qualifies, Verdict::fail);
}

TEST(OfferRoute, waives_the_funds_for_who_may_work_and_not_for_a_new_lmia_abroad) {
    EXPECT_FALSE(judge(with_lmia(sound_offer())).waives_funds);
    EXPECT_TRUE(judge(with_lmia(sound_offer()), CitizenshipStatus::open_permit).waives_funds);
    EXPECT_TRUE(judge(on_permit(PermitKind::lmia_based, 0), CitizenshipStatus::worker).waives_funds
    );
    EXPECT_TRUE(
        judge(on_permit(PermitKind::lmia_exempt, 12), CitizenshipStatus::worker).waives_funds
    );
}

/// The example of the government's page: two employers at 16 hours are valid, one at 25 is not.
TEST(OfferVerdict, adds_two_employers_hours_up_for_a_trade_alone) {
    Offer offer = with_lmia(sound_offer("72106"));
    offer.weekly_hours = 16;
    offer.second_employer_hours = 16;
    const auto qualifies = [&](const OfferUse use) {
        return judge_offer(offer, CitizenshipStatus::abroad, in_2024, use).qualifies;
    };
    EXPECT_EQ(qualifies(OfferUse::points), Verdict::fail);
    EXPECT_EQ(qualifies(OfferUse::trade), Verdict::pass);
    offer.weekly_hours = 25;
    offer.second_employer_hours.reset();
    EXPECT_EQ(qualifies(OfferUse::trade), Verdict::fail);
}

TEST(OfferVerdict, spares_physicians_the_year_since_their_policy) {
    Offer offer = with_lmia(sound_offer("31102"));
    offer.continuous = false;
    offer.lasts = false;
    offer.months = 6;
    offer.publicly_funded_physician = true;
    const auto qualifies = [&](const std::string_view date) {
        return judge_offer(offer, CitizenshipStatus::abroad, day(date)).qualifies;
    };
    EXPECT_EQ(qualifies("2023-04-25"), Verdict::pass);
    EXPECT_EQ(qualifies("2023-04-24"), Verdict::fail);
    offer.noc = people::noc("31301");
    EXPECT_EQ(qualifies("2024-06-15"), Verdict::fail) << "a nurse is no physician";
}

TEST(OfferTerms, ask_for_no_lmia_under_rules_that_ask_for_none) {
    Offer offer = sound_offer();
    offer.lmia = false;
    const auto terms = express_entry::offer_terms(offer, CitizenshipStatus::abroad, in_2024);
    EXPECT_TRUE(terms.no_route);
    const auto lift = [&](const std::string_view rules) {
        return express_entry::lift(
            people::rule_set(rules),
            express_entry::LiftRole::asked,
            in_2024,
            people::engineer(),
            terms
        );
    };
    EXPECT_EQ(lift("2022-11-16").points, 0);
    EXPECT_EQ(lift("2026-11-03").points, std::nullopt);
    EXPECT_EQ(lift("2026-11-03").reason, LiftReason::points_not_known);
}

TEST(OfferTerms, list_what_is_not_stated_as_conditions_of_the_points) {
    Offer offer = sound_offer();
    offer.in_writing.reset();
    offer.employer_ineligible.reset();
    const auto lift = express_entry::lift(
        people::rule_set("2022-11-16"),
        express_entry::LiftRole::basis,
        in_2024,
        people::engineer(),
        express_entry::offer_terms(offer, CitizenshipStatus::abroad, in_2024)
    );
    EXPECT_EQ(lift.points, 50);
    EXPECT_EQ(
        lift.conditions,
        (std::vector{
            express_entry::LiftCondition::lmia_or_exemption,
            express_entry::LiftCondition::in_writing,
            express_entry::LiftCondition::employer_eligible})
    );
}

}  // namespace
