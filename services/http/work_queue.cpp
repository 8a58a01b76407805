#include "services/http/work_queue.hpp"

#include <sys/resource.h>

#include <unistd.h>
#include <utility>

namespace http {
namespace {

/// Lets the thread that takes and refuses requests go first where there are too few processors for
/// all: to refuse costs little, and only while it is quick do those that are taken stay quick.
void give_way() {
    constexpr int niceness = 10;
    // Of this thread alone. Where it is refused, requests are answered all the same.
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), niceness);
}

}  // namespace

WorkQueue::WorkQueue(const QueueLimits& limits) : line_{limits} {
    for (std::size_t worker = 0; worker < limits.workers; ++worker) {
        threads_.emplace_back([this] { work(); });
    }
}

WorkQueue::~WorkQueue() {
    const std::lock_guard guard{mutex_};
    ended_ = true;
    line_.clear();
    changed_.notify_all();
}

void WorkQueue::push(Job job, const Clock::time_point now) {
    std::vector<Job> refused;
    {
        const std::lock_guard guard{mutex_};
        refused = line_.push(std::move(job), now, running_);
        changed_.notify_one();
    }
    for (const Job& each : refused) {
        each.refused();
    }
}

Load WorkQueue::load(const Clock::time_point now) const {
    const std::lock_guard guard{mutex_};
    return line_.load(now, running_);
}

void WorkQueue::work() {
    give_way();
    std::unique_lock lock{mutex_};
    for (;;) {
        changed_.wait(lock, [this] { return ended_ || !line_.empty(); });
        if (ended_) {
            return;
        }
        Job job = line_.pop();
        ++running_;
        lock.unlock();
        job.run();
        lock.lock();
        --running_;
        lock.unlock();
        job.done();
        job = {};
        lock.lock();
    }
}

}  // namespace http
