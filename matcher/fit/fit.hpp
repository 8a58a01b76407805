#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/domain/posting.hpp"
#include "matcher/fit/relatedness.hpp"
#include "matcher/fit/weights.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fit {

enum class PartKind : std::uint8_t {
    occupation,
    experience,
    official_languages,
    qualifications,
    skills_and_duties,
    place,
    pay,
    remote,
    start,
    terms,  ///< Hours and term of the job.
    title,  ///< What the job is called.
};

/// Why a part has the points it has; the texts live in services/wire/messages.
enum class Reason : std::uint8_t {
    same_unit_group,
    same_minor_group,
    same_sub_major_group,
    same_major_group,
    same_broad_category,
    related_occupation,  ///< By their skill profiles.
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
    education_met,
    education_one_level_short,
    education_equivalent_accepted,  ///< Less is held, and experience counts instead.
    education_short,
    education_not_stated,
    licence_missing,
    words_shared,  ///< Of the résumé and the posting.
    no_words_shared,
    resume_without_words,  ///< Nothing to look for, or nothing to look in.
    place_not_wished,      ///< The candidate names no place and no province.
    place_near,            ///< Within the accepted distance.
    place_far,             ///< Farther away than that.
    place_in_province,     ///< In the province of a place wished for; how far is not known, or far.
    province_wished,
    province_far,  ///< The province is wished for; the places wished for are in others.
    place_elsewhere,
    place_anywhere,  ///< The job is remote.
    pay_not_wished,
    pay_met,
    pay_nearly_met,
    pay_short,
    pay_not_stated,
    remote_not_wished,  ///< The candidate says nothing of remote work.
    remote_as_wished,
    remote_not_as_wished,
    start_not_wished,
    start_not_stated,
    start_late_enough,
    start_too_early,  ///< Before the candidate is available.
    terms_lasting,    ///< Nothing stated is against living by the job.
    terms_short,      ///< Under 30 hours a week, casual, seasonal, under six months, for students.
    title_alike,      ///< Has words of what one of the candidate's jobs was called.
    title_known,      ///< None of these, yet some that the candidate says elsewhere.
    title_unlike,
};

/// One part of the fit, with the facts its explanation quotes.
struct Part {
    PartKind kind = PartKind::occupation;
    int points = 0;
    int max = 0;
    /// What the candidate can bring the points to by what the reason names: months, a level, a
    /// licence, a wish given up. Equal to `points` where nothing named would raise them.
    int attainable = 0;
    Reason reason = Reason::other_occupation;
    /// occupation: the candidate's own that decides.
    std::optional<domain::NocCode> candidate_noc = std::nullopt;
    int months_held = 0;       ///< occupation: in that unit group. experience: in the minor group.
    int months_since = 0;      ///< occupation: since it was last held; 0 while held.
    int months_asked = 0;      ///< experience.
    int related_permille = 0;  ///< occupation: where profiles decide.
    int title_support = 100;   ///< occupation: as PostingTraits::title_support.
    domain::Clb level_expected = 0;  ///< official_languages.
    domain::Clb level_held = 0;      ///< official_languages: the lowest ability in `language`.
    /// official_languages: the one that decides.
    std::optional<domain::OfficialLanguage> language = std::nullopt;
    std::optional<domain::EducationLevel> education_asked = std::nullopt;  ///< qualifications.
    std::optional<domain::EducationLevel> education_held = std::nullopt;   ///< qualifications.
    domain::Licence licence = domain::Licence::none;  ///< qualifications: asked.
    int words_percent = 0;  ///< skills_and_duties: of the résumé's weight. title: alike.
    int known_percent = 0;  ///< title: of its words, said anywhere by the candidate.
    std::vector<std::string> words = {};  ///< skills_and_duties: shared, the weightiest first.
    std::optional<int> distance_km = std::nullopt;  ///< place: to the nearest place wished for.
    std::optional<domain::Cents> pay_asked = std::nullopt;      ///< pay: an hour.
    std::optional<domain::Cents> pay_offered = std::nullopt;    ///< pay: an hour, the most stated.
    std::optional<domain::Date> starts_on = std::nullopt;       ///< start.
    std::optional<domain::Date> available_from = std::nullopt;  ///< start.
};

struct Fit {
    int total = 0;  ///< 0 to 100: exactly the sum of the parts.
    std::vector<Part> parts;
};

/// Why a posting stands after all others whatever its fit.
enum class PlacedAfter : std::uint8_t {
    refuses_outside_canada,
    licence_missing,
    /// The stated one, below the lowest level that any table knows; or another than English and
    /// French is asked, and the candidate names none.
    language_not_spoken,
};

/// A point on the map in hundredths of a degree, about a kilometre; as small as a ranking column.
struct Spot {
    static constexpr std::int16_t unknown = 0x7FFF;
    std::int16_t latitude = unknown;
    std::int16_t longitude = unknown;
    bool is_known() const { return latitude != unknown; }
    bool operator==(const Spot&) const = default;
};
Spot spot(const std::optional<domain::Coordinates>& coordinates);

/// Along the surface, to the nearest kilometre; both are known.
int distance_km(Spot left, Spot right);

