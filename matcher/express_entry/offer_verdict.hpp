#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/domain/offer.hpp"
#include "matcher/express_entry/offer.hpp"
#include "matcher/express_entry/reason.hpp"
#include "matcher/rules/program_rules.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace express_entry {

/// What an offer of employment has to be, so that Express Entry counts it.
/// Source: IRPR s. 82 and s. 200(3)(h); Ministerial Instructions s. 29.
enum class OfferClause : std::uint8_t {
    in_writing,
    paid,
    full_time,
    continuous,
    not_seasonal,
    one_year,
    skilled,
    outside_quebec,
    not_from_mission,
    employer_eligible,
    route,
};

/// How IRPR s. 82(2) lets an offer count.
enum class OfferRoute : std::uint8_t {
    new_lmia,              ///< (c): a new LMIA names the candidate, who may be abroad.
    lmia_permit,           ///< (a): works on an LMIA-based permit for the employer who offers.
    lmia_exempt_permit,    ///< (b): worked a year for the employer on a listed exempt permit.
    authorised_plus_lmia,  ///< (d): may work in Canada, and the offer has an LMIA.
};

struct OfferCheck {
    OfferClause clause = OfferClause::in_writing;
    Verdict verdict = Verdict::unknown;
    Reason reason;
};

struct OfferVerdict {
    Verdict qualifies = Verdict::unknown;  ///< Fails if a check fails; passes if all of them do.
    std::vector<OfferCheck> checks;        ///< Every clause, in the order of OfferClause.
    std::optional<OfferRoute> route;       ///< Absent where none is open or not enough is stated.
    bool waives_funds = false;             ///< The route exempts from proof of settlement funds.
};

/// Under which rules an offer is judged. The trades program lets two employers' hours add up.
enum class OfferUse : std::uint8_t { points, trade };

/// `status` is where the candidate stands on the day.
OfferVerdict judge_offer(
    const domain::Offer& offer,
    domain::CitizenshipStatus status,
    domain::Date as_of,
    OfferUse use = OfferUse::points
);

/// The offer as lift() asks for it: what fails makes the points zero, what is not stated is a
/// condition.
OfferTerms offer_terms(
    const domain::Offer& offer, domain::CitizenshipStatus status, domain::Date as_of
);

/// The rules of the day; the oldest version held for days before it.
const rules::ProgramRules& program_rules_near(domain::Date day);

}  // namespace express_entry
