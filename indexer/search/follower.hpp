#pragma once

#include "indexer/search/writer.hpp"

#include <memory>

namespace search {

/// Takes the changes of the store into the index as they are made, from the hands of who makes
/// them, so that nothing is read back. One thread uses it at a time, and the caller holds the
/// writer lock. What the index has not committed when the process ends, the next update_index()
/// takes from the store. Failures of the index throw IndexError.
class Follower {
public:
    /// The index must be at the store's revision: call update_index() before.
    /// `commit_size` postings become visible at once.
    Follower(
        const std::string& index_folder,
        const std::vector<store::NocUnitGroup>& unit_groups,
        std::size_t commit_size
    );
    ~Follower();
    Follower(const Follower&) = delete;
    Follower& operator=(const Follower&) = delete;

    /// All changes of one revision, in the order of revisions and committed in the store. After a
    /// gap nothing more is taken, and the next update_index() closes it.
    void take(store::Revision revision, const std::vector<store::StoredPosting>& changes);

    /// Commits what was taken.
    IndexReport finish();

private:
    class Index;
    std::unique_ptr<Index> index_;
};

}  // namespace search
