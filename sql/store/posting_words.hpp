#pragma once

#include "matcher/domain/education.hpp"
#include "matcher/domain/licence.hpp"

#include <array>
#include <string_view>

/// The words for each enumeration of a posting, in its order; an empty one stands for what was not
/// stated and is NULL in the database. They are those of the CHECK constraints.
namespace store {

inline constexpr std::array<std::string_view, 2> text_languages{"en", "fr"};
inline constexpr std::array<std::string_view, 6> pay_periods{
    "hour", "day", "week", "two_weeks", "month", "year"};
inline constexpr std::array<std::string_view, 5> terms{
    "", "permanent", "fixed_term", "casual", "seasonal"};
inline constexpr std::array<std::string_view, 3> work_times{"", "full_time", "part_time"};
inline constexpr std::array<std::string_view, 5> working_languages{
    "", "english", "french", "english_or_french", "bilingual"};
inline constexpr std::array<std::string_view, domain::education_levels> education_levels{
    "less_than_secondary",
    "secondary",
    "one_year",
    "two_year",
    "bachelors_or_three_year",
    "two_or_more",
    "masters_or_professional",
    "doctoral"};
inline constexpr std::array<std::string_view, domain::licences> licences{
    "",
    "trade_certificate",
    "health_college",
    "engineering",
    "teaching",
    "heavy_vehicle",
    "other_regulated",
    "automotive_technician",
    "truck_mechanic",
    "heavy_equipment_mechanic",
    "lift_truck_mechanic",
    "auto_body",
    "millwright",
    "machinist",
    "welder",
    "sheet_metal",
    "refrigeration",
    "electrician",
    "plumber",
    "gas_fitter",
    "steamfitter",
    "carpenter",
    "cabinetmaker",
    "bricklayer",
    "roofer",
    "painter",
    "crane_operator",
    "cook",
    "baker",
    "hairstylist",
    "registered_nurse",
    "psychiatric_nurse",
    "practical_nurse",
    "nurse_practitioner",
    "physician",
    "pharmacist",
    "dentist",
    "dental_assistant",
    "dental_hygienist",
    "physiotherapist",
    "occupational_therapist",
    "psychologist",
    "massage_therapist",
    "midwife",
    "optometrist",
    "optician",
    "medical_laboratory",
    "medical_radiation",
    "class_1",
    "tractor_trailer",
    "straight_truck",
    "bus",
    "early_childhood",
    "pesticides",
    "accountant",
    "law"};
inline constexpr std::array<std::string_view, 3> lmia_statements{"", "requested", "approved"};

inline constexpr std::array<std::string_view, 4> noc_origins{"", "stated", "concordance", "coded"};
inline constexpr std::array<std::string_view, 4> sponsorships{
    "", "offers", "conditional", "refuses"};

}  // namespace store
