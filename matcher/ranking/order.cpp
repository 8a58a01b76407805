#include "matcher/ranking/order.hpp"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

namespace ranking {
namespace {

std::optional<int> clears(const Query& query, const express_entry::Points& points) {
    if (!query.points_needed || !points) {
        return std::nullopt;
    }
    return *points >= *query.points_needed ? 1 : 0;
}

}  // namespace

bool before(const Ranked& left, const Ranked& right) {
    const auto key = [](const Ranked& ranked) {
        constexpr int last = std::numeric_limits<int>::min();
        return std::tuple{
            !ranked.placed_after,
            ranked.key.value_or(last),
            ranked.fit,
            ranked.basis_points.value_or(last)};
    };
    const auto left_key = key(left);
    const auto right_key = key(right);
    return left_key != right_key ? left_key > right_key : left.id < right.id;
}

std::optional<int> key_of(
    const Query& query, const Row& row, const express_entry::Points& points, RowFit& row_fit
) {
    switch (query.order) {
        case Order::fit:
            break;
        case Order::lift:
            return points;
        case Order::pay:
            return row.hourly_pay == 0 ? std::nullopt : std::optional<int>{row.hourly_pay};
        case Order::newest:
            return row.posted_day;
        case Order::distance: {
            const std::optional<int> distance = row_fit.distance_km(row);
            return distance ? std::optional{-*distance} : std::nullopt;
        }
        case Order::best_chance:
            return clears(query, points);
    }
    return std::nullopt;
}

std::optional<int> best_key(
    const Query& query, const Snapshot::Group& group, const express_entry::Points& points
) {
    switch (query.order) {
        case Order::fit:
            break;
        case Order::lift:
            // Points that are not known stand after a zero, which any row may have for its terms.
            return points.value_or(0);
        case Order::pay:
            return group.pay_max == 0 ? std::nullopt : std::optional<int>{group.pay_max};
        case Order::newest:
            return group.posted_last;
        case Order::distance:
            return 0;
        case Order::best_chance:
            // A row may have a zero for its terms, which clears where nothing is missing.
            return std::max(clears(query, points), clears(query, 0));
    }
    return std::nullopt;
}

void Best::take(const Ranked& ranked) {
    if (best_.size() == count_) {
        std::ranges::pop_heap(best_, before);
        best_.pop_back();
    }
    best_.push_back(ranked);
    std::ranges::push_heap(best_, before);
}

std::vector<Ranked> Best::sorted() && {
    std::ranges::sort_heap(best_, before);
    return std::move(best_);
}

}  // namespace ranking
