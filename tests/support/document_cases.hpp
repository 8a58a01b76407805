#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace support {

/// A JSON document, and what its reader and its JSON Schema have to say of it.
struct DocumentCase {
    std::string what;
    std::string document;
    std::string field;            ///< Path that the reader refuses; empty where it accepts.
    bool accepted = false;        ///< By the reader.
    bool schema_accepts = false;  ///< A schema cannot hold one member against another.
};

/// Reads `{"base" or "base_file", "accepted": [...], "refused": [...],
/// "refused_by_the_reader_alone": [...]}`. A case `{what, field}` is the base with the value at the
/// JSON pointer `at` replaced by `to`, or by `repeat` said `times` times; removed where there is
/// neither. `base_file` is a path from the repository root.
std::vector<DocumentCase> read_document_cases(const std::filesystem::path& file);

/// For each document whether the JSON Schema in the file accepts it, as python3-jsonschema reads
/// it. Throws std::runtime_error where it is not installed or the schema is none.
std::vector<bool> schema_verdicts(
    const std::filesystem::path& schema, const std::vector<DocumentCase>& cases
);

}  // namespace support
