#pragma once

#include "indexer/reference_data/rows.hpp"

namespace reference_data {

/// The rows of a workbook's first sheet (Office Open XML, ECMA-376), one after the other; only the
/// shared texts are held in memory. `line` is the number of the row. Numbers are given as they are
/// stored. Refuses what is no such workbook, or unpacks to more than any list that is published.
domain::Result<Rows> open_xlsx(const std::filesystem::path& file);

}  // namespace reference_data
