#pragma once

#include "indexer/bounded_queue.hpp"
#include "indexer/search/follower.hpp"

#include <thread>
#include <vector>

namespace ingest {

/// Takes what an ingest has stored into the index while the ingest goes on: one thread makes
/// documents, another writes them. A failure of either ends the ingest at its next batch; what is
/// stored by then is taken up by the next update.
class IndexThreads {
public:
    IndexThreads(
        const search::IndexLocation& index_folder,
        const std::vector<store::NocUnitGroup>& unit_groups,
        std::size_t commit_size
    );

    /// Commits nothing more where finish() was not called.
    ~IndexThreads();
    IndexThreads(const IndexThreads&) = delete;
    IndexThreads& operator=(const IndexThreads&) = delete;

    /// The changes of one revision. Waits while the index is behind.
    void take(store::Revision revision, std::vector<store::StoredPosting> changes);

    /// Waits until everything is in the index and committed.
    void finish();

private:
    struct Changes {
        store::Revision revision = 0;
        std::vector<store::StoredPosting> postings;
    };
    struct Prepared {
        store::Revision revision = 0;
        search::Follower::Documents documents;
    };
    void prepare();
    void write();

    search::Follower follower_;
    BoundedQueue<Changes> changes_;
    BoundedQueue<Prepared> prepared_;
    std::exception_ptr failure_;  ///< Of write(), which has those of prepare() too.
    std::thread preparing_;
    std::thread writing_;
};

}  // namespace ingest
