#pragma once

#include "indexer/sources/mapping.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace sources {

/// Holds the mapping against the head of the table: which mapped columns are missing. Refuses a
/// table that cannot be opened, has no header or lacks what a required field is taken from.
domain::Result<std::vector<std::string>> check_table(
    const std::filesystem::path& file, const Mapping& mapping
);

/// Reads a CSV, TSV or NDJSON file, gzipped or not, to its end in constant memory, or the array of
/// records that a JSON document is, as a whole.
domain::Result<void> read_table(
    const std::filesystem::path& file, const Mapping& mapping, const Sink& sink
);

}  // namespace sources
