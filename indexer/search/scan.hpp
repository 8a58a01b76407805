#pragma once

#include "indexer/search/columns.hpp"
#include "indexer/search/facets.hpp"
#include "indexer/search/row_filter.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace search {

/// What a search finds that rows alone decide.
struct Scan {
    std::vector<domain::PostingId> newest;  ///< At most as many as were wanted.
    std::int64_t total = 0;
    std::optional<FacetCounts> facets{};  ///< Of all of them, where asked for.
};

/// Looks at every row. `after`: the newest key of a posting; only those that stand behind it.
Scan scan(
    const IndexColumns& columns,
    const RowFilter& filter,
    std::optional<std::uint64_t> after,
    std::size_t wanted,
    bool facets
);

/// Ascending by id.
std::vector<domain::PostingId> passing(const IndexColumns& columns, const RowFilter& filter);

}  // namespace search
