#pragma once

#include "indexer/fetch/source_list.hpp"
#include "sql/store/fetch_store.hpp"

#include <optional>

namespace watch {

/// When a source is to run next; at once where it never ran or missed its time. After failures in a
/// row one that runs every so many minutes waits twice as long each time, up to a day; one that
/// runs daily keeps its time. Never before the server wants it.
domain::Instant next_run(
    const fetch::Schedule& schedule,
    const std::optional<store::SourceRun>& last,
    domain::Instant now
);

}  // namespace watch
