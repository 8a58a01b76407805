#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/noc.hpp"
#include "matcher/domain/place.hpp"

#include <cstdint>
#include <optional>

namespace domain {

/// The work permit on which the candidate would do, or does, the offered job.
enum class PermitKind : std::uint8_t { none, open, lmia_based, lmia_exempt };

/// Why an employer-specific permit needs no labour market impact assessment (LMIA).
enum class LmiaExemption : std::uint8_t {
    international_agreement,       ///< IRPR s. 204(a).
    federal_provincial_agreement,  ///< IRPR s. 204(c).
    canadian_interests,            ///< IRPR s. 205.
    other,
};

struct WorkPermit {
    PermitKind kind = PermitKind::none;
    std::optional<LmiaExemption> exemption;  ///< Stated for `lmia_exempt`.
    bool same_employer = false;              ///< Names the employer who makes the offer.
    int months_worked = 0;                   ///< Full-time, without a gap, for that employer.
};

/// An offer of employment to one candidate, as far as it is known: what is absent was not stated.
struct Offer {
    NocCode noc = NocCode::from_number(0);
    std::optional<Province> province;
    std::optional<double> weekly_hours;
    std::optional<double> second_employer_hours;  ///< A second offer in a trade, for FSTP alone.
    std::optional<bool> in_writing;
    std::optional<bool> paid;
    std::optional<bool> continuous;
    std::optional<bool> seasonal;
    std::optional<bool> lasts;  ///< Has no end; else `months` says how long it is for.
    std::optional<int> months;
    std::optional<bool> diplomatic_mission;   ///< From an embassy, high commission or consulate.
    std::optional<bool> employer_ineligible;  ///< On the list with a status that bars it.
    std::optional<bool> lmia;                 ///< A positive LMIA names the candidate and the job.
    std::optional<WorkPermit> permit;
    bool publicly_funded_physician = false;
};

}  // namespace domain
