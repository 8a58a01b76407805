#include "indexer/search/scan.hpp"

#include "indexer/search/schema.hpp"

#include <algorithm>
#include <functional>

namespace search {
namespace {

template <class Take>
void for_each_passing(const IndexColumns& columns, const RowFilter& filter, const Take& take) {
    domain::PostingId id = -1;
    for (const IndexRow& row : columns.rows()) {
        ++id;
        if (filter.passes(row)) {
            take(id, row);
        }
    }
}

/// The greatest of the newest keys that it is offered.
class Newest {
public:
    explicit Newest(const std::size_t wanted) : wanted_{wanted} {}

    void offer(const std::uint64_t key) {
        if (best_.size() == wanted_ && (wanted_ == 0 || key <= best_.front())) {
            return;
        }
        if (best_.size() == wanted_) {
            std::ranges::pop_heap(best_, std::greater<>{});
            best_.pop_back();
        }
        best_.push_back(key);
        std::ranges::push_heap(best_, std::greater<>{});
    }

    std::vector<domain::PostingId> ids() {
        std::ranges::sort_heap(best_, std::greater<>{});
        std::vector<domain::PostingId> result(best_.size());
        std::ranges::transform(best_, result.begin(), schema::id);
        return result;
    }

private:
    std::size_t wanted_;
    std::vector<std::uint64_t> best_;  ///< A heap, the least of them first.
};

}  // namespace

Scan scan(
    const IndexColumns& columns,
    const RowFilter& filter,
    const std::optional<std::uint64_t> after,
    const std::size_t wanted,
    const bool facets
) {
    Scan result;
    if (facets) {
        result.facets.emplace();
    }
    Newest newest{wanted};
    for_each_passing(columns, filter, [&](const domain::PostingId id, const IndexRow& row) {
        const std::uint64_t key = schema::newest_key(domain::date_from_days(row.posted_day), id);
        if (after && key >= *after) {
            return;
        }
        ++result.total;
        if (facets) {
            result.facets->add(row.facets);
        }
        newest.offer(key);
    });
    result.newest = newest.ids();
    return result;
}

std::vector<domain::PostingId> passing(const IndexColumns& columns, const RowFilter& filter) {
    std::vector<domain::PostingId> ids;
    for_each_passing(columns, filter, [&](const domain::PostingId id, const IndexRow&) {
        ids.push_back(id);
    });
    return ids;
}

}  // namespace search
