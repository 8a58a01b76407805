#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <utility>

namespace ingest {

/// Hands values from one thread to another in their order, never more than a few at a time, and a
/// failure of either side to the other.
template <class Value>
class BoundedQueue {
public:
    explicit BoundedQueue(const std::size_t length_max) : length_max_{length_max} {}

    /// Waits while the queue is full. False where the taker wants no more; what made it stop is
    /// thrown here.
    bool push(Value value) {
        std::unique_lock guard{mutex_};
        changed_.wait(guard, [this] { return values_.size() < length_max_ || abandoned_; });
        if (abandoned_) {
            rethrow_failure();
            return false;
        }
        values_.push_back(std::move(value));
        changed_.notify_all();
        return true;
    }

    /// Waits for the next value. Nothing after the last; what made the giver stop is thrown then.
    std::optional<Value> pop() {
        std::unique_lock guard{mutex_};
        changed_.wait(guard, [this] { return !values_.empty() || closed_ || abandoned_; });
        if (values_.empty()) {
            rethrow_failure();
            return std::nullopt;
        }
        std::optional<Value> value{std::move(values_.front())};
        values_.pop_front();
        changed_.notify_all();
        return value;
    }

    /// The giver has given its last value, or failed.
    void close(std::exception_ptr failure = nullptr) {
        const std::lock_guard guard{mutex_};
        closed_ = true;
        failure_ = failure_ ? failure_ : std::move(failure);
        changed_.notify_all();
    }

    /// Nobody takes any more, or the taker failed: whoever waits goes on.
    void abandon(std::exception_ptr failure = nullptr) {
        const std::lock_guard guard{mutex_};
        abandoned_ = true;
        failure_ = failure_ ? failure_ : std::move(failure);
        values_.clear();
        changed_.notify_all();
    }

private:
    void rethrow_failure() const {
        if (failure_) {
            std::rethrow_exception(failure_);
        }
    }

    const std::size_t length_max_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Value> values_;
    std::exception_ptr failure_;
    bool closed_ = false;
    bool abandoned_ = false;
};

}  // namespace ingest
