#pragma once

#include "indexer/bounded_queue.hpp"
#include "indexer/search/follower.hpp"

#include <thread>
#include <vector>

namespace ingest {

/// Takes what an ingest has stored into the index while the ingest goes on. A failure of the index
/// ends the ingest at its next batch; what is stored by then is taken up by the next update.
class IndexThread {
public:
    IndexThread(
        const std::string& index_folder,
        const std::vector<store::NocUnitGroup>& unit_groups,
        std::size_t commit_size
    );

    /// Commits nothing more where finish() was not called.
    ~IndexThread();
    IndexThread(const IndexThread&) = delete;
    IndexThread& operator=(const IndexThread&) = delete;

    /// The changes of one revision. Waits while the index is behind.
    void take(store::Revision revision, const std::vector<store::StoredPosting>& changes);

    /// Waits until everything is in the index and committed.
    void finish();

private:
    struct Changes {
        store::Revision revision = 0;
        search::Follower::Documents documents;
    };
    void follow();

    search::Follower follower_;
    BoundedQueue<Changes> changes_;
    std::exception_ptr failure_;
    std::thread thread_;
};

}  // namespace ingest
