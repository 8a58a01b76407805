#include "matcher/ranking/batch.hpp"

#include "matcher/ranking/excluded.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace ranking {
namespace {

bool offers_nothing(const Row& row) { return row.offer_zero != 0; }

/// The most that a posting of the occupation of `fit` can have: occupation points depend on nothing
/// else, and of every other part the maximum is taken.
int most(const fit::Fit& fit) {
    int points = 0;
    for (const fit::Part& part : fit.parts) {
        points += part.kind == fit::PartKind::occupation ? part.points : part.max;
    }
    return points;
}

/// The best of what is offered, in the order of the list.
class Shortlist {
public:
    Shortlist(const std::size_t count, const Order order) : count_{count}, order_{order} {}

    /// False where the list is full of better ones.
    bool offer(const Ranked& ranked) {
        const auto in_order = [this](const Ranked& left, const Ranked& right) {
            return before(left, right, order_);
        };
        if (best_.size() == count_) {
            if (!in_order(ranked, best_.back())) {
                return false;
            }
            best_.pop_back();
        }
        best_.insert(std::ranges::upper_bound(best_, ranked, in_order), ranked);
        return true;
    }

    std::vector<Ranked> take() && { return std::move(best_); }

private:
    std::size_t count_;
    Order order_;
    std::vector<Ranked> best_;
};

}  // namespace

FreshRows::FreshRows(std::vector<Row> rows, const domain::Date as_of) : rows_{std::move(rows)} {
    std::erase_if(rows_, [as_of](const Row& row) { return !is_live(row, as_of); });
    std::ranges::sort(rows_, [](const Row& left, const Row& right) {
        // Traits begin with the occupation.
        return std::tuple{traits(left), offers_nothing(left), left.id} <
               std::tuple{traits(right), offers_nothing(right), right.id};
    });
    for (std::size_t index = 0; index < rows_.size(); ++index) {
        const Row& row = rows_[index];
        const fit::PostingTraits seen = traits(row);
        const bool new_group = groups_.empty() || groups_.back().noc != seen.noc;
        if (new_group) {
            groups_.push_back(
                {.noc = seen.noc,
                 .first_alike = alike_.size(),
                 .last_alike = alike_.size(),
                 .begin = index,
                 .end = index}
            );
        }
        if (new_group || alike_.back().traits != seen ||
            offers_nothing(rows_[index - 1]) != offers_nothing(row)) {
            alike_.push_back({.traits = seen, .begin = index, .end = index});
        }
        alike_.back().end = index + 1;
        groups_.back().last_alike = alike_.size();
        groups_.back().end = index + 1;
    }
}

NewMatches new_matches(
    const FreshRows& fresh, const BatchCandidate& candidate, const AlertRules& rules
) {
    const Excluded excluded{candidate.exclusions};
    Shortlist best{rules.matches_max, candidate.order};
    NewMatches result;
    for (const FreshRows::Group& group : fresh.groups()) {
        fit::Fit fit = candidate.traits.fit(fresh.alike()[group.first_alike].traits);
        ++result.fits_computed;
        if (most(fit) < rules.fit_min) {
            result.rows_skipped += group.end - group.begin;
            continue;
        }
        result.rows_scored += group.end - group.begin;
        for (std::size_t index = group.first_alike; index < group.last_alike; ++index) {
            const FreshRows::Alike& alike = fresh.alike()[index];
            if (index != group.first_alike) {
                fit = candidate.traits.fit(alike.traits);
                ++result.fits_computed;
            }
            if (fit.total < rules.fit_min || !candidate.traits.placed_after(alike.traits).empty()) {
                continue;
            }
            Ranked ranked{
                .fit = fit.total,
                .basis_points = candidate.lift.points(fresh.rows()[alike.begin]),
            };
            bool room = true;
            for (std::size_t row = alike.begin; row < alike.end; ++row) {
                if (excluded.has(fresh.rows()[row])) {
                    continue;
                }
                ++result.matching;
                ranked.id = fresh.rows()[row].id;
                // Those that follow are worse by their id alone.
                room = room && best.offer(ranked);
                if (!room && excluded.none()) {
                    result.matching += alike.end - row - 1;
                    break;
                }
            }
        }
    }
    result.best = std::move(best).take();
    return result;
}

}  // namespace ranking
