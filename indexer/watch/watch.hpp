#pragma once

#include "indexer/watch/status.hpp"

#include <filesystem>
#include <optional>
#include <stop_token>
#include <vector>

namespace watch {

/// Where the watch tells how it stands; both files are replaced as a whole. None: it tells nobody.
struct Outlets {
    std::optional<std::filesystem::path> status;
    std::optional<std::filesystem::path> metrics;
};

/// What is watched.
struct Watched {
    fetch::SourceList list;
    bool added = true;  ///< Also what operators add over the API, from then on.
};

/// Runs each source at its times, one after the other, until it is told to stop; then it ends after
/// the source whose records it is taking in. What fails is told and tried again at its next time.
/// While PostgreSQL does not answer it waits, and then goes on with what it was about to do.
void watch(
    const Watched& watched, Tools& tools, const Outlets& outlets, const std::stop_token& stop
);

/// A source that ran.
struct Ran {
    std::string name;
    Turn turn;
};

/// Runs each source once, now, in the order of the list. The database has to answer.
std::vector<Ran> run_once(
    const std::vector<fetch::Source>& sources, Tools& tools, const std::stop_token& stop
);

}  // namespace watch
