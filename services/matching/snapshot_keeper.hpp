#pragma once

#include "matcher/ranking/columns.hpp"
#include "sql/store/posting_store.hpp"

#include <atomic>
#include <memory>
#include <mutex>

namespace matching {

/// Keeps the ranking columns in step with the store. Readers take the current snapshot and keep
/// it for as long as they need; refresh() swaps in the next.
class SnapshotKeeper {
public:
    explicit SnapshotKeeper(store::PostingStore& postings);

    std::shared_ptr<const ranking::Snapshot> current() const { return current_.load(); }

    /// Takes up what has changed in the store since the current revision. One caller at a time.
    void refresh();

private:
    store::PostingStore& postings_;
    std::mutex refreshing_;
    std::atomic<std::shared_ptr<const ranking::Snapshot>> current_;
};

}  // namespace matching
