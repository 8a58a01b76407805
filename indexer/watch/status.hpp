#pragma once

#include "indexer/fetch/source_list.hpp"
#include "indexer/search/search.hpp"
#include "indexer/watch/turn.hpp"
#include "matcher/domain/instant.hpp"
#include "sql/store/fetch_store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace watch {

/// Counts since the program was started, as Prometheus wants them.
struct Counters {
    std::int64_t runs = 0;
    std::int64_t failures = 0;
    std::int64_t unchanged = 0;
    std::int64_t records = 0;
    std::int64_t quarantined = 0;
};

/// How a source stands.
struct SourceStatus {
    fetch::Source source;
    std::optional<store::SourceRun> last;
    domain::Instant next_run{};
    Counters counters;
};

enum class Doing { waiting_for_next, running, waiting_for_database, stopped };

/// How the watch stands.
struct Status {
    domain::Instant as_of{};
    domain::Instant started_at{};
    Doing doing = Doing::waiting_for_next;
    std::string running;  ///< The name of the source that runs now; else empty.
    std::optional<search::IndexStatus> index;
    std::vector<SourceStatus> sources;
};

/// Takes what came of a turn into the status of its source.
void account(
    SourceStatus& source, const Turn& turn, domain::Instant started_at, domain::Instant finished_at
);

/// The status page: one JSON object.
std::string json(const Status& status);

/// The same as metrics, in Prometheus' text format 0.0.4, for the textfile collector.
std::string metrics(const Status& status);

}  // namespace watch
