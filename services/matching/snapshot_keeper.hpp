#pragma once

#include "matcher/ranking/columns.hpp"
#include "sql/store/posting_store.hpp"

#include <memory>
#include <mutex>

namespace matching {

/// Keeps the ranking columns in step with the store. Readers take the current snapshot and keep
/// it for as long as they need; refresh() swaps in the next.
class SnapshotKeeper {
public:
    explicit SnapshotKeeper(store::PostingStore& postings);

    std::shared_ptr<const ranking::Snapshot> current() const {
        const std::lock_guard for_a_moment{swapping_};
        return current_;
    }

    /// Takes up what has changed in the store since the current revision. One caller at a time.
    void refresh();

private:
    store::PostingStore& postings_;
    std::mutex refreshing_;
    // Not an atomic shared_ptr: load() of libstdc++ 12 releases its lock with relaxed order, so
    // that a later store() races with the read (ThreadSanitizer says so, rightly).
    mutable std::mutex swapping_;  ///< Held while the pointer is copied, and for nothing else.
    std::shared_ptr<const ranking::Snapshot> current_;
};

}  // namespace matching
