#pragma once

#include "indexer/sources/raw_posting.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace sources {

/// A file, or the files of a folder, that the operator names for ingest. Written on the command
/// line as `PATH`, or `MAPPING.json=PATH` for a table.
struct SourceFile {
    std::filesystem::path path;
    std::optional<std::filesystem::path> mapping;  ///< For tables: CSV, TSV, NDJSON of any shape.
    std::string name;  ///< Source name; the mapping's own, else derived from the file's name.
};

/// What the file turned out to be, told before its first record.
struct SourceDescription {
    std::string name;
    RecordKind kind = RecordKind::postings;
};

/// Reads one file to its end and hands every record to the sink. Formats, found by content: with a
/// mapping CSV, TSV or NDJSON; without one HTML with JSON-LD or RDFa, a JSON object, array or
/// `@graph` of schema.org JobPosting, or NDJSON of these. `.gz` of each is read as such.
/// Refuses a file that cannot be opened, a mapping that is malformed, and a format nobody knows.
domain::Result<SourceDescription> describe(const SourceFile& file);
domain::Result<void> read(const SourceFile& file, const Sink& sink);

}  // namespace sources
