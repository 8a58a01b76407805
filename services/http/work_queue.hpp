#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace http {

struct QueueLimits {
    std::size_t workers = 4;
    std::size_t in_flight_max = 64;  ///< Run and waiting.

    /// A queue that is no longer than this takes more, however many wait: they are quick ones.
    std::chrono::milliseconds wait_tolerated{4};

    /// So many may wait for each worker whatever the wait.
    std::size_t waiting_per_worker = 2;
};

struct Load {
    std::size_t running = 0;
    std::size_t waiting = 0;
    std::chrono::microseconds longest_wait{0};  ///< Of those that wait now.
};

/// Whether one more is taken. Refusing at once, while the queue is short, is what keeps those that
/// are taken quick when more come than can be answered: with every worker busy they wait for some
/// two others, or for `wait_tolerated`.
bool admits(const QueueLimits& limits, const Load& load);

/// Worker threads and a bounded queue before them.
class WorkQueue {
public:
    using Clock = std::chrono::steady_clock;

    explicit WorkQueue(const QueueLimits& limits);

    /// Waits for the jobs that run; those that wait are dropped.
    ~WorkQueue();
    WorkQueue(const WorkQueue&) = delete;
    WorkQueue& operator=(const WorkQueue&) = delete;

    struct Job {
        std::function<void()> run;   ///< On a worker thread; does not throw.
        std::function<void()> done;  ///< After it, when there is a place again.
    };

    /// False where it is full.
    bool push(Job job, Clock::time_point now);

    Load load(Clock::time_point now) const;

private:
    struct Waiting {
        Job job;
        Clock::time_point since;
    };

    Load load_with_lock(Clock::time_point now) const;
    void work();

    const QueueLimits limits_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Waiting> waiting_;
    std::size_t running_ = 0;
    bool ended_ = false;
    std::vector<std::jthread> threads_;  // Last: they end before what they use does.
};

}  // namespace http
