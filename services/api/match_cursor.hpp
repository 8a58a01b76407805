#pragma once

#include "services/http/target.hpp"
#include "sql/store/posting_store.hpp"

#include <cstddef>
#include <string>

namespace api {

/// Where the next page of matches begins.
struct MatchCursor {
    std::size_t position = 0;      ///< How many stand on the pages before.
    store::Revision revision = 0;  ///< Of the truth that the first page ranked.

    /// So many of the best can be paged through; whoever looks for more narrows.
    static constexpr std::size_t position_max = 1'000;
};

/// Bound to what `query` asks for: all of it but how much, in what language and how explained.
std::string to_text(const MatchCursor& cursor, const http::Query& query);

/// `cursor=`; the first page without. Refuses what to_text() has not made for this query.
domain::Result<std::optional<MatchCursor>> match_cursor(const http::Query& query);

}  // namespace api