/// What fit looks at in a posting. Small integers, so that the same values stand in the ranking
/// columns and one function serves both.
struct PostingTraits {
    domain::NocCode noc = domain::NocCode::from_number(0);
    /// In percent, how probable `noc` is by what the employer calls the job, where the source calls
    /// it otherwise; 100 where it does not. Sources give codes that their own titles belie.
    std::uint8_t title_support = 100;
    std::uint8_t experience_months_asked = 0;
    bool experience_stated = false;
    domain::WorkingLanguage working_language = domain::WorkingLanguage::not_stated;
    bool french_likely =
        false;  ///< No language stated, but the text is French or the place Quebec.
    bool asks_other_language = false;  ///< Beside English and French.
    bool refuses_outside_canada = false;
    domain::Licence licence_asked = domain::Licence::none;
    std::optional<domain::EducationLevel> education_asked = std::nullopt;
    bool equivalent_experience_accepted = false;
    domain::Province province = domain::Province::ON;
    Spot spot = {};
    bool remote = false;
    std::int32_t hourly_pay = 0;  ///< The most stated, in cents; 0 where none is.
    std::int32_t starts_day = 0;  ///< Days since 1970-01-01; 0 where no day is stated.
    bool short_terms = false;     ///< See Reason::terms_short.
};
PostingTraits traits(const domain::Posting& posting);

/// What a posting and a résumé have in common in words, as the search index tells.
struct TextMatch {
    std::int64_t own_weight = 0;    ///< Of the words looked for; 0 where there are none.
    std::int64_t found_weight = 0;  ///< Of those that the posting has.
    /// How much of what one of the candidate's jobs was called is in the posting's title, or the
    /// other way round: of the job that is most alike, by weight of its words.
    int title_permille = 0;
    /// How many of the words of the posting's title the candidate says anywhere.
    int title_known_permille = 0;
    std::vector<std::string> words = {};  ///< Found, the weightiest first.
};

/// A place that the candidate would work in or near.
struct WishedPlace {
    domain::Province province = domain::Province::ON;
    Spot spot;
};

/// What fit is measured by.
struct Model {
    Weights weights;
    Relatedness relatedness = {};
};

/// What fit looks at in a candidate on a day: months per occupation, levels per language, wishes.
/// Made once, then asked for every posting. Levels are the best that any test taken by then shows
/// in an ability, valid or not: fit is about ability, the CRS about proof. So is the highest
/// education, assessed or not. Work counts wherever and however it was done, 30 hours a week being
/// full time; nothing after the day counts.
class CandidateTraits {
public:
    /// `model` must outlive this. `places` are those of the candidate's preferences that are known.
    CandidateTraits(
        const domain::Candidate& candidate,
        domain::Date as_of,
        const Model& model,
        std::vector<WishedPlace> places = {}
    );

    Fit fit(const PostingTraits& posting, const TextMatch& text) const;

    /// The parts of fit as points only, for ranking; their sum is fit(posting, text).total.
    int occupation_points(domain::NocCode noc, int title_support) const;
    int experience_points(const PostingTraits& posting) const;
    int language_points(const PostingTraits& posting) const;
    int qualification_points(const PostingTraits& posting) const;
    int text_points(std::int64_t own_weight, std::int64_t found_weight) const;
    int title_points(int title_permille, int title_known_permille) const;
    int place_points(const PostingTraits& posting) const;
    int pay_points(std::int32_t hourly_pay) const;
    int remote_points(bool remote) const;
    int start_points(std::int32_t starts_day) const;
    int terms_points(bool short_terms) const;

    /// Depends on nothing but whether the posting refuses people abroad, the licence it asks, the
    /// working language that it states, and whether it asks for another one.
    std::vector<PlacedAfter> placed_after(const PostingTraits& posting) const;

    /// To the nearest place wished for; nothing where there is none or the posting's is not known.
    std::optional<int> distance_km(Spot spot) const;

    const Weights& weights() const { return model_->weights; }

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
    struct Graded {
        int points;
        Reason reason;
    };
    Part occupation_part(domain::NocCode noc, int title_support) const;
    Part occupation_part(const Occupation& own, domain::NocCode noc, int title_support) const;
    Part experience_part(const PostingTraits& posting) const;
    Part language_part(const PostingTraits& posting) const;
    Part qualifications_part(const PostingTraits& posting) const;
    Part text_part(const TextMatch& text) const;
    Part title_part(const TextMatch& text) const;
    Part place_part(const PostingTraits& posting) const;
    Part pay_part(std::int32_t hourly_pay) const;
    Part remote_part(bool remote) const;
    Part start_part(std::int32_t starts_day) const;
    Part terms_part(bool short_terms) const;
    Graded qualifications(const PostingTraits& posting) const;
    Graded place(const PostingTraits& posting) const;
    Graded near(Spot spot) const;
    Graded pay(std::int32_t hourly_pay) const;
    Graded remote(bool remote) const;
    Graded start(std::int32_t starts_day) const;
    bool lacks(domain::Licence licence) const;
    bool speaks(domain::WorkingLanguage language) const;

    const Model* model_;
    std::vector<Occupation> occupations_;  ///< By NOC, one each.
    Language english_{.held = {.language = domain::OfficialLanguage::english, .levels = {}}};
    Language french_{.held = {.language = domain::OfficialLanguage::french, .levels = {}}};
    std::optional<domain::EducationLevel> education_;
    bool abroad_ = true;
    std::vector<domain::Licence> licences_;
    bool names_other_language_ = false;
    domain::Preferences wishes_;
    std::vector<WishedPlace> places_;
};

}  // namespace fit
