#pragma once

#include "matcher/domain/language.hpp"
#include "services/worker/alerts.hpp"

#include <chrono>
#include <ostream>

namespace cli {

struct BatchOptions {
    worker::AlertArguments arguments;         ///< --as-of, --since.
    std::chrono::milliseconds lease{15'000};  ///< --lease-ms
    bool json = false;                        ///< --json: how far it came, as the job has it.
    domain::OfficialLanguage language = domain::OfficialLanguage::english;
};

/// `jobscout batch`: all saved searches that are to be told of new postings against what is new, as
/// a job of the table of jobs. The same command again goes on where one was ended; where a worker
/// has the job already, this waits for it. Progress is told on standard error. Exit status: 0, 2
/// where the job failed or this was told to stop.
int batch(
    const worker::Workshop& workshop,
    const BatchOptions& options,
    std::ostream& out,
    std::ostream& errors
);

}  // namespace cli
