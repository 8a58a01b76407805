#pragma once

#include "matcher/document/named.hpp"
#include "matcher/domain/candidate.hpp"
#include "matcher/domain/posting.hpp"

#include <array>

/// The words for the domain's enumerations, each written once, for reading and for writing.
namespace wire {

using document::name_of;
using document::Named;

inline constexpr std::array language_names{
    Named{"en", domain::OfficialLanguage::english},
    Named{"fr", domain::OfficialLanguage::french},
};

inline constexpr std::array marital_names{
    Named{"single", domain::Marital::single},
    Named{"spouse_accompanying", domain::Marital::spouse_accompanying},
    Named{"spouse_not_accompanying", domain::Marital::spouse_not_accompanying},
    Named{"spouse_citizen_or_pr", domain::Marital::spouse_citizen_or_pr},
};

inline constexpr std::array citizenship_status_names{
    Named{"abroad", domain::CitizenshipStatus::abroad},
    Named{"worker", domain::CitizenshipStatus::worker},
    Named{"student", domain::CitizenshipStatus::student},
    Named{"visitor", domain::CitizenshipStatus::visitor},
    Named{"open_permit", domain::CitizenshipStatus::open_permit},
};

inline constexpr std::array language_test_names{
    Named{"ielts", domain::LanguageTestKind::ielts_general},
    Named{"celpip", domain::LanguageTestKind::celpip_general},
    Named{"pte_core", domain::LanguageTestKind::pte_core},
    Named{"tef", domain::LanguageTestKind::tef_canada},
    Named{"tcf", domain::LanguageTestKind::tcf_canada},
};

inline constexpr std::array education_level_names{
    Named{"less_than_secondary", domain::EducationLevel::less_than_secondary},
    Named{"secondary", domain::EducationLevel::secondary},
    Named{"one_year", domain::EducationLevel::one_year},
    Named{"two_year", domain::EducationLevel::two_year},
    Named{"bachelors_or_three_year", domain::EducationLevel::bachelors_or_three_year},
    Named{"two_or_more", domain::EducationLevel::two_or_more},
    Named{"masters_or_professional", domain::EducationLevel::masters_or_professional},
    Named{"doctoral", domain::EducationLevel::doctoral},
};

inline constexpr std::array working_language_names{
    Named{"not_stated", domain::WorkingLanguage::not_stated},
    Named{"english", domain::WorkingLanguage::english},
    Named{"french", domain::WorkingLanguage::french},
    Named{"english_or_french", domain::WorkingLanguage::english_or_french},
    Named{"bilingual", domain::WorkingLanguage::bilingual},
};

inline constexpr std::array employment_term_names{
    Named{"not_stated", domain::EmploymentTerm::not_stated},
    Named{"permanent", domain::EmploymentTerm::permanent},
    Named{"fixed_term", domain::EmploymentTerm::fixed_term},
    Named{"casual", domain::EmploymentTerm::casual},
    Named{"seasonal", domain::EmploymentTerm::seasonal},
};

inline constexpr std::array work_time_names{
    Named{"not_stated", domain::WorkTime::not_stated},
    Named{"full_time", domain::WorkTime::full_time},
    Named{"part_time", domain::WorkTime::part_time},
};

inline constexpr std::array lmia_names{
    Named{"not_stated", domain::LmiaStatement::not_stated},
    Named{"requested", domain::LmiaStatement::requested},
    Named{"approved", domain::LmiaStatement::approved},
};

inline constexpr std::array noc_origin_names{
    Named{"unknown", domain::NocOrigin::unknown},
    Named{"stated", domain::NocOrigin::stated},
    Named{"concordance", domain::NocOrigin::concordance},
    Named{"coded", domain::NocOrigin::coded},
};

inline constexpr std::array sponsorship_names{
    Named{"not_mentioned", domain::Sponsorship::not_mentioned},
    Named{"offers", domain::Sponsorship::offers},
    Named{"conditional", domain::Sponsorship::conditional},
    Named{"refuses", domain::Sponsorship::refuses},
};

inline constexpr std::array pay_period_names{
    Named{"hour", domain::PayPeriod::hour},
    Named{"day", domain::PayPeriod::day},
    Named{"week", domain::PayPeriod::week},
    Named{"two_weeks", domain::PayPeriod::two_weeks},
    Named{"month", domain::PayPeriod::month},
    Named{"year", domain::PayPeriod::year},
};

inline constexpr std::array licence_names{
    Named{"none", domain::Licence::none},
    Named{"trade_certificate", domain::Licence::trade_certificate},
    Named{"health_college", domain::Licence::health_college},
    Named{"engineering", domain::Licence::engineering},
    Named{"teaching", domain::Licence::teaching},
    Named{"heavy_vehicle", domain::Licence::heavy_vehicle},
    Named{"other_regulated", domain::Licence::other_regulated},
    Named{"automotive_technician", domain::Licence::automotive_technician},
    Named{"truck_mechanic", domain::Licence::truck_mechanic},
    Named{"heavy_equipment_mechanic", domain::Licence::heavy_equipment_mechanic},
    Named{"lift_truck_mechanic", domain::Licence::lift_truck_mechanic},
    Named{"auto_body", domain::Licence::auto_body},
    Named{"millwright", domain::Licence::millwright},
    Named{"machinist", domain::Licence::machinist},
    Named{"welder", domain::Licence::welder},
    Named{"sheet_metal", domain::Licence::sheet_metal},
    Named{"refrigeration", domain::Licence::refrigeration},
    Named{"electrician", domain::Licence::electrician},
    Named{"plumber", domain::Licence::plumber},
    Named{"gas_fitter", domain::Licence::gas_fitter},
    Named{"steamfitter", domain::Licence::steamfitter},
    Named{"carpenter", domain::Licence::carpenter},
    Named{"cabinetmaker", domain::Licence::cabinetmaker},
    Named{"bricklayer", domain::Licence::bricklayer},
    Named{"roofer", domain::Licence::roofer},
    Named{"painter", domain::Licence::painter},
    Named{"crane_operator", domain::Licence::crane_operator},
    Named{"cook", domain::Licence::cook},
    Named{"baker", domain::Licence::baker},
    Named{"hairstylist", domain::Licence::hairstylist},
    Named{"registered_nurse", domain::Licence::registered_nurse},
    Named{"psychiatric_nurse", domain::Licence::psychiatric_nurse},
    Named{"practical_nurse", domain::Licence::practical_nurse},
    Named{"nurse_practitioner", domain::Licence::nurse_practitioner},
    Named{"physician", domain::Licence::physician},
    Named{"pharmacist", domain::Licence::pharmacist},
    Named{"dentist", domain::Licence::dentist},
    Named{"dental_assistant", domain::Licence::dental_assistant},
    Named{"dental_hygienist", domain::Licence::dental_hygienist},
    Named{"physiotherapist", domain::Licence::physiotherapist},
    Named{"occupational_therapist", domain::Licence::occupational_therapist},
    Named{"psychologist", domain::Licence::psychologist},
    Named{"massage_therapist", domain::Licence::massage_therapist},
    Named{"midwife", domain::Licence::midwife},
    Named{"optometrist", domain::Licence::optometrist},
    Named{"optician", domain::Licence::optician},
    Named{"medical_laboratory", domain::Licence::medical_laboratory},
    Named{"medical_radiation", domain::Licence::medical_radiation},
    Named{"class_1", domain::Licence::class_1},
    Named{"tractor_trailer", domain::Licence::tractor_trailer},
    Named{"straight_truck", domain::Licence::straight_truck},
    Named{"bus", domain::Licence::bus},
    Named{"early_childhood", domain::Licence::early_childhood},
    Named{"pesticides", domain::Licence::pesticides},
    Named{"accountant", domain::Licence::accountant},
    Named{"law", domain::Licence::law},
};

inline constexpr std::array permit_kind_names{
    Named{"none", domain::PermitKind::none},
    Named{"open", domain::PermitKind::open},
    Named{"lmia_based", domain::PermitKind::lmia_based},
    Named{"lmia_exempt", domain::PermitKind::lmia_exempt},
};

inline constexpr std::array lmia_exemption_names{
    Named{"international_agreement", domain::LmiaExemption::international_agreement},
    Named{"federal_provincial_agreement", domain::LmiaExemption::federal_provincial_agreement},
    Named{"canadian_interests", domain::LmiaExemption::canadian_interests},
    Named{"other", domain::LmiaExemption::other},
};

}  // namespace wire
