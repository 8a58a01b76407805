#include "services/worker/worker.hpp"

#include "services/worker/alerts.hpp"
#include "services/worker/digests.hpp"
#include "services/worker/outgoing_mail.hpp"
#include "services/worker/package_builds.hpp"
#include "services/worker/retention.hpp"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <string_view>
#include <thread>

namespace worker {
namespace {

/// Who writes to the table of jobs that a job is done.
enum class EndedBy : std::uint8_t {
    runner,   ///< run(), after the last step.
    handler,  ///< The handler, in the transaction of its results.
};

/// A handler works a job off, and returns false where it was told to stop.
struct Kind {
    std::string_view name;
    bool (*run)(const Workshop&, const store::Job&, const Control&);
    EndedBy ended_by = EndedBy::runner;
};
constexpr std::array all{
    Kind{alerts_kind, run_alerts},
    Kind{digests_kind, run_digests},
    Kind{mail_kind, run_mail},
    Kind{package_kind, run_package, EndedBy::handler},
    Kind{retention_kind, run_retention}};

/// Says until it goes that the worker of a job lives.
class Heartbeat {
public:
    Heartbeat(store::JobStore& jobs, const store::Job& job, const std::chrono::milliseconds lease)
        : thread_{[this, &jobs, job, lease](const std::stop_token& stop) {
              std::unique_lock lock{mutex_};
              while (!stopped_.wait_for(lock, stop, lease / 3, [&] {
                  return stop.stop_requested();
              })) {
                  beat(jobs, job, lease);
              }
          }} {}

private:
    /// A beat that fails is missed: when the lease is lost for it, the next step says so.
    static void beat(
        store::JobStore& jobs, const store::Job& job, const std::chrono::milliseconds lease
    ) {
        try {
            jobs.extend(job, lease);
        } catch (const std::exception&) {
        }
    }

    std::mutex mutex_;
    std::condition_variable_any stopped_;
    std::jthread thread_;  // Last, so that it ends before what it uses does.
};

/// Why an attempt failed, without the lines in which PostgreSQL puts values of rows.
std::string first_line(const std::string_view text) {
    return std::string{text.substr(0, text.find('\n'))};
}

Ended end_in_vain(
    const Workshop& workshop,
    const store::Job& job,
    const Patience& patience,
    const std::string& why
) {
    // Where it got on in this attempt, the count has begun anew.
    const auto status = workshop.jobs.find(job.id);
    const int attempts = status ? std::max(status->attempts, 1) : job.attempts;
    if (attempts >= patience.attempts_max) {
        workshop.jobs.give_up(job, why);
    } else {
        workshop.jobs.release(job, pause_after(attempts, patience), why);
    }
    return Ended::failed;
}

}  // namespace

std::vector<std::string> kinds() {
    std::vector<std::string> names;
    names.reserve(all.size());
    for (const Kind& kind : all) {
        names.emplace_back(kind.name);
    }
    return names;
}

std::chrono::milliseconds pause_after(const int attempts, const Patience& patience) {
    std::chrono::milliseconds pause = patience.pause_first;
    for (int attempt = 1; attempt < attempts && pause < patience.pause_max; ++attempt) {
        pause *= 2;
    }
    return std::min(pause, patience.pause_max);
}

Ended run(
    const Workshop& workshop,
    const store::Job& job,
    const Patience& patience,
    const Control& control
) {
    const auto kind = std::ranges::find(all, job.kind, &Kind::name);
    try {
        if (kind == all.end() || job.attempts > patience.attempts_max) {
            workshop.jobs.give_up(job, "its workers ended without a word");
            return Ended::failed;
        }
        try {
            const Heartbeat heartbeat{workshop.jobs, job, patience.lease};
            if (!kind->run(workshop, job, control)) {
                workshop.jobs.release(job, std::chrono::milliseconds{0}, "");
                return Ended::stopped;
            }
        } catch (const store::LeaseLost&) {
            throw;
        } catch (const std::exception& error) {
            return end_in_vain(workshop, job, patience, first_line(error.what()));
        }
        if (kind->ended_by == EndedBy::runner) {
            workshop.jobs.finish(job);
        }
        return Ended::done;
    } catch (const store::LeaseLost&) {
        return Ended::lost;
    }
}

}  // namespace worker
