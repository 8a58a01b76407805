#pragma once

#include "services/http/waiting_line.hpp"

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <thread>
#include <vector>

namespace http {

/// Worker threads and a bounded line before them.
class WorkQueue {
public:
    using Clock = WaitingLine::Clock;

    explicit WorkQueue(const QueueLimits& limits);

    /// Waits for the jobs that run; those that wait are dropped.
    ~WorkQueue();
    WorkQueue(const WorkQueue&) = delete;
    WorkQueue& operator=(const WorkQueue&) = delete;

    /// Who has to be refused for it, this job or one that waits, is told so before this returns.
    void push(Job job, Clock::time_point now);

    Load load(Clock::time_point now) const;

private:
    void work();

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    WaitingLine line_;
    std::size_t running_ = 0;
    bool ended_ = false;
    std::vector<std::jthread> threads_;  // Last: they end before what they use does.
};

}  // namespace http
