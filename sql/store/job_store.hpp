#pragma once

#include "sql/store/database.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace store {

/// Work in the hands of one worker, for as long as it holds the lease.
struct Job {
    std::int64_t id = 0;
    std::string kind;
    std::string arguments;  ///< A JSON object.
    std::string progress;   ///< A JSON object; `{}` at the beginning.
    int attempts = 0;       ///< This one counts; begins anew whenever progress has moved.
    std::string lease;
};

/// Another worker has taken the job over, because this one was silent for too long. What it was
/// about to write is undone.
class LeaseLost : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The table of jobs: who asked for work, who does it, how far it has come. Any number of workers
/// may share it; each job is done by one at a time.
class JobStore {
public:
    explicit JobStore(Database& database) : database_{database} {}

    /// Asks for work; the same work that waits or runs already is not asked for twice. The id.
    std::int64_t add(const std::string& kind, const std::string& arguments);

    /// The next job of these kinds whose turn has come, or whose worker has fallen silent.
    std::optional<Job> take(const std::vector<std::string>& kinds, std::chrono::milliseconds lease);

    /// This job, if it may be taken.
    std::optional<Job> take_one(
        const std::string& kind, std::int64_t id, std::chrono::milliseconds lease
    );

    /// Says that the worker lives. False where the lease is lost.
    bool extend(const Job& job, std::chrono::milliseconds lease);

    /// Throws LeaseLost, as do the two below.
    void finish(const Job& job);

    /// Lets it wait for `pause`; `why` stands there until it gets on.
    void release(const Job& job, std::chrono::milliseconds pause, const std::string& why);

    /// It is not tried again.
    void give_up(const Job& job, const std::string& why);

    struct Status {
        std::string kind;
        std::string arguments;
        std::string state;  ///< waiting, running, done, failed
        int attempts = 0;
        std::string progress;
        std::string error;  ///< Why the last attempt ended early; may be empty.
    };
    std::optional<Status> find(std::int64_t id);

private:
    Database& database_;
};

}  // namespace store
