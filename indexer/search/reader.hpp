#pragma once

#include "indexer/search/generation.hpp"

#include <string>
#include <vector>
#include <xapian.h>

namespace search {

/// An index as it is now. Document ids are posting ids, whatever its shards.
struct OpenIndex {
    Xapian::Database database;
    /// Of the truth that the index shows: what all shards have come to. While a commit goes from
    /// shard to shard, some already show more.
    std::int64_t revision = 0;
    std::vector<std::string> shard_uuids;  ///< In the order of the shards.
    /// Names the documents that are seen: of a local index those of two equal states are the same.
    std::string state;
};

/// Opens a local index, its shards, or those behind servers. Throws Xapian's errors, and IndexError
/// for an index of another schema. A reader may fall behind a writer while it reads, and then meets
/// Xapian::DatabaseModifiedError: with_index() opens the index again.
OpenIndex open_index(const IndexLocation& location);

/// A reader meets a changed index twice at most: blocks are overwritten two commits later, and a
/// rebuild removes a generation once.
inline constexpr int reading_attempts_max = 3;

/// Answers `work(const OpenIndex&)`, again with a fresh reader where the index has changed under
/// it. Xapian's errors become IndexError.
template <class Work>
auto with_index(const IndexLocation& location, const Work& work) {
    return reporting_index_errors([&] {
        for (int attempt = 1;; ++attempt) {
            try {
                return work(open_index(location));
            } catch (const Xapian::DatabaseModifiedError&) {
                if (attempt == reading_attempts_max) {
                    throw;
                }
            } catch (const Xapian::DatabaseOpeningError&) {
                const bool is_there = location.is_remote() || has_index(location.folder);
                if (attempt == reading_attempts_max || !is_there) {
                    throw;
                }
            }
        }
    });
}

}  // namespace search
