#pragma once

#include "matcher/domain/language.hpp"
#include "matcher/domain/result.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace fit {

/// `percent` of the points, from this many months on.
struct Step {
    int from_months = 0;
    int percent = 0;
};

/// `points` where skill profiles are alike by this much or more.
struct RelatedStep {
    int from_permille = 0;
    int points = 0;
};

/// `percent` of the points, from this percentage of the accepted distance on.
struct DistanceStep {
    int from_percent = 0;
    int percent = 0;
};

/// How many points each part of the fit can give, and for what. Sum of the `max`: exactly 100. The
/// reason for every figure stands beside it in weights.json.
struct Weights {
    struct Occupation {
        int max = 0;              ///< Same unit group.
        int minor_group = 0;      ///< Same minor group, another unit group.
        int sub_major_group = 0;  ///< And so on up the hierarchy.
        int major_group = 0;
        int broad_category = 0;  ///< Same sector and the same TEER.
        int lost_per_teer = 0;   ///< Taken from `broad_category` for each TEER apart.
        /// By how much the skill profiles of two occupations are alike, whatever the hierarchy
        /// says; rising. Counts where profiles are imported and it is more.
        std::vector<RelatedStep> related;
        /// By full-time months held of an occupation, and by months since it was last held; from
        /// 0 months on, rising in months.
        std::vector<Step> months_held;
        std::vector<Step> months_since;
        /// So much is lost where what the employer calls the job speaks in nothing for its code;
        /// in proportion where it speaks a little (PostingTraits::title_support).
        int title_doubt_percent = 0;
    };
    struct Experience {
        int max = 0;         ///< Months held reach the months asked.
        int not_asked = 0;   ///< The posting asks for no experience, or trains.
        int not_stated = 0;  ///< The posting does not say.
    };
    struct OfficialLanguages {
        int max = 0;             ///< The level expected is held in every ability.
        int second_percent = 0;  ///< Of `max`, for work in the language that is not declared first.
        int likely_percent = 0;  ///< Of that, where the posting states no language.
        /// Levels that a posting expects and does not state, by TEER.
        std::array<domain::Clb, 6> level_by_teer{};
    };
    /// Education, and the licence that the work needs.
    struct Qualifications {
        int max = 0;                  ///< The education asked is held, or none is asked.
        int one_level_short = 0;      ///< Held is the level before.
        int equivalent_accepted = 0;  ///< Held is less, and the posting takes experience instead.
        int not_stated = 0;           ///< The posting does not say.
        int licence_missing = 0;      ///< Whatever the education.
    };
    /// Words that résumé and posting share.
    struct SkillsAndDuties {
        int max = 0;
        int full_at_percent = 0;  ///< Of the weight of the résumé's words, found in the posting.
        int words = 0;            ///< Of the résumé that are looked for, those that say most.
    };
    struct Place {
        int max = 0;
        int within_km = 0;                ///< Accepted where the candidate names no distance.
        std::vector<DistanceStep> steps;  ///< From 0 percent on; falling.
        int same_province = 0;  ///< Percent: farther away, in the province of a wished-for place.
        int same_province_from_abroad = 0;  ///< Percent: the same for a person who moves anyway.
        /// Percent: in a province wished for, where the person lives in Canada by the places that
        /// they name in others.
        int other_province = 0;
        int elsewhere = 0;  ///< Percent: a wish that is not met.
    };
    struct Pay {
        int max = 0;
        int not_stated_percent = 0;
        int short_percent = 0;       ///< Below what is asked, by no more than...
        int short_from_percent = 0;  ///< ...this much of it.
    };
    struct Remote {
        int max = 0;
    };
    struct Start {
        int max = 0;
    };
    struct Title {
        /// One of the candidate's jobs was called the same, and the candidate says all its words.
        int max = 0;
        int known = 0;  ///< Of these, for words of the title that the candidate says anywhere.
    };
    struct Terms {
        int max = 0;
        int short_terms =
            0;  ///< Under 30 hours a week, casual, seasonal, under six months, for students.
    };
    Occupation occupation;
    Experience experience;
    OfficialLanguages official_languages;
    Qualifications qualifications;
    SkillsAndDuties skills_and_duties;
    Place place;
    Pay pay;
    Remote remote;
    Start start;
    Terms terms;
    Title title;
};

/// Refuses a file with an unknown or missing key, a figure out of range, steps out of order, parts
/// that do not add up to 100, or a nearer occupation worth less than a farther one.
domain::Result<Weights> parse_weights(std::string_view json);

/// weights.json as it was when the program was built; a test holds that it is valid.
domain::Result<Weights> built_in_weights();

}  // namespace fit
