#include "indexer/watch/writer_lock.hpp"

namespace watch {

using namespace std::chrono_literals;

std::optional<store::PostingStore::WriterLock> writer_lock(
    store::PostingStore& postings, const Tools& tools, const std::stop_token& stop
) {
    auto held = postings.try_writer_lock();
    if (!held && tools.when_busy == WhenBusy::wait) {
        tools.log("another jobscout-indexer is writing to this database; waiting for it");
        while (!held && fetch::sleep_for(1s, stop)) {
            held = postings.try_writer_lock();
        }
    }
    return held;
}

}  // namespace watch
