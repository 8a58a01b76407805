#pragma once

#include "indexer/watch/turn.hpp"
#include "sql/store/posting_store.hpp"

#include <optional>
#include <stop_token>

namespace watch {

/// The writer lock; waits for it where it is to be waited for. Nothing: another has it, or it was
/// told to stop.
std::optional<store::PostingStore::WriterLock> writer_lock(
    store::PostingStore& postings, const Tools& tools, const std::stop_token& stop
);

}  // namespace watch
