#pragma once

#include "matcher/ranking/alert_rules.hpp"
#include "matcher/ranking/top_k.hpp"

#include <cstddef>
#include <vector>

namespace ranking {

/// Rows that are open on a day, ordered for asking about them for many candidates: by occupation,
/// and within one by all that fit looks at, so that postings that nobody could tell apart by fit
/// are scored once. Made once for a batch; immutable.
class FreshRows {
public:
    /// `rows` in any order, each id once; those not open on the day are left out.
    FreshRows(std::vector<Row> rows, domain::Date as_of);

    /// Rows with the same fit and the same points for whoever is asked about, by id.
    struct Alike {
        fit::PostingTraits traits;
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    /// Rows of one occupation.
    struct Group {
        domain::NocCode noc;
        std::size_t first_alike = 0;
        std::size_t last_alike = 0;  ///< One past the end.
        std::size_t begin = 0;       ///< Of its rows.
        std::size_t end = 0;
    };

    const std::vector<Row>& rows() const { return rows_; }
    const std::vector<Alike>& alike() const { return alike_; }
    const std::vector<Group>& groups() const { return groups_; }

private:
    std::vector<Row> rows_;
    std::vector<Alike> alike_;
    std::vector<Group> groups_;
};

/// Whom a batch asks for. What is referred to outlives the asking.
struct BatchCandidate {
    const fit::CandidateTraits& traits;
    const domain::Exclusions& exclusions;
    const LiftByNoc& lift;
    Order order = Order::fit;
};

struct NewMatches {
    std::vector<Ranked> best;      ///< At most `matches_max`, best first.
    std::size_t matching = 0;      ///< How many are good enough, those beyond `best` as well.
    std::size_t rows_skipped = 0;  ///< In occupations whose best cannot be good enough.
    std::size_t rows_scored = 0;   ///< All others: these have an exact score.
    std::size_t fits_computed = 0;
};

/// The rows that are good enough to tell the candidate of: their fit reaches `fit_min`, they are
/// not placed after the others and not excluded. Exact: the same as scoring every row. An
/// occupation is left alone where its points with the most of every other part stay below
/// `fit_min`.
NewMatches new_matches(
    const FreshRows& fresh, const BatchCandidate& candidate, const AlertRules& rules
);

}  // namespace ranking
