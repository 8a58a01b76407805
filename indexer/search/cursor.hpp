#pragma once

#include "indexer/search/search.hpp"

#include <cstdint>
#include <string>

namespace search {

/// Where the next page begins.
struct Cursor {
    /// With text, how many hits were shown. Without, the key of the last one (schema, `newest`), so
    /// that postings which arrive between two pages shift nothing.
    std::uint64_t position = 0;
    std::uint64_t total = 0;  ///< As the first page counted.
    bool total_exact = true;
    std::int64_t revision = 0;  ///< Of the index that the first page was read from.
};

/// Bound to the query, all of it but its limit, its facets and its cursor, and to the revision.
std::string to_string(const Cursor& cursor, const Query& query);

/// Refuses what to_string() has not made for this query.
domain::Result<Cursor> parse_cursor(const Query& query);

}  // namespace search
