#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <vector>

namespace http {

struct QueueLimits {
    std::size_t workers = 4;
    std::size_t in_flight_max = 64;  ///< Run and waiting.

    /// A line in which nobody waits for longer than this takes more, however many wait: they are
    /// quick ones.
    std::chrono::milliseconds wait_tolerated{4};

    /// So many may wait for each worker whatever the wait.
    std::size_t waiting_per_worker = 2;
};

struct Load {
    std::size_t running = 0;
    std::size_t waiting = 0;
    std::chrono::microseconds longest_wait{0};  ///< Of those that wait now.
};

/// Whether one more finds a place.
bool admits(const QueueLimits& limits, const Load& load);

struct Job {
    std::function<void()> run;      ///< On a worker thread; does not throw.
    std::function<void()> done;     ///< After it, when there is a place again.
    std::function<void()> refused;  ///< In place of both.
};

/// Those who wait for a worker. First come, first served, as long as all find a place. From when
/// one does not until nobody waits any more, who came last is served first, and a newcomer takes
/// the place of who has waited longest: everybody cannot be answered, and so those that are, are
/// answered soon, where they all would wait for as long as the line is. (Adaptive LIFO: Maurer,
/// "Fail at Scale", ACM Queue 13, 2015.)
class WaitingLine {
public:
    using Clock = std::chrono::steady_clock;

    explicit WaitingLine(const QueueLimits& limits) : limits_{limits} {}

    /// Gives back who has to be refused for it: the newcomer itself where nobody else waits.
    std::vector<Job> push(Job job, Clock::time_point now, std::size_t running);

    bool empty() const { return waiting_.empty(); }

    /// Whose turn it is; not where it is empty.
    Job pop();

    Load load(Clock::time_point now, std::size_t running) const;
    void clear() { waiting_.clear(); }

private:
    struct Waiting {
        Job job;
        Clock::time_point since;
    };

    QueueLimits limits_;
    std::deque<Waiting> waiting_;
    bool crowded_ = false;
};

}  // namespace http
