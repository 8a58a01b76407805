#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/domain/posting.hpp"
#include "matcher/fit/weights.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

namespace fit {

enum class PartKind : std::uint8_t { occupation, experience, official_languages };

/// Why a part has the points it has; the texts live in services/wire/messages.
enum class Reason : std::uint8_t {
    same_unit_group,
    same_minor_group,
    same_sub_major_group,
    same_major_group,
    same_broad_category,
    other_occupation,
    no_work_history,
    experience_met,        ///< Months held reach the months asked.
    experience_short,      ///< Some of the months asked are held.
    experience_missing,    ///< None of the months asked are held.
    experience_not_asked,  ///< The posting asks for none, or trains.
    experience_not_stated,
    languages_met,
    languages_short,  ///< Below the level expected in an ability.
    language_not_stated,
    language_not_spoken,  ///< The candidate has no level in a language that is needed.
};

/// One part of the fit, with the facts its explanation quotes.
struct Part {
    PartKind kind = PartKind::occupation;
    int points = 0;
    int max = 0;
    Reason reason = Reason::other_occupation;
    /// occupation: the candidate's own that decides.
    std::optional<domain::NocCode> candidate_noc = std::nullopt;
    int months_held = 0;   ///< occupation: in that unit group. experience: in the minor group.
    int months_since = 0;  ///< occupation: since it was last held; 0 while held.
    int months_asked = 0;  ///< experience.
    domain::Clb level_expected = 0;  ///< official_languages.
    domain::Clb level_held = 0;      ///< official_languages: the lowest ability in `language`.
    /// official_languages: the one that decides.
    std::optional<domain::OfficialLanguage> language = std::nullopt;
};

struct Fit {
    int total = 0;  ///< 0 to 100: exactly the sum of the parts.
    std::vector<Part> parts;
};

/// Why a posting stands after all others whatever its fit.
enum class PlacedAfter : std::uint8_t { refuses_outside_canada, licence_missing };

/// What fit looks at in a posting. Small integers, so that the same values stand in the ranking
/// columns and one function serves both.
struct PostingTraits {
    domain::NocCode noc = domain::NocCode::from_number(0);
    std::uint8_t experience_months_asked = 0;
    bool experience_stated = false;
    domain::WorkingLanguage working_language = domain::WorkingLanguage::not_stated;
    bool french_likely =
        false;  ///< No language stated, but the text is French or the place Quebec.
    bool refuses_outside_canada = false;
    domain::Licence licence_asked = domain::Licence::none;

    /// By occupation first. Equal traits have equal fit, whoever the candidate is.
    auto operator<=>(const PostingTraits&) const = default;
};
PostingTraits traits(const domain::Posting& posting);

/// What fit looks at in a candidate on a day: months per occupation, levels per language. Made
/// once, then asked for every posting. Levels are the best that any test taken by then shows in an
/// ability, valid or not: fit is about ability, the CRS about proof. Work counts wherever and
/// however it was done, 30 hours a week being full time; nothing after the day counts.
class CandidateTraits {
public:
    CandidateTraits(const domain::Candidate& candidate, domain::Date as_of, Weights weights);

    Fit fit(const PostingTraits& posting) const;

    /// The parts of fit as points only, for ranking; their sum is fit(posting).total.
    int occupation_points(domain::NocCode noc) const;
    int experience_points(const PostingTraits& posting) const;
    int language_points(const PostingTraits& posting) const;

    /// Depends on nothing but whether the posting refuses people abroad, and the licence it asks.
    std::vector<PlacedAfter> placed_after(const PostingTraits& posting) const;

private:
    struct Occupation {
        domain::NocCode noc;
        int months = 0;              ///< Full-time months held.
        int months_since = 0;        ///< Months since last held; 0 while held.
        int minor_group_months = 0;  ///< Full-time months held in the minor group.
    };
    struct Language {
        domain::LanguageLevels held;
        bool second = false;  ///< The other language is declared first, this one is not.
    };
    Part occupation_part(domain::NocCode noc) const;
    Part experience_part(const PostingTraits& posting) const;
    Part language_part(const PostingTraits& posting) const;
    Part occupation_part(const Occupation& own, domain::NocCode noc) const;

    Weights weights_;
    std::vector<Occupation> occupations_;  ///< By NOC, one each.
    Language english_{.held = {.language = domain::OfficialLanguage::english, .levels = {}}};
    Language french_{.held = {.language = domain::OfficialLanguage::french, .levels = {}}};
    bool abroad_ = true;
    std::vector<domain::Licence> licences_;
};

}  // namespace fit
