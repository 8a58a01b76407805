#include "indexer/index_threads.hpp"

namespace ingest {
namespace {

constexpr std::size_t batches_behind_max = 2;

}  // namespace

IndexThreads::IndexThreads(
    const search::IndexLocation& index_folder,
    const std::vector<store::NocUnitGroup>& unit_groups,
    std::size_t commit_size
)
    : follower_{index_folder, unit_groups, commit_size},
      changes_{batches_behind_max},
      prepared_{batches_behind_max},
      preparing_{[this] { prepare(); }} {
    try {
        writing_ = std::thread{[this] { write(); }};
    } catch (...) {
        changes_.abandon();  // No destructor is run here, and a thread that runs would end us.
        preparing_.join();
        throw;
    }
}

IndexThreads::~IndexThreads() {
    changes_.abandon();
    prepared_.abandon();
    for (std::thread* const thread : {&preparing_, &writing_}) {
        if (thread->joinable()) {
            thread->join();
        }
    }
}

void IndexThreads::take(const store::Revision revision, std::vector<store::StoredPosting> changes) {
    changes_.push({.revision = revision, .postings = std::move(changes)});
}

void IndexThreads::finish() {
    changes_.close();
    preparing_.join();
    writing_.join();
    if (failure_) {
        std::rethrow_exception(failure_);
    }
    follower_.finish();
}

void IndexThreads::prepare() {
    try {
        while (const auto changes = changes_.pop()) {
            prepared_.push(
                {.revision = changes->revision, .documents = follower_.prepare(changes->postings)}
            );
        }
        prepared_.close();
    } catch (...) {
        prepared_.close(std::current_exception());
        changes_.abandon(std::current_exception());
    }
}

void IndexThreads::write() {
    try {
        while (const auto prepared = prepared_.pop()) {
            follower_.take(prepared->revision, prepared->documents);
        }
    } catch (...) {
        failure_ = std::current_exception();
        prepared_.abandon(failure_);
        changes_.abandon(failure_);
    }
}

}  // namespace ingest
