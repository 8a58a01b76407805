#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/education.hpp"
#include "matcher/domain/instant.hpp"
#include "matcher/domain/language.hpp"
#include "matcher/domain/money.hpp"
#include "matcher/domain/noc.hpp"
#include "matcher/domain/offer.hpp"
#include "matcher/domain/place.hpp"
#include "matcher/domain/posting.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace domain {

/// How a spouse or common-law partner enters the CRS.
/// Source: Ministerial Instructions, definition of "accompanying spouse or common-law partner".
enum class Marital : std::uint8_t {
    single,
    spouse_accompanying,
    spouse_not_accompanying,
    spouse_citizen_or_pr,
};

/// Where the candidate stands today: outside Canada, or inside it on some status.
enum class CitizenshipStatus : std::uint8_t { abroad, worker, student, visitor, open_permit };

/// The approved tests. TEF scores are on the scale of the attestation's "équivalence ancien score"
/// column, which is the one Express Entry asks for.
enum class LanguageTestKind : std::uint8_t {
    ielts_general,
    celpip_general,
    pte_core,
    tef_canada,
    tcf_canada,
};

constexpr OfficialLanguage language_of(LanguageTestKind kind) {
    return kind == LanguageTestKind::tef_canada || kind == LanguageTestKind::tcf_canada
               ? OfficialLanguage::french
               : OfficialLanguage::english;
}

/// One sitting of an approved test, already converted to levels.
struct LanguageTest {
    LanguageTestKind kind = LanguageTestKind::ielts_general;
    Date date;           ///< Of the results; they count for under two years.
    bool first = false;  ///< The candidate declares this language as first official language.
    AbilityLevels levels;
};

struct Education {
    EducationLevel level = EducationLevel::secondary;
    std::string country;  ///< ISO 3166-1 alpha-2.
    Date completed;
    std::optional<Date> eca_date;  ///< Educational credential assessment, for a foreign credential.
};

struct Job {
    NocCode noc = NocCode::from_number(0);
    std::string title;
    std::vector<std::string> duties;  ///< What was done, in words.
    std::string country;              ///< ISO 3166-1 alpha-2.
    Date start;
    std::optional<Date> end;  ///< Absent while the job goes on.
    double hours_per_week = 0;
    bool paid = true;
    bool self_employed = false;
    bool student = false;  ///< Done while a full-time student.
};

struct Spouse {
    std::optional<Date> birth_date;  ///< Needed only to ask what the score is the other way round.
    bool certificate_of_qualification = false;
    std::vector<Education> education;
    std::vector<LanguageTest> language_tests;
    std::vector<Job> jobs;
};

struct Preferences {
    std::vector<Province> provinces;
    std::vector<std::string> places;  ///< Cities, with or without their province.
    std::optional<int> within_km;     ///< Of one of the places.
    std::optional<Cents> hourly_pay_min;
    std::optional<bool> remote;          ///< Wanted, or not wanted; nothing where either will do.
    std::optional<Date> available_from;  ///< First day on which work could begin.
};

/// What the candidate never wants to see.
struct Exclusions {
    std::vector<PostingId> postings;
    std::vector<std::string> employers;
    std::vector<NocCode> nocs;
};

/// A person in, or heading for, the Express Entry pool, as their document states it
/// (services/wire/candidate.schema.json).
struct Candidate {
    Date birth_date;
    Marital marital = Marital::single;
    CitizenshipStatus citizenship_status = CitizenshipStatus::abroad;
    std::vector<LanguageTest> language_tests;
    std::vector<Education> education;
    std::vector<Job> jobs;
    std::optional<Spouse> spouse;
    std::optional<Cents> funds;
    std::optional<int> dependants;  ///< Dependent children, the spouse's too, accompanying or not.
    bool siblings_in_canada = false;
    bool relative_in_canada = false;            ///< Any relative whom the FSWP grid counts.
    std::optional<Province> nomination;         ///< The nominating province.
    bool certificate_of_qualification = false;  ///< From a province, in a skilled trade.
    std::vector<Licence> licences = {};         ///< Canadian licences held.
    bool names_other_language = false;          ///< Beside English and French.
    std::optional<Offer> offer;                 ///< An offer of employment in hand.
    std::optional<Instant> profile_submitted;   ///< To the Express Entry pool.
    std::optional<Date> invited_on;             ///< Day of an invitation to apply.
    std::vector<std::string> skills;
    std::vector<std::string> resume_texts =
        {};  ///< Further words of the résumé on work and skills.
    Preferences preferences;
    Exclusions exclusions;
};

}  // namespace domain
