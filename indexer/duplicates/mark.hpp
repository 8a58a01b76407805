#pragma once

#include "sql/store/duplicate_store.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>

namespace duplicates {

struct Marked {
    std::int64_t looked_at = 0;  ///< Postings that have changed since the last time.
    std::int64_t marked = 0;     ///< Of all, those that now stand for another, or no longer do.
};

struct Options {
    std::size_t batch_size = 5'000;                ///< Postings looked at in one go.
    std::function<void(std::int64_t)> progress{};  ///< Given `looked_at`; may be empty.
    /// Given each revision that marks were written under, and how many; may be empty.
    std::function<void(store::Revision, std::size_t)> written{};
};

/// Finds, among all verified postings, those that advertise a job which another advertises as well,
/// and marks which one is served. Only what has changed since the last time is looked at, with
/// whatever shares a key with it, and yet the outcome is that of looking at everything. Killed at
/// any moment, the next call goes on. The caller holds the writer lock.
Marked mark(store::DuplicateStore& store, const Options& options);

}  // namespace duplicates
