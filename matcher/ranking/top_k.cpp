#include "matcher/ranking/top_k.hpp"

#include "matcher/ranking/excluded.hpp"
#include "matcher/ranking/order.hpp"
#include "matcher/ranking/row_fit.hpp"

#include <algorithm>
#include <utility>

namespace ranking {
namespace {

using domain::NocCode;
using domain::PostingId;

/// Counts what there is, without ranking it.
void count_rows(
    const Snapshot& snapshot,
    const Excluded& excluded,
    const Narrowed& narrowed,
    const Query& query,
    Ranking& result
) {
    if (excluded.none() && narrowed.passes_all() && !query.facets) {
        result.live = result.shown = snapshot.live_on(query.as_of);
        return;
    }
    FacetCounts facets;
    for (const Row& row : snapshot.rows()) {
        if (!is_live(row, query.as_of) || excluded.has(row)) {
            continue;
        }
        ++result.live;
        if (!narrowed.passes_rest(row)) {
            continue;
        }
        result.shown += narrowed.passes(row) ? 1 : 0;
        if (query.facets) {
            narrowed.count(row, facets);
        }
    }
    if (query.facets) {
        result.facets = facets;
    }
}

/// A group and a posting that none of its own stands before.
struct Bounded {
    Snapshot::Group group;
    express_entry::Points points;
    Ranked bound;
};

/// Few groups are looked at, so that they are put in order one by one: a heap, the best in front.
bool comes_later(const Bounded& left, const Bounded& right) {
    return before(right.bound, left.bound);
}

std::vector<Bounded> bounded_groups(
    const Snapshot& snapshot,
    const RowFit& row_fit,
    const LiftByNoc& lift,
    const Query& query,
    const int text_max
) {
    std::vector<Bounded> result;
    result.reserve(snapshot.groups().size());
    for (const Snapshot::Group& group : snapshot.groups()) {
        const express_entry::Points points = lift.points(group.noc);
        const Ranked bound{
            .id = snapshot.rows()[group.begin].id,
            .fit = row_fit.bound(group.noc) + text_max,
            // Points that are not known stand after a zero, which any row may have for its terms.
            .basis_points = points.value_or(0),
            .placed_after = false,
            .key = best_key(query, group, points),
        };
        result.push_back({.group = group, .points = points, .bound = bound});
    }
    std::ranges::make_heap(result, comes_later);
    return result;
}

Ranked raised(Ranked ranked, const int points) {
    ranked.fit += points;
    return ranked;
}

/// Those whose words may still bring them into the list, by how far the words could bring them.
class Pending {
public:
    explicit Pending(const int text_max) : text_max_{text_max} {}

    void add(const Ranked& without_words) { ranked_.push_back(without_words); }

    /// Drops what stands behind `best` even with all its words, and makes the rest ready to be
    /// taken.
    void prepare(const Best& best) {
        std::erase_if(ranked_, [&](const Ranked& ranked) {
            return !best.would_take(raised(ranked, text_max_));
        });
        std::ranges::make_heap(ranked_, after);
    }

    /// The next `count` at most, by id; fewer where no other can reach the list.
    std::vector<Ranked> next(const std::size_t count, const Best& best) {
        std::vector<Ranked> batch;
        while (!ranked_.empty() && batch.size() < count &&
               best.would_take(raised(ranked_.front(), text_max_))) {
            std::ranges::pop_heap(ranked_, after);
            batch.push_back(ranked_.back());
            ranked_.pop_back();
        }
        std::ranges::sort(batch, {}, &Ranked::id);
        return batch;
    }

private:
    /// All are raised alike, so that raising changes nothing in their order.
    static bool after(const Ranked& left, const Ranked& right) { return before(right, left); }

