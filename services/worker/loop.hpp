#pragma once

#include "services/matching/facts.hpp"
#include "services/worker/retention.hpp"
#include "services/worker/worker.hpp"

#include <chrono>
#include <functional>

namespace worker {

/// When a worker asks for the jobs that come again and again, and by which clock.
struct Schedule {
    std::function<domain::Date()> day;
    std::function<store::Instant()> at;
    std::chrono::milliseconds lease{15'000};
    std::chrono::milliseconds poll_interval{1'000};
    std::chrono::seconds alert_interval{900};  ///< Zero: none of its own accord.
    RetentionArguments kept;                   ///< As of whatever day it is.
    bool once = false;                         ///< Ends when nothing is left to do.
};

/// Asks for jobs and works them off until it is told to stop. True unless a job has failed; throws
/// under `once` where the world fails.
bool work_off(const Workshop& workshop, matching::FactsKeeper& facts, const Schedule& schedule);

}  // namespace worker
