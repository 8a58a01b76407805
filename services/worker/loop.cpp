#include "services/worker/loop.hpp"

#include "indexer/logging/log.hpp"
#include "services/worker/alerts.hpp"
#include "services/worker/digests.hpp"
#include "services/worker/outgoing_mail.hpp"
#include "services/worker/stop_signals.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include <algorithm>
#include <exception>
#include <string>
#include <thread>

namespace worker {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

std::string_view name_of(const Ended ended) {
    switch (ended) {
        case Ended::done:
            return "done";
        case Ended::stopped:
            return "stopped";
        case Ended::failed:
            return "failed";
        case Ended::lost:
            return "taken_over";
    }
    return "";
}

class Loop {
public:
    Loop(const Workshop& workshop, matching::FactsKeeper& facts, const Schedule& schedule)
        : workshop_{workshop},
          facts_{facts},
          schedule_{schedule},
          patience_{.lease = schedule.lease} {}

    /// True unless a job has failed.
    bool run() {
        while (!stop_asked()) {
            try {
                say_running();
                ask_for_alerts();
                ask_for_digests();
                ask_for_mail();
                ask_for_retention();
                if (work_off_one()) {
                    continue;
                }
                if (schedule_.once) {
                    break;
                }
            } catch (const std::exception& error) {
                if (schedule_.once) {
                    throw;
                }
                const std::string text = error.what();
                logging::line(
                    logging::Level::error, "loop", {{"failure", text.substr(0, text.find('\n'))}}
                );
            }
            rest();
        }
        return !failed_;
    }

private:
    /// Every few seconds, but not while a job is worked off.
    void say_running() {
        const auto now = Clock::now();
        if (now >= next_sign_) {
            next_sign_ = now + std::chrono::seconds{5};
            workshop_.programs.see(store::ProgramStore::worker);
        }
    }

    void ask_for_alerts() {
        const auto now = Clock::now();
        if (schedule_.alert_interval.count() == 0 || now < next_alerts_) {
            return;
        }
        next_alerts_ = now + schedule_.alert_interval;
        const store::AlertStore::Totals totals = workshop_.alerts.totals();
        if (totals.searches > 0 && totals.revision_seen_min < workshop_.postings.revision()) {
            workshop_.jobs.add(
                std::string{alerts_kind},
                to_json(AlertArguments{.as_of = schedule_.day(), .since = std::nullopt})
            );
        }
    }

    /// Once a minute, where there is anybody to write to and somebody to write in the name of.
    void ask_for_digests() {
        const auto now = Clock::now();
        if (workshop_.digests == nullptr || now < next_digests_) {
            return;
        }
        const DigestArguments arguments{.as_of = schedule_.day(), .at = schedule_.at()};
        const bool due = digests_are_due(workshop_, arguments);
        if (due) {
            workshop_.jobs.add(std::string{digests_kind}, to_json(arguments));
        }
        // Under `once` what is found a moment later is waited for.
        if (due || !schedule_.once) {
            next_digests_ = now + std::chrono::minutes{1};
        }
    }

    void ask_for_mail() {
        if (workshop_.outbox->mails.due() > 0) {
            workshop_.jobs.add(std::string{mail_kind}, "{}");
        }
    }

    /// Once a day, and at the beginning.
    void ask_for_retention() {
        const auto now = Clock::now();
        if (now < next_retention_) {
            return;
        }
        next_retention_ = now + std::chrono::days{1};
        RetentionArguments arguments = schedule_.kept;
        arguments.as_of = schedule_.day();
        const auto outlived = workshop_.retention.outlived(limits_of(arguments));
        if (outlived.all() > 0) {
            workshop_.jobs.add(std::string{retention_kind}, to_json(arguments));
        }
    }

    bool work_off_one() {
        facts_.refresh();
        const auto job = workshop_.jobs.take(kinds(), patience_.lease);
        if (!job) {
            return false;
        }
        const auto started = Clock::now();
        const Ended ended = worker::run(workshop_, *job, patience_, {.stop = stop_asked});
        failed_ = failed_ || ended == Ended::failed;
        const auto status = workshop_.jobs.find(job->id);
        boost::json::object members{
            {"id", std::to_string(job->id)},
            {"kind", job->kind},
            {"ended", name_of(ended)},
            {"duration_ms",
             std::chrono::duration_cast<milliseconds>(Clock::now() - started).count()}};
        bool failed = ended == Ended::failed;
        if (status && job->kind == mail_kind) {
            // Counts, and why the last mail could not be sent: it waits, and the job is done.
            const auto counts = boost::json::parse(status->progress).as_object();
            members.insert(counts.begin(), counts.end());
            failed = failed || !counts.at("failure").as_string().empty();
        }
        if (status && !status->error.empty()) {
            members["failure"] = status->error;
        }
        logging::line(
            failed ? logging::Level::error : logging::Level::info, "job", std::move(members)
        );
        return true;
    }

    /// In short naps, so that a signal is heard soon.
    void rest() const {
        const auto until = Clock::now() + schedule_.poll_interval;
        while (!stop_asked() && Clock::now() < until) {
            std::this_thread::sleep_for(std::min(schedule_.poll_interval, milliseconds{50}));
        }
    }

    const Workshop& workshop_;
    matching::FactsKeeper& facts_;
    const Schedule& schedule_;
    Patience patience_;
    Clock::time_point next_sign_;
    Clock::time_point next_alerts_;
    Clock::time_point next_digests_;
    Clock::time_point next_retention_;
    bool failed_ = false;
};

}  // namespace

bool work_off(const Workshop& workshop, matching::FactsKeeper& facts, const Schedule& schedule) {
    return Loop{workshop, facts, schedule}.run();
}

}  // namespace worker
