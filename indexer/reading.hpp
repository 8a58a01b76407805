#pragma once

#include "indexer/bounded_queue.hpp"
#include "indexer/sources/read.hpp"

#include <cstdint>
#include <string>
#include <thread>
#include <variant>
#include <vector>

namespace ingest {

/// What a reader found, with the SHA-256 of its bytes.
struct Found {
    std::variant<sources::Record, sources::Unreadable, sources::Gone> what;
    std::string sha256;
};

/// Some of what a file holds, in its order.
struct Chunk {
    std::vector<Found> found;
    std::int64_t bytes_read = 0;  ///< Of the file as it stands on the disk.
    std::int64_t bytes_total = 0;
};

/// Reads a file on a thread of its own, a few chunks ahead of who takes them.
class Reading {
public:
    /// `records_max` is that of a chunk, which is also bounded in bytes.
    Reading(sources::SourceFile file, std::size_t records_max);

    /// Stops reading where the file is not at its end.
    ~Reading();
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    /// Nothing after the last chunk. Throws what made the reader stop.
    std::optional<Chunk> next() { return chunks_.pop(); }

    /// What sources::read said in the end; to be asked after the last chunk.
    const domain::Result<void>& outcome() const { return outcome_; }

private:
    void read(std::size_t records_max);

    sources::SourceFile file_;
    BoundedQueue<Chunk> chunks_;
    domain::Result<void> outcome_;
    std::thread thread_;
};

}  // namespace ingest
