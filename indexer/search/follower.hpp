#pragma once

#include "indexer/search/writer.hpp"

#include <memory>

namespace search {

/// Takes the changes of the store into the index as they are made, from the hands of who makes
/// them, so that nothing is read back. The caller holds the writer lock. What the index has not
/// committed when the process ends, the next update_index() takes from the store. Failures of the
/// index throw IndexError.
class Follower {
public:
    /// The index must be at the store's revision: call update_index() before. `commit_size`
    /// postings become visible at once.
    Follower(
        const IndexLocation& location,
        const std::vector<store::NocUnitGroup>& unit_groups,
        std::size_t commit_size
    );
    ~Follower();
    Follower(const Follower&) = delete;
    Follower& operator=(const Follower&) = delete;

    /// Documents that are ready to be written.
    class Documents {
    public:
        Documents();
        ~Documents();
        Documents(Documents&&) noexcept;
        Documents& operator=(Documents&&) noexcept;

    private:
        friend class Follower;
        struct Content;
        std::unique_ptr<Content> content_;
    };

    /// Finding and stemming words is half of the work; this half may be done by any thread while
    /// another one is in take().
    Documents prepare(const std::vector<store::StoredPosting>& changes) const;

    /// All changes of one revision, in the order of revisions and committed in the store. After a
    /// gap nothing more is taken, and the next update_index() closes it. One thread at a time.
    void take(store::Revision revision, const Documents& changes);

    /// Commits what was taken.
    IndexReport finish();

private:
    class Index;
    std::unique_ptr<Index> index_;
};

}  // namespace search
