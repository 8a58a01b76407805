#pragma once

#include "indexer/reference_data/rows.hpp"

namespace reference_data {

/// A table of delimited text in constant memory. The delimiter is the commonest of comma, semicolon
/// and tab in the first lines; between tabs nothing is quoted. Without a byte order mark it is
/// UTF-8 if every line is, else windows-1252.
domain::Result<Rows> open_delimited(const std::filesystem::path& file);

}  // namespace reference_data