    int text_max_;
    std::vector<Ranked> ranked_;
};

/// Looks up the words of those pending, the most promising first, until no other can reach the
/// list.
void compare_texts(
    Pending pending,
    const fit::CandidateTraits& candidate,
    const Text& text,
    const std::size_t count,
    Ranking& result
) {
    // Few at first, as they raise the bar for the rest; then more, as one call costs less than two.
    constexpr std::size_t batch_max = 1'024;
    std::size_t batch_size = std::max<std::size_t>(64, 2 * count);
    Best best{count};
    for (auto batch = pending.next(batch_size, best); !batch.empty();
         batch = pending.next(batch_size, best)) {
        std::vector<PostingId> ids(batch.size());
        std::ranges::transform(batch, ids.begin(), &Ranked::id);
        const std::vector<FoundText> found = text.found(ids);
        for (std::size_t at = 0; at < batch.size(); ++at) {
            const Ranked ranked = raised(batch[at], text_points(candidate, text, found[at]));
            if (best.would_take(ranked)) {
                best.take(ranked);
            }
        }
        result.texts_compared += batch.size();
        batch_size = std::min(2 * batch_size, batch_max);
    }
    result.best = std::move(best).sorted();
}

}  // namespace

int text_points(const fit::CandidateTraits& candidate, const Text& text, const FoundText& found) {
    return candidate.text_points(text.own_weight, found.weight) +
           candidate.title_points(found.title_permille, found.title_known_permille);
}

int text_points_max(const fit::CandidateTraits& candidate, const Text& text) {
    if (text.own_weight == 0) {
        return 0;
    }
    return text_points(
        candidate,
        text,
        {.weight = text.own_weight, .title_permille = 1000, .title_known_permille = 1000}
    );
}

express_entry::Points LiftByNoc::points(const NocCode noc) const {
    const express_entry::Points offered = express_entry::offer_points(*basis_, noc);
    if (const auto known = by_offer_points_.find(offered); known != by_offer_points_.end()) {
        return known->second;
    }
    const express_entry::OfferTerms terms{.noc = noc, .zero = std::nullopt, .conditions = {}};
    // The day decides the status of the rule set, which is not asked for here.
    const domain::Date any_day;
    const auto lift =
        express_entry::lift(*basis_, express_entry::LiftRole::basis, any_day, input_, terms);
    return by_offer_points_[offered] = lift.points;
}

express_entry::Points LiftByNoc::points(const Row& row) const {
    return row.offer_zero != 0 ? 0 : points(NocCode::from_number(row.noc));
}

Ranking top_k(
    const Snapshot& snapshot,
    const fit::CandidateTraits& candidate,
    const domain::Exclusions& exclusions,
    const LiftByNoc& lift,
    const Query& query,
    const Text& text
) {
    const Excluded excluded{exclusions};
    const Narrowed narrowed{query.filter};
    RowFit row_fit{snapshot, candidate};
    // What the words can add at most: the bar is raised by rows without it, and passed with it.
    const int text_max = text_points_max(candidate, text);
    Ranking result;
    count_rows(snapshot, excluded, narrowed, query, result);
    Best without_words{query.count};
    Pending pending{text_max};

    std::vector<Bounded> groups = bounded_groups(snapshot, row_fit, lift, query, text_max);
    for (; !groups.empty(); groups.pop_back()) {
        std::ranges::pop_heap(groups, comes_later);
        const auto& [group, points, bound] = groups.back();
        if (!without_words.would_take(bound)) {
            break;  // Every group from here on is bounded by this bound or a worse one.
        }
        if (!narrowed.may_pass(group.noc)) {
            continue;
        }
        row_fit.enter(group.noc);
        for (std::size_t index = group.begin; index < group.end; ++index) {
            const Row& row = snapshot.rows()[index];
            if (!is_live(row, query.as_of) || excluded.has(row) || !narrowed.passes(row)) {
                continue;
            }
            const express_entry::Points row_points =
                row.offer_zero != 0 ? express_entry::Points{0} : points;
            const Ranked ranked{
                .id = row.id,
                .fit = row_fit.points(row),
                .basis_points = row_points,
                .placed_after = row_fit.placed_after(row),
                .key = key_of(query, row, row_points, row_fit),
            };
            if (text_max > 0 && without_words.would_take(raised(ranked, text_max))) {
                pending.add(ranked);
            }
            if (without_words.would_take(ranked)) {
                without_words.take(ranked);
            }
        }
        result.rows_scored += group.end - group.begin;
    }
    if (text_max == 0) {
        result.best = std::move(without_words).sorted();
        return result;
    }
    pending.prepare(without_words);
    compare_texts(std::move(pending), candidate, text, query.count, result);
    return result;
}

}  // namespace ranking
