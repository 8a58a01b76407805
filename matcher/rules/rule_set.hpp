#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/education.hpp"
#include "matcher/domain/language.hpp"
#include "matcher/domain/noc.hpp"
#include "matcher/domain/result.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace rules {

/// The two columns of the CRS grid. The spouse column is used only where a spouse or common-law
/// partner accompanies the candidate and is neither a citizen nor a permanent resident.
enum class Column : unsigned char { without_spouse, with_spouse };

/// Points by column.
using ByColumn = std::array<int, 2>;

inline constexpr int age_max = 120;
inline constexpr int work_years_max = 60;

/// Points a whole number of points each, looked up by value. Every table is dense, so that a score
/// is a sum of array reads.
struct CoreGrid {
    std::array<ByColumn, age_max + 1> age{};
    std::array<ByColumn, domain::education_levels> education{};
    std::array<ByColumn, domain::clb_max + 1> first_language{};  ///< Per ability.
    std::array<int, domain::clb_max + 1> second_language{};      ///< Per ability.
    ByColumn second_language_max{};
    std::array<ByColumn, work_years_max + 1> canadian_work{};  ///< By whole years.
};

struct SpouseGrid {
    std::array<int, domain::education_levels> education{};
    std::array<int, domain::clb_max + 1> first_language{};  ///< Per ability.
    std::array<int, work_years_max + 1> canadian_work{};    ///< By whole years.
};

/// Points for reaching the lower and the upper tier of a combination; 0 for neither.
using Tiers = std::array<int, 3>;  ///< Index 0: neither, 1: lower, 2: upper tier.

/// Skill transferability. A tier of language is reached when all four abilities of the first
/// official language are at its level.
struct TransferabilityGrid {
    std::array<domain::Clb, 2> language_tiers{};              ///< CLB 7 and 9.
    std::array<int, 2> canadian_work_tiers{};                 ///< Whole years: 1 and 2.
    std::array<domain::Clb, 2> certificate_language_tiers{};  ///< CLB 5 and 7.
    std::array<Tiers, domain::education_levels> education_language{};
    std::array<Tiers, domain::education_levels> education_canadian_work{};
    std::array<Tiers, work_years_max + 1> foreign_language{};       ///< By whole foreign years.
    std::array<Tiers, work_years_max + 1> foreign_canadian_work{};  ///< By whole foreign years.
    Tiers certificate_language{};
    int group_cap = 0;
    int cap = 0;
};

/// No points for an offer of employment.
struct NoOfferPoints {};

/// Any qualifying offer whose TEER is at most `teer_max` earns the same.
struct FixedOfferPoints {
    int points = 0;
    int teer_max = 3;
};

/// Points by the NOC of the offer: one value for major group 00, one for every other occupation
/// whose TEER is at most `teer_max`.
struct OfferPointsByMajorGroup {
    int major_group_00 = 0;
    int other = 0;
    int teer_max = 3;
};

/// Occupations that earn the same.
struct OccupationLevel {
    std::string name;                                  ///< As the instrument calls it, `2x`.
    std::optional<int> points;                         ///< Absent where they are not known.
    std::optional<std::vector<domain::NocCode>> nocs;  ///< Ascending; absent where not known.
};

/// Points by a list of occupations. No occupation is on two levels.
struct OccupationList {
    std::vector<OccupationLevel> levels;

    /// The points of the level that names the occupation. Not known if those are not, or if the
    /// occupation may be on a level whose occupations are not known; 0 if it is on none.
    std::optional<int> points(domain::NocCode noc) const;
};

/// Points by a list of occupations, whatever their TEER.
struct OfferPointsByOccupation {
    OccupationList list;
};

/// The rule is reported but its figures are not known: points are unknown, not zero.
struct UnknownOfferPoints {};

using OfferPoints = std::variant<
    NoOfferPoints,
    FixedOfferPoints,
    OfferPointsByMajorGroup,
    OfferPointsByOccupation,
    UnknownOfferPoints>;

/// Canadian work earns what the grid says and no more.
struct CanadianWorkByGrid {};

/// On top of the grid, points where work of `years_min` or more was in a listed occupation.
struct CanadianWorkByOccupation {
    int years_min = 1;
    OccupationList list;
};

/// The grid's figures are reported to have changed, but not to what.
struct UnknownCanadianWork {};

using CanadianWork =
    std::variant<CanadianWorkByGrid, CanadianWorkByOccupation, UnknownCanadianWork>;

struct FrenchBonus {
    int french_only = 0;
    int french_and_english = 0;
    domain::Clb french_level = 7;   ///< NCLC in all four abilities.
    domain::Clb english_level = 5;  ///< CLB in all four abilities, for the higher value.
};

struct CanadianStudyBonus {
    int one_or_two_year = 0;
    int three_year_plus = 0;
};

struct AdditionalPoints {
    int provincial_nomination = 0;
    OfferPoints job_offer;
    bool offer_needs_lmia_or_exemption = true;
    std::optional<FrenchBonus> french;
    std::optional<CanadianStudyBonus> canadian_study;
    int sibling = 0;
    int cap = 0;
};

/// One dated version of the Comprehensive Ranking System (CRS), as read from matcher/rules/sets.
struct RuleSet {
    std::string id;  ///< The day on which it took effect, `2022-11-16`.
    domain::Date effective_from;
    std::optional<domain::Date> effective_to;  ///< Last day; absent while open.
    bool confirmed = false;  ///< Seen in a primary source, not only reported by others.
    std::string instrument;  ///< The legal instrument.
    std::string source;      ///< Its address.

    CoreGrid core;
    CanadianWork canadian_work;
    SpouseGrid spouse;
    TransferabilityGrid transferability;
    AdditionalPoints additional;
    int total_cap = 0;

    std::string file;           ///< Where it was read from, as messages name it.
    std::string document;       ///< The text of the file.
    std::string grid_document;  ///< The text of the grid that it names.
};

/// Computed for a day and never stored.
enum class Status { in_force, historic, reported, proposed };

/// Confirmed sets: proposed before they begin, in force, then historic. Sets that are not
/// confirmed: proposed before they begin, reported from then on.
Status status_on(const RuleSet& rule_set, domain::Date day);

std::string_view name(Status status);

/// A grid file that rule sets name: its name without ending, and its text.
struct GridText {
    std::string_view name;
    std::string_view json;
};

/// Reads one rule-set file (form: matcher/rules/README.md) and the grid that it names. Refuses an
/// unknown key, a missing key, a key that stands twice, a wrong type and an impossible value; the
/// error's field is the path of the key, `additional.sibling` or `grid.core.age[2].from`.
domain::Result<RuleSet> parse_rule_set(std::string_view json, const std::vector<GridText>& grids);

}  // namespace rules
