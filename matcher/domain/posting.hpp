#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/education.hpp"
#include "matcher/domain/language.hpp"
#include "matcher/domain/licence.hpp"
#include "matcher/domain/money.hpp"
#include "matcher/domain/noc.hpp"
#include "matcher/domain/place.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace domain {

using PostingId = std::int64_t;  ///< Given by PostgreSQL; 0 before that.

/// The languages that the posting says the work is done in.
enum class WorkingLanguage : std::uint8_t {
    not_stated,
    english,
    french,
    english_or_french,
    bilingual,  ///< Both are needed.
};

enum class EmploymentTerm : std::uint8_t { not_stated, permanent, fixed_term, casual, seasonal };

enum class WorkTime : std::uint8_t { not_stated, full_time, part_time };

/// What a posting says about a labour market impact assessment (LMIA).
enum class LmiaStatement : std::uint8_t { not_stated, requested, approved };

/// What a posting says about sponsoring a visa or work permit.
enum class Sponsorship : std::uint8_t { not_mentioned, offers, conditional, refuses };

/// Of what a posting says the sentence that says it is kept, up to so many characters.
inline constexpr int quote_max = 250;

/// Hours a week, in tenths: 375 is 37.5 hours.
struct WeeklyHours {
    int min_tenths = 0;
    int max_tenths = 0;
    bool operator==(const WeeklyHours&) const = default;
};

/// Months of experience asked: `min` 0 and no `max` where the posting says that none is needed.
struct ExperienceAsked {
    int min_months = 0;
    std::optional<int> max_months;
    bool operator==(const ExperienceAsked&) const = default;
};

/// Where the occupation of a posting comes from.
enum class NocOrigin {
    unknown,
    stated,       ///< As a NOC 2021 code.
    concordance,  ///< What the stated NOC 2016 code became, by title and duties if it became
                  ///< several.
    coded,        ///< From title and duties, which leave little doubt.
};

/// A unit group that title and duties speak for.
struct CodedNoc {
    NocCode noc;
    int permille = 0;  ///< Its probability in thousandths.
    bool operator==(const CodedNoc&) const = default;
};

/// A job posting after normalising; the names follow schema.org JobPosting. What the source did
/// not say, or said unintelligibly, is absent: nothing is invented.
struct Posting {
    PostingId id = 0;
    std::string source;     ///< Name of the configured source.
    std::string source_id;  ///< The source's own key, unique within the source.
    std::string url;        ///< Where a candidate can read and apply.

    std::string title;
    std::string original_title;  ///< The employer's own words where the source replaced them.
    OfficialLanguage text_language = OfficialLanguage::english;  ///< Of title and duties.
    std::string hiring_organization;
    std::vector<Place>
        job_locations;  ///< The first is the place of work; at least one if verified.
    bool remote = false;

    std::optional<Date> date_posted;    ///< Present if verified.
    std::optional<Date> valid_through;  ///< Last day on which the posting is open.
    std::optional<Date> closed_on;      ///< First day on which the source said it was closed.
    std::optional<Date> starts_on;      ///< First day of work.

    std::optional<NocCode> noc;  ///< Present if verified.
    NocOrigin noc_origin = NocOrigin::unknown;
    std::string noc_2016;  ///< Four digits where the source states the older code.
    std::vector<CodedNoc>
        coded_nocs;  ///< At most five, the most probable first, whatever is stated.

    std::optional<Pay> base_salary;
    std::optional<WeeklyHours> work_hours;
    EmploymentTerm term = EmploymentTerm::not_stated;
    std::optional<Date> term_ends;
    bool for_students = false;  ///< Offered to students and interns alone.
    WorkTime work_time = WorkTime::not_stated;
    WorkingLanguage working_language = WorkingLanguage::not_stated;

    bool asks_other_language = false;  ///< Beside English and French, as its title says.

    std::optional<EducationLevel> education_asked;
    bool equivalent_experience_accepted = false;
    std::optional<ExperienceAsked> experience_asked;
    std::vector<std::string> credentials;  ///< As stated, one each.
    Licence licence_asked = Licence::none;

    bool refuses_outside_canada = false;  ///< Says that people abroad will not be considered.
    std::string refusal_quote;            ///< The words that say so, as they stand in the posting.
    LmiaStatement lmia = LmiaStatement::not_stated;
    Sponsorship sponsorship = Sponsorship::not_mentioned;
    std::string sponsorship_quote;  ///< The sentence that says so, as it stands in the posting.
    int vacancies = 1;

    std::vector<std::string> duties;
    std::vector<std::string> skills;
    std::string description;  ///< Plain text.
};

/// What the employer calls the job: the original title where the source replaced it by its own.
const std::string& called(const Posting& posting);

/// The last day on which the posting counts as open; the source's end, else 60 days, cut
/// short by the day it was closed. A closed posting is not live on `closed_on` itself.
inline constexpr int days_open_by_default = 60;
Date last_live_day(const Posting& posting);

}  // namespace domain
