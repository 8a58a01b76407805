#pragma once

#include "services/metrics/page.hpp"

namespace metrics {

/// What Prometheus' own libraries tell of a process: processor, memory, files, and since when.
/// Says nothing that Linux does not tell.
void add_process(Page& page);

}  // namespace metrics
