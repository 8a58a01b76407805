#pragma once

#include "matcher/domain/date.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace express_entry {

/// Whether a clause of the rules is met. Unknown is never a pass.
enum class Verdict : std::uint8_t { pass, fail, unknown };

/// Why a verdict is what it is, or what happens on a day. The texts stand in
/// services/wire/messages; reason_kinds() says what each of them is about.
enum class ReasonCode : std::uint8_t {
    // Which column of the grid, and which language first.
    other_language_first_gains,
    other_language_first_loses,
    swapping_gains,
    swapping_loses,
    swapping_needs_birth_date,
    // What a month of the work history counts for.
    work_counted,
    work_above_full_time,
    work_gap,
    work_unpaid,
    work_teer_4_or_5,
    work_self_employed_in_canada,
    work_student_in_canada,
    // Clauses of the programs.
    program_rules_not_held,
    cec_work_met,
    cec_work_short,
    fswp_work_met,
    fswp_work_short,
    fstp_work_met,
    fstp_work_short,
    fstp_no_trade,
    language_met,
    language_short,
    language_not_stated,
    trade_language_met,
    trade_language_short,
    education_met,
    education_missing,
    points_met,
    points_short,
    funds_met,
    funds_short,
    funds_not_stated,
    funds_waived,
    funds_not_asked,
    funds_table_not_held,
    certificate_held,
    offer_counts,
    offer_not_certain,
    offer_or_certificate_missing,
    // Clauses of an offer of employment.
    offer_in_writing,
    offer_not_in_writing,
    offer_writing_not_stated,
    offer_paid,
    offer_unpaid,
    offer_pay_not_stated,
    offer_full_time,
    offer_full_time_together,
    offer_part_time,
    offer_hours_not_stated,
    offer_continuous,
    offer_not_continuous,
    offer_continuity_not_stated,
    offer_not_seasonal,
    offer_seasonal,
    offer_season_not_stated,
    offer_lasts,
    offer_too_short,
    offer_length_not_stated,
    offer_physician_policy,
    offer_skilled,
    offer_not_skilled,
    offer_outside_quebec,
    offer_in_quebec,
    offer_place_not_stated,
    offer_from_mission,
    offer_not_from_mission,
    offer_employer_eligible,
    offer_employer_ineligible,
    offer_employer_not_checked,
    route_new_lmia,
    route_lmia_permit,
    route_lmia_exempt_permit,
    route_authorised_plus_lmia,
    route_same_employer_short,
    route_exemption_not_listed,
    route_open_permit_alone,
    route_none,
    route_not_stated,
    // Categories.
    category_french_met,
    category_french_short,
    category_french_none,
    category_work_met,
    category_work_short,
    category_work_none,
    category_not_asked_here,
    // What changes the score on a day.
    birthday,
    canadian_work_gained,
    canadian_work_lost,
    foreign_work_gained,
    foreign_work_lost,
    language_levels_changed,
    language_expired,
    education_counted,
    education_expired,
    spouse_changed,
    nomination_received,
    offer_received,
    other_change,
    // What would help.
    raise_ability,
    raise_language,
    prove_french,
    prove_english,
    assess_credential,
    renew_assessment,
    spouse_language,
    year_of_canadian_work,
    year_of_foreign_work,
    get_nomination,
    get_certificate,
    get_offer_senior,
    get_offer_skilled,
    put_other_language_first,
    swap_applicants,
    // Days to keep in mind.
    language_expires_on,
    assessment_expires_on,
    profile_leaves_pool,
    application_due_on,
    expires_before_profile,
    expires_before_application,
    medical_upfront,
    medical_after,
};

enum class ArgumentKind : std::uint8_t { number, text, date };
using Argument = std::variant<std::int64_t, std::string, domain::Date>;

struct Parameter {
    std::string_view name;
    ArgumentKind kind = ArgumentKind::number;
};

/// What a code is called and what it is about; at most four arguments.
struct ReasonKind {
    ReasonCode code;
    std::string_view name;
    std::array<Parameter, 4> parameters{};

    constexpr std::size_t arity() const {
        std::size_t count = 0;
        while (count < parameters.size() && !parameters[count].name.empty()) {
            ++count;
        }
        return count;
    }
};

/// Every kind, in the order of ReasonCode.
std::span<const ReasonKind> reason_kinds();
const ReasonKind& kind_of(ReasonCode code);

struct Reason {
    ReasonCode code;
    std::vector<Argument> arguments;  ///< In the order of kind_of(code).parameters.
    bool operator==(const Reason&) const = default;
};

/// A reason with the arguments that its kind asks for, in their order; anything else is a broken
/// invariant.
Reason because(ReasonCode code, std::vector<Argument> arguments = {});

}  // namespace express_entry
