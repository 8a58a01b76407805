#pragma once

#include "matcher/fit/fit.hpp"
#include "matcher/ranking/columns.hpp"

#include <optional>
#include <vector>

namespace ranking {

/// fit: placed after or not, fit, basis points, id. lift: placed after or not, basis points with
/// unknown after every number, fit, id.
enum class Order { fit, lift };

/// Points that an offer in each occupation would add to this candidate's score under the basis,
/// were nothing about the posting against it: express_entry::lift, asked by occupation.
class LiftByNoc {
public:
    /// `basis` must outlive this.
    LiftByNoc(const rules::RuleSet& basis, const express_entry::CrsInput& input)
        : basis_{&basis}, input_{input} {}

    express_entry::Points points(domain::NocCode noc) const;

    /// Zero where the row states a disqualifying term; nothing where the figure is not known.
    express_entry::Points points(const Row& row) const;

private:
    const rules::RuleSet* basis_;
    express_entry::CrsInput input_;
};

struct Query {
    domain::Date as_of;
    Order order = Order::fit;
    std::size_t count = 10;
};

struct Ranked {
    domain::PostingId id = 0;
    int fit = 0;
    express_entry::Points basis_points;
    bool placed_after = false;
    bool operator==(const Ranked&) const = default;
};

/// Whether `left` stands before `right`: a total order, as ids differ.
bool before(const Ranked& left, const Ranked& right, Order order);

struct Ranking {
    std::vector<Ranked> best;     ///< At most `count`, best first.
    std::size_t live = 0;         ///< Postings open on the day and not excluded.
    std::size_t rows_scored = 0;  ///< How many had to be looked at.
};

/// The exact best `count` postings; groups whose upper bound cannot reach the list are skipped.
Ranking top_k(
    const Snapshot& snapshot,
    const fit::CandidateTraits& candidate,
    const domain::Exclusions& exclusions,
    const LiftByNoc& lift,
    const Query& query
);

/// The same by looking at every row and sorting: what top_k must equal.
Ranking naive_scan(
    const Snapshot& snapshot,
    const fit::CandidateTraits& candidate,
    const domain::Exclusions& exclusions,
    const LiftByNoc& lift,
    const Query& query
);

}  // namespace ranking
