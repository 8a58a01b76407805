#include "services/cli/batch_command.hpp"

#include "indexer/progress_line.hpp"
#include "services/wire/messages.hpp"
#include "services/worker/stop_signals.hpp"

#include <thread>

namespace cli {
namespace {

constexpr std::chrono::milliseconds watch_interval{100};

std::string outcome_text(
    const worker::AlertProgress& progress, const domain::OfficialLanguage language
) {
    return wire::text(
               language,
               "batch.searched",
               {{"searches", progress.searches},
                {"candidates", progress.candidates_total},
                {"postings", progress.postings},
                {"revision", std::to_string(progress.revision)}}
           ) +
           '\n' +
           wire::text(
               language,
               "batch.announced",
               {{"announced", progress.announced}, {"digests", progress.digests}}
           ) +
           '\n' +
           wire::text(
               language,
               "batch.pairs",
               {{"pairs", progress.pairs}, {"skipped", progress.pairs_skipped}}
           ) +
           '\n' +
           wire::text(language, "batch.without", {{"candidates", progress.candidates_without}}) +
           '\n' +
           (progress.refused > 0
                ? wire::text(language, "batch.refused", {{"searches", progress.refused}}) + '\n'
                : "");
}

/// Shows on the terminal how far the job has come.
class Shown {
public:
    void operator()(const std::string& text) {
        const auto progress = worker::alert_progress_from(text);
        if (progress && progress->searches_total > 0) {
            line_.update(
                progress->searches,
                static_cast<double>(progress->searches) /
                    static_cast<double>(progress->searches_total)
            );
        }
    }

private:
    ingest::ProgressLine line_{"alerts", "saved searches"};
};

/// The state in which the job ended, `waiting` where this was told to stop before.
std::string work_off(
    const worker::Workshop& workshop, const std::int64_t id, const worker::Patience& patience
) {
    Shown shown;
    while (!worker::stop_asked()) {
        const auto job =
            workshop.jobs.take_one(std::string{worker::alerts_kind}, id, patience.lease);
        if (job) {
            const worker::Ended ended = worker::run(
                workshop,
                *job,
                patience,
                {.stop = worker::stop_asked,
                 .tell = [&shown](const std::string& progress) { shown(progress); }}
            );
            if (ended == worker::Ended::failed) {
                return "failed";
            }
            continue;
        }
        const auto status = workshop.jobs.find(id);
        if (!status || status->state == "done" || status->state == "failed") {
            return status ? status->state : "failed";
        }
        // A worker has it, or one that has ended without a word still holds the lease.
        shown(status->progress);
        std::this_thread::sleep_for(watch_interval);
    }
    return "waiting";
}

}  // namespace

int batch(
    const worker::Workshop& workshop,
    const BatchOptions& options,
    std::ostream& out,
    std::ostream& errors
) {
    const std::int64_t id =
        workshop.jobs.add(std::string{worker::alerts_kind}, worker::to_json(options.arguments));
    const std::string state = work_off(workshop, id, {.lease = options.lease});
    const auto status = workshop.jobs.find(id);
    if (state != "done") {
        errors << "jobscout: batch: "
               << (state == "waiting" ? wire::text(options.language, "batch.stopped")
                                      : status.value().error)
               << '\n';
        return 2;
    }
    const auto progress = worker::alert_progress_from(status.value().progress).value();
    if (options.json) {
        out << worker::to_json(progress) << '\n';
    } else {
        out << outcome_text(progress, options.language);
    }
    return 0;
}

}  // namespace cli
