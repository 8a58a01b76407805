#include "matcher/express_entry/reason.hpp"

#include <cassert>

namespace express_entry {
namespace {

constexpr Parameter number(const std::string_view name) { return {name, ArgumentKind::number}; }
constexpr Parameter text(const std::string_view name) { return {name, ArgumentKind::text}; }
constexpr Parameter date(const std::string_view name) { return {name, ArgumentKind::date}; }

constexpr std::array kinds{
    ReasonKind{
        ReasonCode::other_language_first_gains,
        "other_language_first_gains",
        {text("language"), number("points")}},
    ReasonKind{
        ReasonCode::other_language_first_loses,
        "other_language_first_loses",
        {text("language"), number("points")}},
    ReasonKind{ReasonCode::swapping_gains, "swapping_gains", {number("points")}},
    ReasonKind{ReasonCode::swapping_loses, "swapping_loses", {number("points")}},
    ReasonKind{ReasonCode::swapping_needs_birth_date, "swapping_needs_birth_date"},
    ReasonKind{ReasonCode::work_counted, "work_counted", {number("canadian"), number("foreign")}},
    ReasonKind{ReasonCode::work_above_full_time, "work_above_full_time", {number("hours")}},
    ReasonKind{ReasonCode::work_gap, "work_gap"},
    ReasonKind{ReasonCode::work_unpaid, "work_unpaid"},
    ReasonKind{ReasonCode::work_teer_4_or_5, "work_teer_4_or_5"},
    ReasonKind{ReasonCode::work_self_employed_in_canada, "work_self_employed_in_canada"},
    ReasonKind{ReasonCode::work_student_in_canada, "work_student_in_canada"},
    ReasonKind{ReasonCode::program_rules_not_held, "program_rules_not_held", {date("date")}},
    ReasonKind{
        ReasonCode::cec_work_met,
        "cec_work_met",
        {number("months"), number("needed"), number("window")}},
    ReasonKind{
        ReasonCode::cec_work_short,
        "cec_work_short",
        {number("months"), number("needed"), number("window")}},
    ReasonKind{
        ReasonCode::fswp_work_met,
        "fswp_work_met",
        {number("months"), number("needed"), text("noc")}},
    ReasonKind{
        ReasonCode::fswp_work_short,
        "fswp_work_short",
        {number("months"), number("needed"), text("noc")}},
    ReasonKind{
        ReasonCode::fstp_work_met,
        "fstp_work_met",
        {number("months"), number("needed"), text("noc")}},
    ReasonKind{
        ReasonCode::fstp_work_short,
        "fstp_work_short",
        {number("months"), number("needed"), text("noc")}},
    ReasonKind{ReasonCode::fstp_no_trade, "fstp_no_trade"},
    ReasonKind{
        ReasonCode::language_met,
        "language_met",
        {text("language"), number("level"), number("needed")}},
    ReasonKind{
        ReasonCode::language_short,
        "language_short",
        {text("language"), number("level"), number("needed")}},
    ReasonKind{ReasonCode::language_not_stated, "language_not_stated", {number("needed")}},
    ReasonKind{ReasonCode::trade_language_met, "trade_language_met", {text("language")}},
    ReasonKind{
        ReasonCode::trade_language_short,
        "trade_language_short",
        {number("listening"), number("reading"), number("writing"), number("speaking")}},
    ReasonKind{ReasonCode::education_met, "education_met"},
    ReasonKind{ReasonCode::education_missing, "education_missing"},
    ReasonKind{ReasonCode::points_met, "points_met", {number("points"), number("needed")}},
    ReasonKind{ReasonCode::points_short, "points_short", {number("points"), number("needed")}},
    ReasonKind{
        ReasonCode::funds_met, "funds_met", {number("held"), number("needed"), number("size")}},
    ReasonKind{
        ReasonCode::funds_short, "funds_short", {number("held"), number("needed"), number("size")}},
    ReasonKind{
        ReasonCode::funds_not_stated, "funds_not_stated", {number("needed"), number("size")}},
    ReasonKind{ReasonCode::funds_waived, "funds_waived"},
    ReasonKind{ReasonCode::funds_not_asked, "funds_not_asked"},
    ReasonKind{ReasonCode::funds_table_not_held, "funds_table_not_held", {date("date")}},
    ReasonKind{ReasonCode::certificate_held, "certificate_held"},
    ReasonKind{ReasonCode::offer_counts, "offer_counts"},
    ReasonKind{ReasonCode::offer_not_certain, "offer_not_certain"},
    ReasonKind{ReasonCode::offer_or_certificate_missing, "offer_or_certificate_missing"},
    ReasonKind{ReasonCode::offer_in_writing, "offer_in_writing"},
    ReasonKind{ReasonCode::offer_not_in_writing, "offer_not_in_writing"},
    ReasonKind{ReasonCode::offer_writing_not_stated, "offer_writing_not_stated"},
    ReasonKind{ReasonCode::offer_paid, "offer_paid"},
    ReasonKind{ReasonCode::offer_unpaid, "offer_unpaid"},
    ReasonKind{ReasonCode::offer_pay_not_stated, "offer_pay_not_stated"},
    ReasonKind{ReasonCode::offer_full_time, "offer_full_time", {number("needed")}},
    ReasonKind{
        ReasonCode::offer_full_time_together, "offer_full_time_together", {number("needed")}},
    ReasonKind{ReasonCode::offer_part_time, "offer_part_time", {number("needed")}},
    ReasonKind{ReasonCode::offer_hours_not_stated, "offer_hours_not_stated", {number("needed")}},
    ReasonKind{ReasonCode::offer_continuous, "offer_continuous"},
    ReasonKind{ReasonCode::offer_not_continuous, "offer_not_continuous"},
    ReasonKind{ReasonCode::offer_continuity_not_stated, "offer_continuity_not_stated"},
    ReasonKind{ReasonCode::offer_not_seasonal, "offer_not_seasonal"},
    ReasonKind{ReasonCode::offer_seasonal, "offer_seasonal"},
    ReasonKind{ReasonCode::offer_season_not_stated, "offer_season_not_stated"},
    ReasonKind{ReasonCode::offer_lasts, "offer_lasts", {number("needed")}},
    ReasonKind{
        ReasonCode::offer_too_short, "offer_too_short", {number("months"), number("needed")}},
    ReasonKind{ReasonCode::offer_length_not_stated, "offer_length_not_stated", {number("needed")}},
    ReasonKind{ReasonCode::offer_physician_policy, "offer_physician_policy"},
    ReasonKind{ReasonCode::offer_skilled, "offer_skilled", {number("teer")}},
    ReasonKind{ReasonCode::offer_not_skilled, "offer_not_skilled", {number("teer")}},
    ReasonKind{ReasonCode::offer_outside_quebec, "offer_outside_quebec"},
    ReasonKind{ReasonCode::offer_in_quebec, "offer_in_quebec"},
    ReasonKind{ReasonCode::offer_place_not_stated, "offer_place_not_stated"},
    ReasonKind{ReasonCode::offer_from_mission, "offer_from_mission"},
    ReasonKind{ReasonCode::offer_not_from_mission, "offer_not_from_mission"},
    ReasonKind{ReasonCode::offer_employer_eligible, "offer_employer_eligible"},
    ReasonKind{ReasonCode::offer_employer_ineligible, "offer_employer_ineligible"},
    ReasonKind{ReasonCode::offer_employer_not_checked, "offer_employer_not_checked"},
    ReasonKind{ReasonCode::route_new_lmia, "route_new_lmia"},
    ReasonKind{ReasonCode::route_lmia_permit, "route_lmia_permit"},
    ReasonKind{ReasonCode::route_lmia_exempt_permit, "route_lmia_exempt_permit"},
    ReasonKind{ReasonCode::route_authorised_plus_lmia, "route_authorised_plus_lmia"},
    ReasonKind{
        ReasonCode::route_same_employer_short,
        "route_same_employer_short",
        {number("months"), number("needed")}},
    ReasonKind{ReasonCode::route_exemption_not_listed, "route_exemption_not_listed"},
    ReasonKind{ReasonCode::route_open_permit_alone, "route_open_permit_alone"},
    ReasonKind{ReasonCode::route_none, "route_none"},
    ReasonKind{ReasonCode::route_not_stated, "route_not_stated"},
    ReasonKind{
        ReasonCode::category_french_met,
        "category_french_met",
        {number("level"), number("needed")}},
    ReasonKind{
        ReasonCode::category_french_short,
        "category_french_short",
        {number("level"), number("needed")}},
    ReasonKind{ReasonCode::category_french_none, "category_french_none", {number("needed")}},
    ReasonKind{
        ReasonCode::category_work_met,
        "category_work_met",
        {number("months"), number("needed"), text("noc")}},
    ReasonKind{
        ReasonCode::category_work_short,
        "category_work_short",
        {number("months"), number("needed"), text("noc")}},
    ReasonKind{ReasonCode::category_work_none, "category_work_none", {number("needed")}},
    ReasonKind{ReasonCode::category_not_asked_here, "category_not_asked_here"},
    ReasonKind{ReasonCode::birthday, "birthday", {number("age")}},
    ReasonKind{ReasonCode::canadian_work_gained, "canadian_work_gained", {number("years")}},
    ReasonKind{ReasonCode::canadian_work_lost, "canadian_work_lost", {number("years")}},
    ReasonKind{ReasonCode::foreign_work_gained, "foreign_work_gained", {number("years")}},
    ReasonKind{ReasonCode::foreign_work_lost, "foreign_work_lost", {number("years")}},
    ReasonKind{ReasonCode::language_levels_changed, "language_levels_changed"},
    ReasonKind{ReasonCode::language_expired, "language_expired"},
    ReasonKind{ReasonCode::education_counted, "education_counted"},
    ReasonKind{ReasonCode::education_expired, "education_expired"},
    ReasonKind{ReasonCode::spouse_changed, "spouse_changed"},
    ReasonKind{ReasonCode::nomination_received, "nomination_received"},
    ReasonKind{ReasonCode::offer_received, "offer_received"},
    ReasonKind{ReasonCode::other_change, "other_change"},
    ReasonKind{
        ReasonCode::raise_ability,
        "raise_ability",
        {text("language"), text("ability"), number("from"), number("to")}},
    ReasonKind{ReasonCode::raise_language, "raise_language", {text("language"), number("level")}},
    ReasonKind{ReasonCode::prove_french, "prove_french", {number("level")}},
    ReasonKind{ReasonCode::prove_english, "prove_english", {number("level")}},
    ReasonKind{ReasonCode::assess_credential, "assess_credential", {number("place")}},
    ReasonKind{ReasonCode::renew_assessment, "renew_assessment", {number("place")}},
    ReasonKind{ReasonCode::spouse_language, "spouse_language", {number("level")}},
    ReasonKind{ReasonCode::year_of_canadian_work, "year_of_canadian_work", {number("years")}},
    ReasonKind{ReasonCode::year_of_foreign_work, "year_of_foreign_work", {number("years")}},
    ReasonKind{ReasonCode::get_nomination, "get_nomination"},
    ReasonKind{ReasonCode::get_certificate, "get_certificate"},
    ReasonKind{ReasonCode::get_offer_senior, "get_offer_senior"},
    ReasonKind{ReasonCode::get_offer_skilled, "get_offer_skilled"},
    ReasonKind{
        ReasonCode::put_other_language_first, "put_other_language_first", {text("language")}},
    ReasonKind{ReasonCode::swap_applicants, "swap_applicants"},
    ReasonKind{
        ReasonCode::language_expires_on, "language_expires_on", {text("test"), date("date")}},
    ReasonKind{
        ReasonCode::assessment_expires_on,
        "assessment_expires_on",
        {number("place"), date("date")}},
    ReasonKind{ReasonCode::profile_leaves_pool, "profile_leaves_pool", {date("date")}},
    ReasonKind{
        ReasonCode::application_due_on, "application_due_on", {date("date"), number("days")}},
    ReasonKind{
        ReasonCode::expires_before_profile,
        "expires_before_profile",
        {date("date"), date("profile")}},
    ReasonKind{
        ReasonCode::expires_before_application,
        "expires_before_application",
        {date("date"), date("due")}},
    ReasonKind{ReasonCode::medical_upfront, "medical_upfront", {number("months")}},
    ReasonKind{ReasonCode::medical_after, "medical_after"},
};

constexpr bool in_order() {
    for (std::size_t index = 0; index < kinds.size(); ++index) {
        if (static_cast<std::size_t>(kinds[index].code) != index) {
            return false;
        }
    }
    return true;
}
static_assert(in_order());

}  // namespace

std::span<const ReasonKind> reason_kinds() { return kinds; }

const ReasonKind& kind_of(const ReasonCode code) { return kinds[static_cast<std::size_t>(code)]; }

Reason because(const ReasonCode code, std::vector<Argument> arguments) {
    const ReasonKind& kind = kind_of(code);
    assert(arguments.size() == kind.arity());
    for (std::size_t index = 0; index < arguments.size(); ++index) {
        assert(arguments[index].index() == static_cast<std::size_t>(kind.parameters[index].kind));
    }
    return {.code = code, .arguments = std::move(arguments)};
}

}  // namespace express_entry
