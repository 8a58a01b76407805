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

/// The rows that a filter leaves to be looked at: all, or those that it names.
class Asked {
public:
    Asked(const Snapshot& snapshot, const Filter& filter) : rows_{snapshot.rows()} {
        if (filter.among) {
            positions_ = snapshot.positions_of(*filter.among);
        }
    }

    bool all() const { return !positions_; }

    bool any(const Snapshot::Group& group) const {
        if (!positions_) {
            return true;
        }
        const auto next = std::ranges::lower_bound(*positions_, group.begin);
        return next != positions_->end() && *next < group.end;
    }

    template <class Take>
    void each(const Snapshot::Group& group, const Take& take) const {
        if (!positions_) {
            for (std::size_t at = group.begin; at < group.end; ++at) {
                take(rows_[at]);
            }
            return;
        }
        for (auto next = std::ranges::lower_bound(*positions_, group.begin);
             next != positions_->end() && *next < group.end;
             ++next) {
            take(rows_[*next]);
        }
    }

private:
    const std::vector<Row>& rows_;
    std::optional<std::vector<std::uint32_t>> positions_;
};

std::size_t count_live(
    const Snapshot& snapshot, const Excluded& excluded, const domain::Date as_of
) {
    if (excluded.none()) {
        return snapshot.live_on(as_of);
    }
    return static_cast<std::size_t>(std::ranges::count_if(snapshot.rows(), [&](const Row& row) {
        return is_live(row, as_of) && !excluded.has(row);
    }));
}

