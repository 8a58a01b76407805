#pragma once

#include "matcher/domain/round.hpp"
#include "matcher/express_entry/categories.hpp"
#include "matcher/express_entry/crs.hpp"
#include "matcher/express_entry/programs.hpp"

#include <optional>
#include <string>
#include <vector>

namespace express_entry {

/// What sort of round: kind, with the program or category where it is of one.
struct RoundType {
    domain::RoundKind kind = domain::RoundKind::general;
    std::optional<domain::Program> program;
    std::string category;
    bool operator==(const RoundType&) const = default;
};

/// Fewer rounds of a type than these in the time looked at are too few to read anything from.
inline constexpr int rounds_enough = 3;

/// How a score stands among the rounds of one type held in the months before a day.
struct RoundStanding {
    RoundType type;
    Verdict invited = Verdict::unknown;  ///< Whether the candidate could be invited in one at all.
    int held = 0;                        ///< Rounds with a cut-off; the counts rest on them.
    int cleared =
        0;         ///< Score above the cut-off, or at it with a profile older than the tie-break.
    int tied = 0;  ///< Score at the cut-off, and when the profile was submitted is not known.
    domain::Round last;  ///< The latest of them.
    int distance = 0;    ///< Score less the last cut-off.
    int lowest_cutoff = 0;
    int highest_cutoff = 0;
    bool enough() const { return held >= rounds_enough; }
};

/// What decides beside the score whether someone is invited.
struct PoolStanding {
    std::vector<ProgramVerdict> programs;
    std::vector<CategoryVerdict> categories;
    bool nominated = false;
    std::optional<domain::Instant> submitted;  ///< Of the profile.
};
PoolStanding pool_standing(const domain::Candidate& candidate, domain::Date as_of);

/// One standing for each type of round held in the `months` before and on `as_of`, most rounds
/// first. Rounds without a cut-off are passed over. Source: IRCC, rounds of invitations: at the
/// cut-off, the profile has to be older than the tie-break.
std::vector<RoundStanding> round_standings(
    const std::vector<domain::Round>& rounds,
    int score,
    const PoolStanding& pool,
    domain::Date as_of,
    int months
);

}  // namespace express_entry
