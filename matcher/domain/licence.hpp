#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace domain {

/// Licences that only a regulator or licensing body can give. Named under a posting's credentials
/// they are needed for the work; a foreign licence does not stand in for one. Each kind first, for
/// a wording that does not say of what; then those that it divides into.
enum class Licence : std::uint8_t {
    none,
    trade_certificate,  ///< Red Seal, certificate of qualification, journeyperson.
    health_college,     ///< Registration with a college of nursing, medicine, pharmacy...
    engineering,        ///< P.Eng., ing.
    teaching,           ///< Provincial teacher's certificate.
    heavy_vehicle,      ///< For trucks and buses; which is not said.
    other_regulated,    ///< "Licensure by provincial or territorial authorities" and the like.

    automotive_technician,
    truck_mechanic,
    heavy_equipment_mechanic,
    lift_truck_mechanic,
    auto_body,
    millwright,
    machinist,
    welder,
    sheet_metal,
    refrigeration,
    electrician,
    plumber,
    gas_fitter,
    steamfitter,
    carpenter,
    cabinetmaker,
    bricklayer,
    roofer,
    painter,
    crane_operator,
    cook,
    baker,
    hairstylist,

    registered_nurse,
    psychiatric_nurse,
    practical_nurse,
    nurse_practitioner,
    physician,
    pharmacist,
    dentist,
    dental_assistant,
    dental_hygienist,
    physiotherapist,
    occupational_therapist,
    psychologist,
    massage_therapist,
    midwife,
    optometrist,
    optician,
    medical_laboratory,
    medical_radiation,

    class_1,          ///< Of the provinces that number: trucks and buses of every size.
    tractor_trailer,  ///< Class A of Ontario: trucks of every size, and no bus.
    straight_truck,   ///< Class 3 or D.
    bus,              ///< Class 2, B or C.

    early_childhood,
    pesticides,
    accountant,
    law,
};
inline constexpr std::size_t licences = static_cast<std::size_t>(Licence::law) + 1;

/// The kind that a licence is one of; a kind is its own.
Licence kind_of(Licence licence);

/// Whether who holds these has what is asked. A plumber's certificate is no gas fitter's; one whose
/// trade is not said may be either's, unless those held beside it say their trade.
bool covers(const std::vector<Licence>& held, Licence asked);

}  // namespace domain
