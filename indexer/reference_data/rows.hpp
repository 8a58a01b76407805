#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/result.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace reference_data {

/// One row of a published table, before anyone has understood it.
struct Row {
    std::int64_t line =
        0;  ///< Of the file; of a sheet or page the row; 0 for names that no row holds.
    std::vector<std::string> cells;  ///< As published; empty if `fault` is not.
    std::string fault;               ///< Why the row cannot be taken apart.
    std::string raw;                 ///< The faulty row.
};

/// The rows of a file of whatever format, in order; the names of columns are a row like others.
struct Rows {
    /// Nothing at the end. An error where the file cannot be read any further.
    std::function<domain::Result<std::optional<Row>>()> next;

    std::optional<domain::Date> published_on;  ///< Where the file says so itself.
};

/// Opens a table by what its bytes are: an XLSX workbook (its first sheet), an HTML page (its
/// longest table), a JSON array of objects, else delimited text (comma, semicolon or tab; UTF-8,
/// UTF-16 with a byte order mark, else windows-1252). Text may be gzipped. Refuses what cannot be
/// opened or is none of these.
domain::Result<Rows> open_rows(const std::filesystem::path& file);

/// An error that names the file.
domain::Error refused_file(const std::filesystem::path& file, const std::string& reason);

/// A row as it is kept where it is refused: a JSON array of its cells.
std::string raw_text(const Row& row);

}  // namespace reference_data
