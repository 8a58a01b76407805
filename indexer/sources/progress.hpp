#pragma once

#include "indexer/sources/byte_stream.hpp"
#include "indexer/sources/raw_posting.hpp"

namespace sources {

/// Tells a sink how far a stream has come, once for each piece read from the disk.
class Progress {
public:
    explicit Progress(const Sink& sink) : sink_{sink} {}

    void report(const ByteStream& stream) {
        if (sink_.progress && stream.bytes_read() != told_) {
            told_ = stream.bytes_read();
            sink_.progress(told_, stream.bytes_total());
        }
    }

private:
    const Sink& sink_;
    std::int64_t told_ = 0;
};

/// Keeps aside the end of a file that could not be read.
inline void report_failure(const ByteStream& stream, const Sink& sink, Origin origin) {
    if (!stream.failure().empty()) {
        sink.unreadable(
            {.origin = std::move(origin),
             .raw = {},
             .field = {},
             .reason = "the file cannot be read any further: " + stream.failure()}
        );
    }
}

}  // namespace sources
