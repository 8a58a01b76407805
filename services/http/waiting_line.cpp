#include "services/http/waiting_line.hpp"

#include <utility>

namespace http {

bool admits(const QueueLimits& limits, const Load& load) {
    if (load.running + load.waiting >= limits.in_flight_max) {
        return false;
    }
    return load.waiting < limits.workers * limits.waiting_per_worker ||
           load.longest_wait <= limits.wait_tolerated;
}

std::vector<Job> WaitingLine::push(
    Job job, const Clock::time_point now, const std::size_t running
) {
    std::vector<Job> refused;
    while (!admits(limits_, load(now, running))) {
        if (waiting_.empty()) {
            refused.push_back(std::move(job));
            return refused;
        }
        crowded_ = true;
        refused.push_back(std::move(waiting_.front().job));
        waiting_.pop_front();
    }
    waiting_.push_back({.job = std::move(job), .since = now});
    return refused;
}

Job WaitingLine::pop() {
    Waiting& next = crowded_ ? waiting_.back() : waiting_.front();
    Job job = std::move(next.job);
    if (crowded_) {
        waiting_.pop_back();
    } else {
        waiting_.pop_front();
    }
    crowded_ = crowded_ && !waiting_.empty();
    return job;
}

Load WaitingLine::load(const Clock::time_point now, const std::size_t running) const {
    using std::chrono::microseconds;
    Load load{.running = running, .waiting = waiting_.size()};
    if (!waiting_.empty()) {
        load.longest_wait = std::chrono::duration_cast<microseconds>(now - waiting_.front().since);
    }
    return load;
}

}  // namespace http
