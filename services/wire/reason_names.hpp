#pragma once

#include "matcher/express_entry/clb.hpp"
#include "matcher/express_entry/offer.hpp"
#include "matcher/express_entry/offer_verdict.hpp"
#include "matcher/express_entry/profile.hpp"
#include "matcher/express_entry/programs.hpp"
#include "matcher/express_entry/reason.hpp"
#include "matcher/fit/fit.hpp"
#include "matcher/ranking/top_k.hpp"
#include "services/wire/vocabulary.hpp"

#include <string>

/// The codes of everything that an answer explains. `<group>.<code>` is the key of its text in
/// messages/{en,fr}.json.
namespace wire {

inline std::string message_code(const std::string_view group, const std::string_view code) {
    return std::string{group}.append(".").append(code);
}

inline constexpr std::array order_names{
    Named{"fit", ranking::Order::fit},
    Named{"lift", ranking::Order::lift},
    Named{"pay", ranking::Order::pay},
    Named{"newest", ranking::Order::newest},
    Named{"distance", ranking::Order::distance},
    Named{"best_chance", ranking::Order::best_chance},
};

inline constexpr std::array part_names{
    Named{"occupation", fit::PartKind::occupation},
    Named{"experience", fit::PartKind::experience},
    Named{"official_languages", fit::PartKind::official_languages},
    Named{"qualifications", fit::PartKind::qualifications},
    Named{"skills_and_duties", fit::PartKind::skills_and_duties},
    Named{"place", fit::PartKind::place},
    Named{"pay", fit::PartKind::pay},
    Named{"remote", fit::PartKind::remote},
    Named{"start", fit::PartKind::start},
    Named{"terms", fit::PartKind::terms},
    Named{"title", fit::PartKind::title},
};

inline constexpr std::array fit_reason_names{
    Named{"same_unit_group", fit::Reason::same_unit_group},
    Named{"same_minor_group", fit::Reason::same_minor_group},
    Named{"same_sub_major_group", fit::Reason::same_sub_major_group},
    Named{"same_major_group", fit::Reason::same_major_group},
    Named{"same_broad_category", fit::Reason::same_broad_category},
    Named{"related_occupation", fit::Reason::related_occupation},
    Named{"other_occupation", fit::Reason::other_occupation},
    Named{"no_work_history", fit::Reason::no_work_history},
    Named{"experience_met", fit::Reason::experience_met},
    Named{"experience_short", fit::Reason::experience_short},
    Named{"experience_missing", fit::Reason::experience_missing},
    Named{"experience_not_asked", fit::Reason::experience_not_asked},
    Named{"experience_not_stated", fit::Reason::experience_not_stated},
    Named{"languages_met", fit::Reason::languages_met},
    Named{"languages_short", fit::Reason::languages_short},
    Named{"language_not_stated", fit::Reason::language_not_stated},
    Named{"language_not_spoken", fit::Reason::language_not_spoken},
    Named{"education_met", fit::Reason::education_met},
    Named{"education_one_level_short", fit::Reason::education_one_level_short},
    Named{"education_equivalent_accepted", fit::Reason::education_equivalent_accepted},
    Named{"education_short", fit::Reason::education_short},
    Named{"education_not_stated", fit::Reason::education_not_stated},
    Named{"licence_missing", fit::Reason::licence_missing},
    Named{"words_shared", fit::Reason::words_shared},
    Named{"no_words_shared", fit::Reason::no_words_shared},
    Named{"resume_without_words", fit::Reason::resume_without_words},
    Named{"place_not_wished", fit::Reason::place_not_wished},
    Named{"place_near", fit::Reason::place_near},
    Named{"place_far", fit::Reason::place_far},
    Named{"place_in_province", fit::Reason::place_in_province},
    Named{"province_wished", fit::Reason::province_wished},
    Named{"province_far", fit::Reason::province_far},
    Named{"place_elsewhere", fit::Reason::place_elsewhere},
    Named{"place_anywhere", fit::Reason::place_anywhere},
    Named{"pay_not_wished", fit::Reason::pay_not_wished},
    Named{"pay_met", fit::Reason::pay_met},
    Named{"pay_nearly_met", fit::Reason::pay_nearly_met},
    Named{"pay_short", fit::Reason::pay_short},
    Named{"pay_not_stated", fit::Reason::pay_not_stated},
    Named{"remote_not_wished", fit::Reason::remote_not_wished},
    Named{"remote_as_wished", fit::Reason::remote_as_wished},
    Named{"remote_not_as_wished", fit::Reason::remote_not_as_wished},
    Named{"start_not_wished", fit::Reason::start_not_wished},
    Named{"start_not_stated", fit::Reason::start_not_stated},
    Named{"start_late_enough", fit::Reason::start_late_enough},
    Named{"start_too_early", fit::Reason::start_too_early},
    Named{"terms_lasting", fit::Reason::terms_lasting},
    Named{"terms_short", fit::Reason::terms_short},
    Named{"title_alike", fit::Reason::title_alike},
    Named{"title_known", fit::Reason::title_known},
    Named{"title_unlike", fit::Reason::title_unlike},
};

inline constexpr std::array placed_after_names{
    Named{"refuses_outside_canada", fit::PlacedAfter::refuses_outside_canada},
    Named{"licence_missing", fit::PlacedAfter::licence_missing},
    Named{"language_not_spoken", fit::PlacedAfter::language_not_spoken},
};

inline constexpr std::array lift_role_names{
    Named{"basis", express_entry::LiftRole::basis},
    Named{"latest_confirmed", express_entry::LiftRole::latest_confirmed},
    Named{"reported", express_entry::LiftRole::reported},
    Named{"asked", express_entry::LiftRole::asked},
};

inline constexpr std::array lift_reason_names{
    Named{"major_group_00", express_entry::LiftReason::major_group_00},
    Named{"teer_0_to_3", express_entry::LiftReason::teer_0_to_3},
    Named{"any_qualifying_offer", express_entry::LiftReason::any_qualifying_offer},
    Named{"on_occupation_list", express_entry::LiftReason::on_occupation_list},
    Named{"not_on_occupation_list", express_entry::LiftReason::not_on_occupation_list},
    Named{"quebec", express_entry::LiftReason::quebec},
    Named{"teer_4_or_5", express_entry::LiftReason::teer_4_or_5},
    Named{"part_time", express_entry::LiftReason::part_time},
    Named{"seasonal", express_entry::LiftReason::seasonal},
    Named{"under_one_year", express_entry::LiftReason::under_one_year},
    Named{"casual", express_entry::LiftReason::casual},
    Named{"not_continuous", express_entry::LiftReason::not_continuous},
    Named{"unpaid", express_entry::LiftReason::unpaid},
    Named{"not_in_writing", express_entry::LiftReason::not_in_writing},
    Named{"diplomatic_mission", express_entry::LiftReason::diplomatic_mission},
    Named{"employer_ineligible", express_entry::LiftReason::employer_ineligible},
    Named{"no_lmia_or_exemption", express_entry::LiftReason::no_lmia_or_exemption},
    Named{"no_points_in_rule_set", express_entry::LiftReason::no_points_in_rule_set},
    Named{"already_counted", express_entry::LiftReason::already_counted},
    Named{"additional_points_capped", express_entry::LiftReason::additional_points_capped},
    Named{"points_not_known", express_entry::LiftReason::points_not_known},
};

inline constexpr std::array lift_condition_names{
    Named{"lmia_or_exemption", express_entry::LiftCondition::lmia_or_exemption},
    Named{"lasts_one_year", express_entry::LiftCondition::lasts_one_year},
    Named{"full_time", express_entry::LiftCondition::full_time},
    Named{"not_seasonal", express_entry::LiftCondition::not_seasonal},
    Named{"continuous", express_entry::LiftCondition::continuous},
    Named{"paid", express_entry::LiftCondition::paid},
    Named{"in_writing", express_entry::LiftCondition::in_writing},
    Named{"outside_quebec", express_entry::LiftCondition::outside_quebec},
    Named{"not_from_mission", express_entry::LiftCondition::not_from_mission},
    Named{"employer_eligible", express_entry::LiftCondition::employer_eligible},
};

inline constexpr std::array profile_note_names{
    Named{"no_valid_first_language_test", express_entry::ProfileNote::no_valid_first_language_test},
    Named{"language_test_expired", express_entry::ProfileNote::language_test_expired},
    Named{"language_test_in_future", express_entry::ProfileNote::language_test_in_future},
    Named{
        "language_test_not_accepted_yet",
        express_entry::ProfileNote::language_test_not_accepted_yet},
    Named{"education_without_eca", express_entry::ProfileNote::education_without_eca},
    Named{"eca_expired", express_entry::ProfileNote::eca_expired},
    Named{"education_in_future", express_entry::ProfileNote::education_in_future},
    Named{"no_education", express_entry::ProfileNote::no_education},
    Named{"job_not_counted", express_entry::ProfileNote::job_not_counted},
    Named{"job_in_future", express_entry::ProfileNote::job_in_future},
    Named{"spouse_missing", express_entry::ProfileNote::spouse_missing},
    Named{"no_spouse_education", express_entry::ProfileNote::no_spouse_education},
    Named{"no_spouse_language_test", express_entry::ProfileNote::no_spouse_language_test},
    Named{"offer_not_counted", express_entry::ProfileNote::offer_not_counted},
    Named{"offer_not_certain", express_entry::ProfileNote::offer_not_certain},
};

inline constexpr std::array verdict_names{
    Named{"pass", express_entry::Verdict::pass},
    Named{"fail", express_entry::Verdict::fail},
    Named{"unknown", express_entry::Verdict::unknown},
};

inline constexpr std::array program_names{
    Named{"cec", domain::Program::cec},
    Named{"fswp", domain::Program::fswp},
    Named{"fstp", domain::Program::fstp},
    Named{"pnp", domain::Program::pnp},
};

inline constexpr std::array round_kind_names{
    Named{"general", domain::RoundKind::general},
    Named{"program", domain::RoundKind::program},
    Named{"category", domain::RoundKind::category},
};

inline constexpr std::array program_clause_names{
    Named{"rules", express_entry::ProgramClause::rules},
    Named{"work", express_entry::ProgramClause::work},
    Named{"language", express_entry::ProgramClause::language},
    Named{"education", express_entry::ProgramClause::education},
    Named{"points", express_entry::ProgramClause::points},
    Named{"funds", express_entry::ProgramClause::funds},
    Named{"offer_or_certificate", express_entry::ProgramClause::offer_or_certificate},
};

inline constexpr std::array offer_clause_names{
    Named{"in_writing", express_entry::OfferClause::in_writing},
    Named{"paid", express_entry::OfferClause::paid},
    Named{"full_time", express_entry::OfferClause::full_time},
    Named{"continuous", express_entry::OfferClause::continuous},
    Named{"not_seasonal", express_entry::OfferClause::not_seasonal},
    Named{"one_year", express_entry::OfferClause::one_year},
    Named{"skilled", express_entry::OfferClause::skilled},
    Named{"outside_quebec", express_entry::OfferClause::outside_quebec},
    Named{"not_from_mission", express_entry::OfferClause::not_from_mission},
    Named{"employer_eligible", express_entry::OfferClause::employer_eligible},
    Named{"route", express_entry::OfferClause::route},
};

inline constexpr std::array offer_route_names{
    Named{"new_lmia", express_entry::OfferRoute::new_lmia},
    Named{"lmia_permit", express_entry::OfferRoute::lmia_permit},
    Named{"lmia_exempt_permit", express_entry::OfferRoute::lmia_exempt_permit},
    Named{"authorised_plus_lmia", express_entry::OfferRoute::authorised_plus_lmia},
};

}  // namespace wire
