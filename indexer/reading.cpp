#include "indexer/reading.hpp"

#include "sql/store/sha256.hpp"

namespace ingest {
namespace {

constexpr std::size_t chunks_ahead_max = 2;
constexpr std::size_t chunk_bytes_max = std::size_t{8} << 20;

/// Thrown through the reader of a format to end it: nobody takes what it finds any more.
struct NobodyTakes {};

/// Gathers what a file holds into chunks.
class Chunks {
public:
    Chunks(BoundedQueue<Chunk>& queue, const std::size_t records_max)
        : queue_{queue}, records_max_{records_max} {}

    template <class What>
    void add(What what) {
        bytes_ += what.raw.size();
        std::string sha256 = store::sha256(what.raw);
        chunk_.found.push_back({.what = std::move(what), .sha256 = std::move(sha256)});
        if (chunk_.found.size() >= records_max_ || bytes_ >= chunk_bytes_max) {
            hand_on();
        }
    }

    void at(const std::int64_t bytes_read, const std::int64_t bytes_total) {
        chunk_.bytes_read = bytes_read;
        chunk_.bytes_total = bytes_total;
    }

    void hand_on() {
        Chunk next{.found = {}, .bytes_read = chunk_.bytes_read, .bytes_total = chunk_.bytes_total};
        if (!queue_.push(std::exchange(chunk_, std::move(next)))) {
            throw NobodyTakes{};
        }
        bytes_ = 0;
    }

private:
    BoundedQueue<Chunk>& queue_;
    std::size_t records_max_;
    Chunk chunk_;
    std::size_t bytes_ = 0;
};

}  // namespace

Reading::Reading(sources::SourceFile file, const std::size_t records_max)
    : file_{std::move(file)}, chunks_{chunks_ahead_max}, thread_{[this, records_max] {
          read(records_max);
      }} {}

Reading::~Reading() {
    chunks_.abandon();
    thread_.join();
}

void Reading::read(const std::size_t records_max) {
    try {
        Chunks chunks{chunks_, records_max};
        const sources::Sink sink{
            .record = [&](sources::Record record) { chunks.add(std::move(record)); },
            .unreadable = [&](sources::Unreadable record) { chunks.add(std::move(record)); },
            .progress = [&](const std::int64_t bytes_read,
                            const std::int64_t bytes_total) { chunks.at(bytes_read, bytes_total); },
            .gone = [&](sources::Gone gone) { chunks.add(std::move(gone)); }};
        outcome_ = sources::read(file_, sink);
        chunks.hand_on();
        chunks_.close();
    } catch (const NobodyTakes&) {
        return;
    } catch (...) {
        chunks_.close(std::current_exception());
    }
}

}  // namespace ingest
