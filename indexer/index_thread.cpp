#include "indexer/index_thread.hpp"

namespace ingest {
namespace {

constexpr std::size_t batches_behind_max = 2;

}  // namespace

IndexThread::IndexThread(
    const std::string& index_folder,
    const std::vector<store::NocUnitGroup>& unit_groups,
    std::size_t commit_size
)
    : follower_{index_folder, unit_groups, commit_size},
      changes_{batches_behind_max},
      thread_{[this] { follow(); }} {}

IndexThread::~IndexThread() {
    changes_.abandon();
    if (thread_.joinable()) {
        thread_.join();
    }
}

void IndexThread::take(
    const store::Revision revision, const std::vector<store::StoredPosting>& changes
) {
    changes_.push({.revision = revision, .documents = follower_.prepare(changes)});
}

void IndexThread::finish() {
    changes_.close();
    thread_.join();
    if (failure_) {
        std::rethrow_exception(failure_);
    }
    follower_.finish();
}

void IndexThread::follow() {
    try {
        while (const auto changes = changes_.pop()) {
            follower_.take(changes->revision, changes->documents);
        }
    } catch (...) {
        failure_ = std::current_exception();
        changes_.abandon(failure_);
    }
}

}  // namespace ingest
