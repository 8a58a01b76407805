#pragma once

#include "indexer/fetch/source_list.hpp"
#include "indexer/search/search.hpp"
#include "indexer/verify.hpp"
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

/// Looks at postings whose evidence has run out, since the program was started.
struct Rechecks {
    std::int64_t runs = 0;
    std::int64_t looked_at = 0;
    std::int64_t asked = 0;            ///< Whose page was asked whether they are open.
    std::int64_t employers_asked = 0;  ///< Whose employer's page was asked beside those.
    std::int64_t closed = 0;
    std::int64_t lapsed = 0;
    std::int64_t renewed = 0;
    std::optional<domain::Instant> last;
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
    Rechecks rechecks;
};

/// Takes what came of a turn into the status of its source.
void account(
    SourceStatus& source, const Turn& turn, domain::Instant started_at, domain::Instant finished_at
);

/// The same for a look at what has run out.
void account(Rechecks& rechecks, const ingest::VerifyCounts& counts, domain::Instant at);

/// The status page: one JSON object.
std::string json(const Status& status);

/// The same as metrics, in Prometheus' text format 0.0.4, for the textfile collector.
std::string metrics(const Status& status);

}  // namespace watch
