#pragma once

#include "matcher/fit/fit.hpp"
#include "matcher/ranking/columns.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace ranking {

/// One candidate's points for the rows of a snapshot, as look-ups: each depends on few values of a
/// row, so that it is worked out once for all rows that share them. Rows are asked NOC by NOC.
class RowFit {
public:
    /// Both must outlive this.
    RowFit(const Snapshot& snapshot, const fit::CandidateTraits& candidate);

    /// From here on, rows are of this NOC.
    void enter(domain::NocCode noc);

    /// All parts but the words, whose points are text_points().
    int points(const Row& row) {
        return occupation(row) + experience(row) + language(row) + qualification(row) + place(row) +
               candidate_.pay_points(row.hourly_pay) +
               remote_[(row.flags & flag::remote) != 0 ? 1 : 0] +
               candidate_.start_points(row.starts_day) +
               terms_[(row.flags & flag::short_terms) != 0 ? 1 : 0];
    }

    /// The most that points() can be for any row of a NOC.
    int bound(domain::NocCode noc) const;

    /// Whether the row stands after all others.
    bool placed_after(const Row& row) const;

    std::optional<int> distance_km(const Row& row);

private:
    static constexpr std::int16_t unknown = -1;
    static constexpr std::size_t teers = 6;
    static constexpr std::size_t languages = std::size_t{2} * 5;  ///< Stated, or which is likely.
    static constexpr std::size_t qualifications =
        domain::licences * 9 * 2;  ///< Licence, education, equivalent.
    static constexpr std::size_t hard_facts =
        std::size_t{5} * 2 * 2;  ///< Language, another one, refusal.

    int occupation(const Row& row);
    int experience(const Row& row);
    int language(const Row& row);
    int qualification(const Row& row);
    int place(const Row& row);
    int best_language(int teer) const;
    int best_experience(domain::NocCode noc) const;

    const fit::CandidateTraits& candidate_;
    domain::NocCode noc_ = domain::NocCode::from_number(0);
    std::array<std::int16_t, 1 + 100> occupation_{};  ///< By how far the title speaks for it.
    std::array<std::int16_t, 1 + 256> experience_{};
    std::array<std::int16_t, languages> language_{};
    std::array<std::int16_t, qualifications> qualification_{};
    std::vector<std::int16_t> place_;  ///< By place, and whether remote.
    std::vector<std::int32_t>
        distance_;  ///< By place: -1 not asked, -2 not known, else kilometres.
    std::array<int, 2> remote_{};
    std::array<int, 2> terms_{};
    std::array<bool, domain::licences> lacks_{};
    std::array<bool, hard_facts> after_{};
    std::array<int, teers> best_language_{};
    int best_of_the_rest_ = 0;  ///< Qualifications, wishes and terms.
};

}  // namespace ranking
