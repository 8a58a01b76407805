#pragma once

#include "matcher/domain/posting.hpp"
#include "matcher/express_entry/crs.hpp"
#include "matcher/rules/rule_book.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace express_entry {

/// Why an offer on a posting's terms changes the score by what it does.
/// Source of the clauses: IRPR s. 82, Ministerial Instructions s. 29.
enum class LiftReason : std::uint8_t {
    major_group_00,            ///< Points for NOC major group 00.
    teer_0_to_3,               ///< Points for another occupation in TEER 0-3.
    any_qualifying_offer,      ///< Points whatever the skilled occupation (2015-2016).
    on_occupation_list,        ///< Points of the occupation's level on a list.
    quebec,                    ///< Zero: Quebec selects its own workers, outside Express Entry.
    teer_4_or_5,               ///< Zero: the occupation is not in TEER 0-3.
    not_on_occupation_list,    ///< Zero: the list of occupations does not name it.
    part_time,                 ///< Zero: fewer than 30 hours a week.
    seasonal,                  ///< Zero: seasonal work.
    under_one_year,            ///< Zero: ends before a year has passed.
    casual,                    ///< Zero: casual work is not continuous.
    not_continuous,            ///< Zero: the work stops and starts.
    unpaid,                    ///< Zero: the work is not paid.
    not_in_writing,            ///< Zero: the offer is not in writing.
    diplomatic_mission,        ///< Zero: from an embassy, high commission or consulate.
    employer_ineligible,       ///< Zero: the employer is barred.
    no_lmia_or_exemption,      ///< Zero: neither an LMIA nor an exemption that counts.
    no_points_in_rule_set,     ///< Zero: this rule set gives no points for offers.
    already_counted,           ///< Zero: an offer already counts for as much.
    additional_points_capped,  ///< Zero: the cap on additional points is already reached.
    points_not_known,          ///< Unknown: the rule set's figures are not known.
};

/// What the posting leaves open and the points depend on.
enum class LiftCondition : std::uint8_t {
    lmia_or_exemption,  ///< The employer has or gets an LMIA, or the work permit is exempt.
    lasts_one_year,     ///< The job lasts at least a year after permanent residence.
    full_time,          ///< At least 30 hours a week.
    not_seasonal,
    continuous,
    paid,
    in_writing,
    outside_quebec,
    not_from_mission,
    employer_eligible,
};

/// What an offer on a posting's terms is, as far as the rules ask; derived once per posting.
/// A disqualifying term that the posting states is in `zero`; what it is silent on is in
/// `conditions`. The occupation is not judged here: which ones earn points is the rule set's to
/// say.
struct OfferTerms {
    domain::NocCode noc = domain::NocCode::from_number(0);
    std::optional<LiftReason> zero;  ///< One of the clauses about place, hours, term, employer.
    bool no_route = false;           ///< Zero where the rule set asks for an LMIA or exemption.
    std::vector<LiftCondition> conditions;
};

/// `posting` has a NOC, as every verified one has.
OfferTerms offer_terms(const domain::Posting& posting);

enum class LiftRole : std::uint8_t { basis, latest_confirmed, reported, asked };

/// A rule set that an answer shows, and why it does.
struct ShownRules {
    const rules::RuleSet* rule_set = nullptr;  ///< Lives as long as its RuleBook.
    LiftRole role = LiftRole::basis;
};

/// Side by side: the basis, the latest confirmed set, a later reported set where there is one, and
/// `asked` where it is none of these. A set that is two of them stands once, under the first role.
std::vector<ShownRules> shown_rules(
    const rules::RuleBook& book, const rules::RuleSet* asked, domain::Date as_of
);

/// What an offer on the posted terms would change the whole score by, under one rule set.
struct Lift {
    const rules::RuleSet* rule_set = nullptr;  ///< Lives as long as its RuleBook.
    LiftRole role = LiftRole::basis;
    rules::Status status = rules::Status::in_force;
    Points points;  ///< score(with offer) - score(without); never negative; nothing if unknown.
    LiftReason reason = LiftReason::points_not_known;
    std::vector<LiftCondition> conditions;  ///< Empty where the points are zero for another reason.
    Points score_without;
    Points score_with;
};

/// The lift under one rule set. The offer in `input`, if any, is what is already counted.
Lift lift(
    const rules::RuleSet& rule_set,
    LiftRole role,
    domain::Date as_of,
    const CrsInput& input,
    const OfferTerms& terms
);

/// The lift under each of shown_rules(), in their order.
std::vector<Lift> lifts(
    const rules::RuleBook& book,
    const rules::RuleSet* asked,
    domain::Date as_of,
    const CrsInput& input,
    const OfferTerms& terms
);

}  // namespace express_entry
