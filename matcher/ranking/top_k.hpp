#pragma once

#include "matcher/fit/fit.hpp"
#include "matcher/ranking/columns.hpp"
#include "matcher/ranking/filter.hpp"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace ranking {

/// What postings are ordered by, after those that are placed after all others: each of these, best
/// first, what is not known after what is; then fit, then points under the basis, then id.
enum class Order {
    fit,
    lift,         ///< Points under the basis.
    pay,          ///< By the hour, the most stated.
    newest,       ///< Day posted.
    distance,     ///< To the nearest place that the candidate wishes for.
    best_chance,  ///< Those whose points make the score clear a recent cut-off, then the others.
};

/// Points that an offer in each occupation would add to this candidate's score under the basis,
/// were nothing about the posting against it: express_entry::lift, asked by occupation.
class LiftByNoc {
public:
    /// `basis` must outlive this. One thread at a time.
    LiftByNoc(const rules::RuleSet& basis, const express_entry::CrsInput& input)
        : basis_{&basis}, input_{input} {}

    express_entry::Points points(domain::NocCode noc) const;

    /// Zero where the row states a disqualifying term; nothing where the figure is not known.
    express_entry::Points points(const Row& row) const;

private:
    const rules::RuleSet* basis_;
    express_entry::CrsInput input_;
    /// By what the rule set gives for an offer in an occupation, which is all that a lift needs to
    /// know of it: a few values for all occupations.
    mutable std::map<express_entry::Points, express_entry::Points> by_offer_points_;
};

/// What a posting shares with the words that are looked for; see fit::TextMatch.
struct FoundText {
    std::int64_t weight = 0;
    int title_permille = 0;
    int title_known_permille = 0;
};

/// What the search index knows of the candidate's words.
struct Text {
    std::int64_t own_weight =
        0;  ///< Of all words looked for; 0 where there is nothing to look for.
    /// What each of these postings has of them, ascending by id; nothing for one that is not in the
    /// index. Asked in as few calls as the answer allows.
    std::function<std::vector<FoundText>(std::span<const domain::PostingId>)> found = {};
    /// The most that `found` can say of each, at a small part of its cost. Nothing: each may have
    /// all.
    std::function<std::vector<FoundText>(std::span<const domain::PostingId>)> found_max = {};
};

/// What the words can add to a fit: those that were found, and at most.
int text_points(const fit::CandidateTraits& candidate, const Text& text, const FoundText& found);
int text_points_max(const fit::CandidateTraits& candidate, const Text& text);

struct Query {
    domain::Date as_of;
    Order order = Order::fit;
    std::size_t count = 10;
    /// Order::best_chance: points that are missing to a recent cut-off. Nothing: no cut-off is
    /// known.
    std::optional<int> points_needed = std::nullopt;
    Filter filter{};
    bool facets = false;  ///< Whether Ranking::facets is counted.
};

struct Ranked {
    domain::PostingId id = 0;
    int fit = 0;
    express_entry::Points basis_points;
    bool placed_after = false;
    /// What `order` looks at first; the more the better, absent where it is not known. Nothing in
    /// Order::fit.
    std::optional<int> key = std::nullopt;
    bool operator==(const Ranked&) const = default;
};

/// Whether `left` stands before `right`: a total order, as ids differ.
bool before(const Ranked& left, const Ranked& right);

struct Ranking {
    std::vector<Ranked> best;  ///< At most `count`, best first.
    std::size_t live = 0;      ///< Postings open on the day and not excluded.
    std::size_t shown = 0;     ///< How many of these pass the filter.
    std::optional<FacetCounts> facets{};
    std::size_t rows_scored = 0;     ///< How many had to be looked at.
    std::size_t texts_compared = 0;  ///< Of how many the words had to be looked up.
};

/// The exact best `count` postings. Groups whose upper bound cannot reach the list are skipped, and
/// words are looked up only where they can still change it.
Ranking top_k(
    const Snapshot& snapshot,
    const fit::CandidateTraits& candidate,
    const domain::Exclusions& exclusions,
    const LiftByNoc& lift,
    const Query& query,
    const Text& text = {}
);

/// The same by looking at every row and sorting: what top_k must equal.
Ranking naive_scan(
    const Snapshot& snapshot,
    const fit::CandidateTraits& candidate,
    const domain::Exclusions& exclusions,
    const LiftByNoc& lift,
    const Query& query,
    const Text& text = {}
);

}  // namespace ranking
