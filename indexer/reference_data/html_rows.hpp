#pragma once

#include "indexer/reference_data/rows.hpp"

#include <string_view>

namespace reference_data {

/// The rows of the longest table of a page. Lines inside a cell are joined by commas, as addresses
/// are written on one line. The page's `dcterms.modified` is when it was published.
domain::Result<Rows> html_rows(std::string_view html);

}  // namespace reference_data
