#pragma once

#include "matcher/domain/language.hpp"
#include "matcher/domain/result.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace fit {

/// From `from_months` on, up to the next step, a job counts for `percent` of its points.
struct Step {
    int from_months = 0;
    int percent = 0;
};

/// The figures of fit, read from matcher/fit/weights.json, where each stands with its reason.
/// The three maxima add up to 100, so that the sum of the parts is a figure from 0 to 100.
struct Weights {
    /// Points for the nearest of the candidate's occupations.
    struct Occupation {
        int max = 0;  ///< The same unit group.
        int minor_group = 0;
        int sub_major_group = 0;
        int major_group = 0;
        int broad_category = 0;          ///< Less `lost_per_teer` for each TEER between the two.
        int lost_per_teer = 0;           ///< Never more than broad_category / 5.
        std::vector<Step> months_held;   ///< Rising, from 0 months on.
        std::vector<Step> months_since;  ///< Falling, from 0 months on.
    };

    /// Points for the months asked against those held in the minor group; in proportion where they
    /// fall short.
    struct Experience {
        int max = 0;
        int not_asked = 0;
        int not_stated = 0;
    };

    /// Points for the levels held against the level that the work expects.
    struct OfficialLanguages {
        int max = 0;
        int second_percent = 0;  ///< In the language that is not the candidate's declared first.
        int likely_percent = 0;  ///< In the likely language of a posting that states none.
        std::array<domain::Clb, 6> level_by_teer{};  ///< CLB or NCLC, in each ability.
    };

    Occupation occupation;
    Experience experience;
    OfficialLanguages official_languages;
};

/// Reads a weights file. Refuses an unknown key, a missing key or reason, a wrong type, maxima that
/// do not add up to 100 and figures out of order; the error's field is the path of the key.
domain::Result<Weights> parse_weights(std::string_view json);

/// The weights that ship with the program.
domain::Result<Weights> built_in_weights();

}  // namespace fit
