#pragma once

#include "indexer/sources/feed.hpp"
#include "indexer/sources/raw_posting.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sources {

/// A file, or the files of a folder, that the operator names for ingest. Written on the command
/// line as `PATH`, or `MAPPING.json=PATH` for a table.
struct SourceFile {
    std::filesystem::path path;
    std::optional<std::filesystem::path> mapping;  ///< For tables: CSV, TSV, NDJSON of any shape.
    std::string name;  ///< Of the source, unless the mapping has one; empty: from the file's name.
    FeedFacts facts{};
};

/// What the file turned out to be, told before its first record.
struct SourceDescription {
    std::string name;
    RecordKind kind = RecordKind::postings;
    std::vector<std::string> warnings;  ///< Mapped columns that the file does not have.
};

/// What the operator wrote. Refuses an empty path; whether there is such a file is for `read`.
domain::Result<SourceFile> source_file_from(std::string_view argument);

/// A folder becomes the files in it, in the order of their names and under the folder's name as
/// source; hidden files and folders are passed over. A file stays as it is.
std::vector<SourceFile> expand(const SourceFile& named);

/// Reads one file to its end and hands every record to the sink. Formats, found by content: with a
/// mapping CSV, TSV or NDJSON; without one an XML feed, HTML with JSON-LD, microdata or RDFa, a
/// JSON object, array or `@graph` of schema.org JobPosting, the JSON of an applicant tracking
/// system, or NDJSON of these; each gzipped or not. Refuses a file that cannot be opened, a mapping
/// that is malformed, and a format nobody knows.
domain::Result<SourceDescription> describe(const SourceFile& file);
domain::Result<void> read(const SourceFile& file, const Sink& sink);

}  // namespace sources
