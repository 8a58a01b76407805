#pragma once

#include "matcher/ranking/row_fit.hpp"
#include "matcher/ranking/top_k.hpp"

namespace ranking {

/// What the order looks at first, of a row whose points under the basis are these.
std::optional<int> key_of(
    const Query& query, const Row& row, const express_entry::Points& points, RowFit& row_fit
);

/// The best key that a row of the group can have, where an offer in it adds at most these points.
std::optional<int> best_key(
    const Query& query, const Snapshot::Group& group, const express_entry::Points& points
);

/// A heap of the best `count` of what is offered, whatever the order of offering.
class Best {
public:
    explicit Best(const std::size_t count) : count_{count} {}

    bool would_take(const Ranked& ranked) const {
        return best_.size() < count_ || (count_ > 0 && before(ranked, best_.front()));
    }

    /// As would_take(), and true of the last of those taken itself.
    bool reaches(const Ranked& ranked) const {
        return best_.size() < count_ || (count_ > 0 && !before(best_.front(), ranked));
    }

    /// Takes what would_take().
    void take(const Ranked& ranked);

    std::vector<Ranked> sorted() &&;

private:
    std::size_t count_;
    std::vector<Ranked> best_;  ///< The last of the order in front.
};

}  // namespace ranking
