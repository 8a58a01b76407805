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

bool admits(const QueueLimits& limits, const Load& load) {
    if (load.running + load.waiting >= limits.in_flight_max) {
        return false;
    }
    return load.waiting < limits.workers * limits.waiting_per_worker ||
           load.longest_wait <= limits.wait_tolerated;
}

WorkQueue::WorkQueue(const QueueLimits& limits) : limits_{limits} {
    for (std::size_t worker = 0; worker < limits_.workers; ++worker) {
        threads_.emplace_back([this] { work(); });
    }
}

WorkQueue::~WorkQueue() {
    const std::lock_guard guard{mutex_};
    ended_ = true;
    waiting_.clear();
    changed_.notify_all();
}

bool WorkQueue::push(Job job, const Clock::time_point now) {
    const std::lock_guard guard{mutex_};
    if (!admits(limits_, load_with_lock(now))) {
        return false;
    }
    waiting_.push_back({.job = std::move(job), .since = now});
    changed_.notify_one();
    return true;
}

Load WorkQueue::load(const Clock::time_point now) const {
    const std::lock_guard guard{mutex_};
    return load_with_lock(now);
}

Load WorkQueue::load_with_lock(const Clock::time_point now) const {
    using std::chrono::microseconds;
    Load load{.running = running_, .waiting = waiting_.size()};
    if (!waiting_.empty()) {
        load.longest_wait = std::chrono::duration_cast<microseconds>(now - waiting_.front().since);
    }
    return load;
}

void WorkQueue::work() {
    give_way();
    std::unique_lock lock{mutex_};
    for (;;) {
        changed_.wait(lock, [this] { return ended_ || !waiting_.empty(); });
        if (ended_) {
            return;
        }
        Job job = std::move(waiting_.front().job);
        waiting_.pop_front();
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
