#pragma once

#include "matcher/ranking/columns.hpp"
#include "services/matching/snapshot_file.hpp"
#include "sql/store/posting_store.hpp"

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace matching {

/// Keeps the ranking columns in step with the store. Readers take the current snapshot and keep
/// it for as long as they need; refresh() swaps in the next.
class SnapshotKeeper {
public:
    enum class Access { read, read_and_write };

    /// Where columns outlast the program.
    struct Storage {
        std::filesystem::path path;  ///< Empty: nowhere.
        Access access = Access::read;
        /// Told in a line why a file that is there does not count, or why it could not be written;
        /// the columns are read from the store then.
        std::function<void(const std::string&)> warn;
    };

    explicit SnapshotKeeper(store::PostingStore& postings) : SnapshotKeeper{postings, {}} {}
    SnapshotKeeper(store::PostingStore& postings, Storage storage);

    std::shared_ptr<const ranking::Snapshot> current() const {
        const std::lock_guard for_a_moment{swapping_};
        return current_;
    }

    /// Whether refresh() has come to its end: before that there are no postings, or some.
    bool is_loaded() const { return loaded_; }

    /// Takes up what has changed in the store since the current revision; the first time since that
    /// of the file, where it counts. Writes the file when much has changed since it was written:
    /// after a twentieth of the postings, and never for fewer than 1,000. One caller at a time.
    void refresh();

    /// Writes the file unless it holds the current revision: to be called when the program ends.
    void save();

private:
    void begin();
    std::size_t take_up_changes();
    void write();
    void swap_in(ranking::Snapshot snapshot);

    store::PostingStore& postings_;
    Storage storage_;
    std::mutex refreshing_;
    std::optional<SnapshotFile> file_;      ///< Once the store has said which database it is.
    std::size_t changes_ = 0;               ///< Since the file was written.
    std::optional<store::Revision> filed_;  ///< What the file holds, if it counts.
    std::atomic<bool> loaded_ = false;
    // Not an atomic shared_ptr: load() of libstdc++ 12 releases its lock with relaxed order, so
    // that a later store() races with the read (ThreadSanitizer says so, rightly).
    mutable std::mutex swapping_;  ///< Held while the pointer is copied, and for nothing else.
    std::shared_ptr<const ranking::Snapshot> current_;
};

}  // namespace matching
