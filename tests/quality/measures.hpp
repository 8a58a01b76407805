#pragma once

#include "matcher/domain/posting.hpp"
#include "tests/quality/cases.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace quality {

using Ranking = std::vector<domain::PostingId>;  ///< Best first.
using JudgedPostings = std::map<domain::PostingId, Judgment>;

inline constexpr std::size_t top = 10;          ///< What people look at.
inline constexpr std::size_t ranked_max = 100;  ///< What each system is asked for.
inline constexpr int good_grade = 2;            ///< From here on a posting should be found.

/// How one ranking agrees with the judgments on one candidate. What cannot be said, as no posting
/// has such a grade, is absent.
struct Scores {
    /// Discounted gain of the first ten, gain 2^grade - 1 and discount log2(rank + 1), against the
    /// best that the judgments allow. A posting without a judgment counts as grade 0.
    std::optional<double> ndcg;
    /// The same over the ranking without the postings that nobody judged.
    std::optional<double> ndcg_judged;
    std::optional<double> recall;  ///< Share of the good postings among the first hundred.
    double violations = 0;         ///< Postings of the first ten that a hard fact rules out.
    double unjudged = 0;           ///< Share of the first ten that nobody judged.
};
Scores scores(const Ranking& ranking, const JudgedPostings& judged);

inline constexpr std::uint64_t bootstrap_seed = 20261128;
inline constexpr int bootstrap_resamples = 10'000;

/// A mean, and the middle 95 percent of the means of samples drawn from the values with
/// replacement. The same values give the same interval, on any machine.
struct Estimate {
    double mean = 0;
    double low = 0;
    double high = 0;
    std::size_t count = 0;  ///< Of values; where it is 0, all else is 0.
};
Estimate estimate(const std::vector<double>& values);

}  // namespace quality