/// Counts what there is, without ranking it.
void count_rows(
    const Snapshot& snapshot,
    const Asked& asked,
    const Excluded& excluded,
    const Narrowed& narrowed,
    const Query& query,
    Ranking& result
) {
    const bool counts_alone = narrowed.passes_all() && !query.facets;
    // Where every row is looked at for the rest as well, those that are live are counted with it.
    const bool live_apart = counts_alone || excluded.none() || !asked.all();
    if (live_apart) {
        result.live = count_live(snapshot, excluded, query.as_of);
    }
    if (counts_alone) {
        result.shown = result.live;
        return;
    }
    FacetCounts facets;
    for (const Snapshot::Group& group : snapshot.groups()) {
        asked.each(group, [&](const Row& row) {
            if (!is_live(row, query.as_of) || excluded.has(row)) {
                return;
            }
            result.live += live_apart ? 0 : 1;
            if (!narrowed.passes_rest(row)) {
                return;
            }
            result.shown += narrowed.passes(row) ? 1 : 0;
            if (query.facets) {
                narrowed.count(row, facets);
            }
        });
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
    const Asked& asked,
    const RowFit& row_fit,
    const LiftByNoc& lift,
    const Query& query,
    const int text_max
) {
    std::vector<Bounded> result;
    result.reserve(snapshot.groups().size());
    for (const Snapshot::Group& group : snapshot.groups()) {
        if (!asked.any(group)) {
            continue;
        }
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

/// The best so far, by words as well. What words can add is bounded, by posting where that is
/// known; they are looked up for those that they may bring into the list, the most promising first.
class BestByWords {
public:
    BestByWords(const fit::CandidateTraits& candidate, const Text& text, const std::size_t count)
        : candidate_{candidate},
          text_{text},
          text_max_{text_points_max(candidate, text)},
          first_batch_{std::max<std::size_t>(32, count)},
          without_words_{count},
          best_{count} {}

    /// What words can add at most.
    int text_max() const { return text_max_; }

    /// Whether one with so much, its words counted in, can be in the list.
    bool would_take(const Ranked& most) const {
        return text_max_ == 0 ? without_words_.would_take(most)
                              : without_words_.reaches(most) && best_.would_take(most);
    }

    void add(const Ranked& without_words) {
        if (text_max_ > 0 && would_take(raised(without_words, text_max_))) {
            pending_.push_back({.without_words = without_words, .points_max = text_max_});
        }
        if (without_words_.would_take(without_words)) {
            without_words_.take(without_words);
        }
    }

    /// Between the groups: looks up words once there are enough to ask for at once. From then on
    /// the list is known with its words, and few of what comes can reach it.
    void settle_many() {
        if (pending_.size() >= first_batch_) {
            settle();
        }
    }

    /// Looks up words until no other that was added can reach the list.
    void settle() {
        drop_hopeless();
        bound_each();
        drop_hopeless();
        std::ranges::make_heap(pending_, after);
        // Few at first, as they raise the bar for the rest; then more, as one call costs less than
        // two.
        constexpr std::size_t batch_max = 1'024;
        std::size_t batch_size = first_batch_;
        for (auto batch = next(batch_size); !batch.empty(); batch = next(batch_size)) {
            look_up(batch);
            batch_size = std::min(2 * batch_size, batch_max);
        }
        pending_.clear();
    }

    /// What is settled.
    std::vector<Ranked> sorted() && {
        return text_max_ == 0 ? std::move(without_words_).sorted() : std::move(best_).sorted();
    }

    std::size_t texts_compared() const { return texts_compared_; }

private:
    struct Pending {
        Ranked without_words;
        int points_max = 0;  ///< That its words can add.
    };

    static Ranked most(const Pending& one) { return raised(one.without_words, one.points_max); }
    static bool after(const Pending& left, const Pending& right) {
        return before(most(right), most(left));
    }

    void drop_hopeless() {
        std::erase_if(pending_, [&](const Pending& one) { return !would_take(most(one)); });
    }

    void bound_each() {
        if (!text_.found_max || pending_.empty()) {
            return;
        }
        std::vector<PostingId> ids(pending_.size());
        std::ranges::transform(pending_, ids.begin(), [](const Pending& one) {
            return one.without_words.id;
        });
        const std::vector<FoundText> most = text_.found_max(ids);
        for (std::size_t at = 0; at < pending_.size(); ++at) {
            pending_[at].points_max = text_points(candidate_, text_, most[at]);
        }
    }

    /// At most `count`, by id; none where no other can reach the list.
    std::vector<Ranked> next(const std::size_t count) {
        std::vector<Ranked> batch;
        while (!pending_.empty() && batch.size() < count && would_take(most(pending_.front()))) {
            std::ranges::pop_heap(pending_, after);
            batch.push_back(pending_.back().without_words);
            pending_.pop_back();
        }
        std::ranges::sort(batch, {}, &Ranked::id);
        return batch;
    }

    void look_up(const std::vector<Ranked>& batch) {
        std::vector<PostingId> ids(batch.size());
        std::ranges::transform(batch, ids.begin(), &Ranked::id);
        const std::vector<FoundText> found = text_.found(ids);
        for (std::size_t at = 0; at < batch.size(); ++at) {
            const Ranked ranked = raised(batch[at], text_points(candidate_, text_, found[at]));
            if (best_.would_take(ranked)) {
                best_.take(ranked);
            }
        }
        texts_compared_ += batch.size();
    }

    const fit::CandidateTraits& candidate_;
    const Text& text_;
    int text_max_;
    std::size_t first_batch_;
    Best without_words_;  ///< Words take nothing away: each is at least here.
    Best best_;
    std::vector<Pending> pending_;
    std::size_t texts_compared_ = 0;
};

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
    const Asked asked{snapshot, query.filter};
    RowFit row_fit{snapshot, candidate};
    Ranking result;
    count_rows(snapshot, asked, excluded, narrowed, query, result);
    BestByWords best{candidate, text, query.count};

    std::vector<Bounded> groups =
        bounded_groups(snapshot, asked, row_fit, lift, query, best.text_max());
    for (; !groups.empty(); groups.pop_back()) {
        std::ranges::pop_heap(groups, comes_later);
        const auto& [group, points, bound] = groups.back();
        if (!best.would_take(bound)) {
            break;  // Every group from here on is bounded by this bound or a worse one.
        }
        if (!narrowed.may_pass(group.noc)) {
            continue;
        }
        row_fit.enter(group.noc);
        asked.each(group, [&, points = points](const Row& row) {
            ++result.rows_scored;
            if (!is_live(row, query.as_of) || excluded.has(row) || !narrowed.passes(row)) {
                return;
            }
            const express_entry::Points row_points =
                row.offer_zero != 0 ? express_entry::Points{0} : points;
            best.add({
                .id = row.id,
                .fit = row_fit.points(row),
                .basis_points = row_points,
                .placed_after = row_fit.placed_after(row),
                .key = key_of(query, row, row_points, row_fit),
            });
        });
        best.settle_many();
    }
    best.settle();
    result.texts_compared = best.texts_compared();
    result.best = std::move(best).sorted();
    return result;
}

}  // namespace ranking
